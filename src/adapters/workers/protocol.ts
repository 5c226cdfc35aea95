/** What a worker is told: once what holds for all its tasks, then one task after the other. Plain data, as every host can send it. */
export type ToWorker<Setup, Task> =
  { readonly kind: 'setup'; readonly setup: Setup } | { readonly kind: 'task'; readonly task: Task };

/** What a worker answers: `ready` to its setup, then an answer or a fault to each task. */
export type FromWorker<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'fault'; readonly detail: string };

/** The reason that a worker ended which asked for more memory than it may have. */
export const OUT_OF_MEMORY = 'out of memory';

/** A worker as those see it who started it: a Web Worker or a thread of Node. */
export interface WorkerHandle {
  /** Sends a message; the buffers change hands. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  /** Has the listener called with every message of the worker. */
  onMessage(listener: (message: unknown) => void): void;
  /** Has the listener called, at least once and with the reason, when the worker fails or ends; see {@link OUT_OF_MEMORY}. */
  onEnd(listener: (reason: string) => void): void;
  /** Ends the worker, whatever it is doing. */
  end(): void;
}

/** The other end, as the worker sees it. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}
