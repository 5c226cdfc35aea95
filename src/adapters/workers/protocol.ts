/** Messages to a worker: its setup once, then one task at a time. Plain data, which every host can send. */
export type ToWorker<Setup, Task> =
  { readonly kind: 'setup'; readonly setup: Setup } | { readonly kind: 'task'; readonly task: Task };

/** Messages from a worker: `ready` after its setup, then an answer or fault to each task. */
export type FromWorker<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'fault'; readonly detail: string };

/** The reason of a worker that exceeded its memory. */
export const OUT_OF_MEMORY = 'out of memory';

/** A worker from outside: a Web Worker or a thread of Node. */
export interface WorkerHandle {
  /** Sends a message and transfers the buffers. */
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  /** Calls the listener with every message of the worker. */
  onMessage(listener: (message: unknown) => void): void;
  /** Calls the listener at least once with the reason when the worker fails or ends; see {@link OUT_OF_MEMORY}. */
  onEnd(listener: (reason: string) => void): void;
  /** Terminates the worker at once. */
  end(): void;
}

/** The worker's own end of the connection. */
export interface WorkerPort {
  /** Sends a message and transfers the buffers. */
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}
