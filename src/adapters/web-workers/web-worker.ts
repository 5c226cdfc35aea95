/** A dedicated worker of a browser for a pool. */
export class WebWorker {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Sends a message and transfers the buffers. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, [...transfer]);
  }

  /** Calls the listener with every message of the worker. */
  onMessage(listener: (message: unknown) => void): void {
    this.#worker.addEventListener('message', ({ data }) => listener(data));
  }

  /** Calls the listener with the reason when the worker fails; if it cannot be loaded the browser gives no reason. */
  onEnd(listener: (reason: string) => void): void {
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      listener(event.message || 'the worker could not be started');
    });
    this.#worker.addEventListener('messageerror', () => listener('the worker sent what cannot be read'));
  }

  /** Terminates the worker at once. */
  end(): void {
    this.#worker.terminate();
  }
}

/** The port from the calling dedicated worker to its page. */
export function portOfWebWorker(): {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
} {
  return {
    post: (message, transfer = []) => postMessage(message, { transfer: [...transfer] }),
    onMessage: (listener) => addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
  };
}
