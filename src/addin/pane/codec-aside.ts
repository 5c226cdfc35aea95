import { WebWorker } from '../../adapters/web-workers/web-worker.ts';
import { createWorkersCodec } from '../../adapters/workers/workers-codec.ts';
import { createWorkersEncoder } from '../../adapters/workers/workers-encoder.ts';
import { TIME_LIMIT } from '../../adapters/workers/workers-reader.ts';
import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';

/** Characters of text that are encoded in the page itself: more than an empty form has, and less than a filled report. */
const SMALL = 100_000;

/** Bytes of a file that is read and changed in the page itself: more than a filled form has, and less than one with photographs. */
const SMALL_FILE = 1_000_000;

/** The codec, which gives large workbooks to a Web Worker, so that the page answers meanwhile. */
export function codecAside(codec: WorkbookCodec): WorkbookCodec {
  // Bundlers recognize a worker only by exactly these expressions.
  const encoding = (): WebWorker => new WebWorker(new Worker(new URL('./encode-worker.ts', import.meta.url)));
  const handling = (): WebWorker => new WebWorker(new Worker(new URL('./file-worker.ts', import.meta.url)));
  const otherwise: WorkbookCodec['encode'] = (plan, options) => codec.encode(plan, options);
  return {
    ...codec,
    ...createWorkersCodec({ spawn: handling, timeLimit: TIME_LIMIT, small: SMALL_FILE, otherwise: codec }),
    encode: createWorkersEncoder({ spawn: encoding, timeLimit: TIME_LIMIT, small: SMALL, otherwise }),
  };
}
