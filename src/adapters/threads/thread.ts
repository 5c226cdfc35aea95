import { parentPort, Worker } from 'node:worker_threads';

/** Heap limit of a thread in megabytes; exceeding it ends the thread, not the program. */
const HEAP_MB = 1024;

/** A worker thread of Node for a pool. */
export class Thread {
  readonly #worker: Worker;

  constructor(program: URL) {
    this.#worker = new Worker(program, { argv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  }

  /** Sends a message and transfers the buffers. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, transfer);
  }

  /** Calls the listener with every message of the thread. */
  onMessage(listener: (message: unknown) => void): void {
    this.#worker.on('message', listener);
  }

  /** Calls the listener with the reason when the thread fails or ends: `out of memory`, or its error. */
  onEnd(listener: (reason: string) => void): void {
    this.#worker.on('error', (error) => listener(reasonOf(error)));
    this.#worker.on('messageerror', ({ message }) => listener(message));
    this.#worker.on('exit', (code) => listener(`exit ${code}`));
  }

  /** Terminates the thread at once. */
  end(): void {
    void this.#worker.terminate();
  }
}

function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out of memory';
  return 'message' in error ? String(error.message) : 'an error without a message';
}

/** The port from a thread to its parent. */
export interface ThreadPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** The port of this thread; undefined in the main thread. */
export function portOfThread(): ThreadPort | undefined {
  const port = parentPort;
  if (port === null) return undefined;
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
  };
}
