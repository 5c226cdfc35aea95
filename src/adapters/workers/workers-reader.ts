import type { Problem } from '../../domain/diagnostics/problem.ts';
import type { ReadResult } from '../../domain/submissions/submission.ts';
import type { ReadContext } from '../../domain/form/read/read-agency-workbook.ts';
import type { WorkbookReader } from '../../usecases/ports/workbook-reader.ts';
import { Pool, WorkerFault, type PoolOptions } from './pool.ts';
import { OUT_OF_MEMORY, type WorkerPort } from './protocol.ts';
import { inBufferOfItsOwn } from './own-buffer.ts';
import { serve } from './serve.ts';

/** The setup of every worker. */
export type ReadSetup = Omit<ReadContext, 'file'>;

/** A workbook to read. */
interface ReadTask {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** Options of a reader with workers. */
export interface WorkersReaderOptions extends Omit<PoolOptions<ReadSetup>, 'setup'> {
  /** The reader to use if no worker can start. */
  readonly otherwise: WorkbookReader;
}

/** Milliseconds for one workbook: a hundred times what the largest honest one takes. */
export const TIME_LIMIT = 60_000;

/** One workbook to read and one waiting, so that the worker is never idle. */
const FILES_PER_WORKER = 2;

/**
 * Creates a reader that uses workers. A file that hangs or crashes its worker is a problem, and the others are read.
 */
export function createWorkersReader({ otherwise, ...options }: WorkersReaderOptions, setup: ReadSetup): WorkbookReader {
  const pool = new Pool<ReadSetup, ReadTask, ReadResult>({ ...options, setup });
  return {
    width: FILES_PER_WORKER * options.size,
    async read(given, file) {
      const bytes = inBufferOfItsOwn(given);
      try {
        return await pool.run({ bytes, file }, [bytes.buffer]);
      } catch (error) {
        if (!(error instanceof WorkerFault) || error.kind === 'closed') throw error;
        if (error.kind === 'no-start') return otherwise.read(bytes, file);
        return { submissions: [], problems: [problemOf(error, file, options.timeLimit)] };
      }
    },
    close: () => pool.close(),
  };
}

/** Runs a reader in a worker: `read` reads the bytes of a file. */
export function serveReader(
  port: WorkerPort,
  read: (bytes: Uint8Array, context: ReadContext) => Promise<ReadResult>,
): void {
  serve(port, (task, setup) => {
    const { bytes, file } = task as ReadTask;
    return read(bytes, { ...(setup as ReadSetup), file });
  });
}

function problemOf({ kind, message }: WorkerFault, file: string, timeLimit: number): Problem {
  return kind === 'took-too-long'
    ? { code: 'file-took-too-long', file, seconds: Math.ceil(timeLimit / 1000) }
    : { code: 'file-crashed-reader', file, cause: message === OUT_OF_MEMORY ? 'memory' : 'error', detail: message };
}
