import { parentPort, Worker } from 'node:worker_threads';

/** Megabytes that a thread may keep; what asks for more ends the thread and not the program. */
const HEAP_MB = 1024;

/** A thread of Node that runs a program of its own, as a pool of workers takes it. */
export class Thread {
  readonly #worker: Worker;

  constructor(program: URL) {
    this.#worker = new Worker(program, { argv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  }

  /** Sends a message; the buffers change hands. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, transfer);
  }

  /** Has the listener called with every message of the thread. */
  onMessage(listener: (message: unknown) => void): void {
    this.#worker.on('message', listener);
  }

  /** Has the listener called with the reason when the thread fails or ends: `out of memory`, or what it says. */
  onEnd(listener: (reason: string) => void): void {
    this.#worker.on('error', (error) => listener(reasonOf(error)));
    this.#worker.on('messageerror', ({ message }) => listener(message));
    this.#worker.on('exit', (code) => listener(`exit ${code}`));
  }

  /** Ends the thread, whatever it is doing. */
  end(): void {
    void this.#worker.terminate();
  }
}

function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out of memory';
  return 'message' in error ? String(error.message) : 'an error without a message';
}

/** The way from a thread to the one that started it; undefined in a program's first thread. */
export function portOfThread():
  { post(message: unknown): void; onMessage(listener: (message: unknown) => void): void } | undefined {
  const port = parentPort;
  if (port === null) return undefined;
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
  };
}
