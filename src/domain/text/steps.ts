/** Work that can be interrupted between its steps; it ends with a result. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all steps at once. */
export function resultOf<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
