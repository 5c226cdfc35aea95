import { measurePasses, type Passes } from './passes.ts';
import { portableReaders } from './readers.ts';

/** What the page asks a new worker for: passes of one reader over all workbooks. */
export interface WorkerRequest {
  readonly reader: string;
  readonly workbooks: readonly ArrayBuffer[];
  readonly passes: Passes;
}

addEventListener('message', ({ data: { reader, workbooks, passes } }: MessageEvent<WorkerRequest>) => {
  const answer = (value: unknown): void => postMessage(value);
  const read = portableReaders().get(reader);
  if (read === undefined) {
    answer({ error: `no reader ${reader}` });
    return;
  }
  measurePasses(
    read,
    workbooks.map((bytes) => new Uint8Array(bytes)),
    passes,
  ).then(
    (passed) => answer({ passed }),
    (error: unknown) => answer({ error: String(error) }),
  );
});
