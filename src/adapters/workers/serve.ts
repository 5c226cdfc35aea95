import type { FromWorker, ToWorker, WorkerPort } from './protocol.ts';

/** Runs a worker: answers each task with `work`. If that throws, the task fails and the worker goes on. */
export function serve(port: WorkerPort, work: (task: unknown, setup: unknown) => Promise<unknown>): void {
  let given: { readonly setup: unknown } | undefined;
  const reply = (message: FromWorker<unknown>): void => port.post(message);
  const take = async (message: ToWorker<unknown, unknown>): Promise<void> => {
    if (message.kind === 'setup') {
      given = message;
      reply({ kind: 'ready' });
    } else if (given !== undefined) {
      reply({ kind: 'answer', answer: await work(message.task, given.setup) });
    }
  };
  port.onMessage((message) => {
    take(message as ToWorker<unknown, unknown>).catch((error: unknown) =>
      reply({ kind: 'fault', detail: error instanceof Error ? error.message : String(error) }),
    );
  });
}
