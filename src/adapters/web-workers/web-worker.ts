/** A dedicated worker of a browser, as a pool of workers takes it. */
export class WebWorker {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Sends a message; the buffers change hands. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, [...transfer]);
  }

  /** Has the listener called with every message of the worker. */
  onMessage(listener: (message: unknown) => void): void {
    this.#worker.addEventListener('message', ({ data }) => listener(data));
  }

  /** Has the listener called with the reason when the worker fails, or cannot even be loaded; a browser then tells no reason. */
  onEnd(listener: (reason: string) => void): void {
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      listener(event.message || 'the worker could not be started');
    });
    this.#worker.addEventListener('messageerror', () => listener('the worker sent what cannot be read'));
  }

  /** Ends the worker, whatever it is doing. */
  end(): void {
    this.#worker.terminate();
  }
}

/** The way from a dedicated worker, in which this is called, to the page that started it. */
export function portOfWebWorker(): {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
} {
  return {
    post: (message) => postMessage(message),
    onMessage: (listener) => addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
  };
}
