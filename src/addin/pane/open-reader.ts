import { WebWorker } from '../../adapters/web-workers/web-worker.ts';
import { createWorkersReader, TIME_LIMIT } from '../../adapters/workers/workers-reader.ts';
import { plainReader } from '../../usecases/plain-reader.ts';
import type { OpenReader } from '../../usecases/ports/workbook-reader.ts';
import type { WorkbookCodec } from '../../usecases/ports/workbook-codec.ts';

/** Bytes of all workbooks from which workers are used, which keep the page responsive: those of two or three. */
const WORKERS_FROM = 128 * 1024;

/**
 * Reads a handful of workbooks in the page itself, with the codec, and more in as many Web Workers as there are processors less
 * one; these bring codecs of their own.
 */
export function createOpenReader(codec: Pick<WorkbookCodec, 'decode'>): OpenReader {
  return (bytes, context) => {
    const plain = plainReader(codec)(bytes, context);
    if (bytes < WORKERS_FROM) return plain;
    // Bundlers recognize a worker only by exactly this expression.
    const spawn = (): WebWorker => new WebWorker(new Worker(new URL('./read-worker.ts', import.meta.url)));
    const size = Math.max(1, navigator.hardwareConcurrency - 1);
    return createWorkersReader({ spawn, size, timeLimit: TIME_LIMIT, otherwise: plain }, context);
  };
}
