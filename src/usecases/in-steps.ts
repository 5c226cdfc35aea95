import type { Steps } from '../domain/text/steps.ts';

/** Milliseconds of work after which a page may answer: nobody notices them. */
const SLICE = 20;

/**
 * Does work step by step, so that a page stays responsive meanwhile.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function inSteps<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (let end = performance.now() + SLICE; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    end = performance.now() + SLICE;
  }
}
