/** Work that can be interrupted between its steps and that ends with a result. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Runs all steps without interruption. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
