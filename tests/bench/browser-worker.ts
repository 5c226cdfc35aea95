import { race, type Effort } from './race.ts';
import { readersOf } from './readers.ts';

/** What the page asks its worker for. */
export interface WorkerRequest {
  readonly workbook: ArrayBuffer;
  readonly effort: Effort;
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const answer = (value: unknown): void => postMessage(value);
  race(readersOf(new Uint8Array(data.workbook)), data.effort).then(
    (timings) => answer({ timings }),
    (error: unknown) => answer({ error: String(error) }),
  );
});
