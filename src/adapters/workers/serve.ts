import type { FromWorker, ToWorker, WorkerPort } from './protocol.ts';

/** An answer of which the buffers are transferred and not copied. */
export class GivenAway {
  readonly answer: unknown;
  readonly transfer: readonly ArrayBuffer[];

  constructor(answer: unknown, transfer: readonly ArrayBuffer[]) {
    this.answer = answer;
    this.transfer = transfer;
  }
}

/** Runs a worker: answers each task with `work`. If that throws, the task fails and the worker goes on. */
export function serve(port: WorkerPort, work: (task: unknown, setup: unknown) => Promise<unknown>): void {
  let given: { readonly setup: unknown } | undefined;
  const reply = (message: FromWorker<unknown>, transfer: readonly ArrayBuffer[] = []): void =>
    port.post(message, transfer);
  const take = async (message: ToWorker<unknown, unknown>): Promise<void> => {
    if (message.kind === 'setup') {
      given = message;
      reply({ kind: 'ready' });
    } else if (given !== undefined) {
      const answer = await work(message.task, given.setup);
      if (answer instanceof GivenAway) reply({ kind: 'answer', answer: answer.answer }, answer.transfer);
      else reply({ kind: 'answer', answer });
    }
  };
  port.onMessage((message) => {
    take(message as ToWorker<unknown, unknown>).catch((error: unknown) =>
      reply({ kind: 'fault', detail: error instanceof Error ? error.message : String(error) }),
    );
  });
}
