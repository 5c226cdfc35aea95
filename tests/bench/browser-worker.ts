import { openInflate } from '../../src/adapters/libdeflate/inflate.ts';
import { measurePasses, type Pass, type Passes } from './passes.ts';
import { portableReaders } from './readers.ts';

/** What the page asks a new worker for: passes of one reader over all workbooks. */
export interface WorkerRequest {
  readonly reader: string;
  readonly workbooks: readonly ArrayBuffer[];
  readonly passes: Passes;
}

/** As the pane's own worker reads. */
const readers = openInflate().then((inflate) => portableReaders(inflate ? { inflate } : {}));

async function measure({ reader, workbooks, passes }: WorkerRequest): Promise<readonly Pass[]> {
  const read = (await readers).get(reader);
  if (read === undefined) throw new Error(`no reader ${reader}`);
  return measurePasses(
    read,
    workbooks.map((bytes) => new Uint8Array(bytes)),
    passes,
  );
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const answer = (value: unknown): void => postMessage(value);
  measure(data).then(
    (passed) => answer({ passed }),
    (error: unknown) => answer({ error: String(error) }),
  );
});
