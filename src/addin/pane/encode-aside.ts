import { WebWorker } from '../../adapters/web-workers/web-worker.ts';
import { createWorkersEncoder } from '../../adapters/workers/workers-encoder.ts';
import { TIME_LIMIT } from '../../adapters/workers/workers-reader.ts';
import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';

/** Characters of text that are encoded in the page itself: more than an empty form has, and less than a filled report. */
const SMALL = 100_000;

/** The codec, which encodes a large workbook in a Web Worker, so that the page answers meanwhile. */
export function encodingAside(codec: WorkbookCodec): WorkbookCodec {
  // Bundlers recognize a worker only by exactly this expression.
  const spawn = (): WebWorker => new WebWorker(new Worker(new URL('./encode-worker.ts', import.meta.url)));
  const otherwise: WorkbookCodec['encode'] = (plan, options) => codec.encode(plan, options);
  return { ...codec, encode: createWorkersEncoder({ spawn, timeLimit: TIME_LIMIT, small: SMALL, otherwise }) };
}
