/** What a thread of the tests runs: the protocol of a pool's worker, with tasks that misbehave when told to. */
import { parentPort, workerData } from 'node:worker_threads';

let setup;

parentPort.on('message', (message) => {
  if (message.kind === 'setup') {
    setup = message.setup;
    if (setup.start === 'die') process.exit(3);
    if (setup.start !== 'hang') parentPort.postMessage({ kind: 'ready' });
    return;
  }
  const { task } = message;
  if (task === 'hang') for (;;);
  if (task === 'die') process.exit(7);
  if (task === 'throw') throw new Error('thrown outside of the work');
  if (task === 'eat-memory') for (const eaten = []; ;) eaten.push(new Array(10_000).fill(eaten.length));
  if (task === 'fault') parentPort.postMessage({ kind: 'fault', detail: 'a fault of the work' });
  else parentPort.postMessage({ kind: 'answer', answer: { task, setup, of: workerData } });
});
