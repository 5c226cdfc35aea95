import { pathToFileURL } from 'node:url';
import { Thread } from '../../../src/adapters/threads/thread.ts';
import { OUT_OF_MEMORY } from '../../../src/adapters/workers/protocol.ts';
import { Pool, type PoolOptions } from '../../../src/adapters/workers/pool.ts';

const PROGRAM = pathToFileURL('tests/support/thread-program.mjs');

let pool: Pool<unknown, unknown, { task: unknown; setup: unknown }>;
let threads: Thread[];

/** A pool of real threads; `timeLimit` is generous unless a test waits for its end. */
function open(options: Partial<PoolOptions<unknown>> = {}) {
  threads = [];
  const spawn = () => {
    const thread = new Thread(PROGRAM);
    threads.push(thread);
    return thread;
  };
  pool = new Pool({ spawn, size: 2, timeLimit: 60_000, setup: { start: 'well' }, ...options });
  return pool;
}

afterEach(() => pool.close());

describe('a pool of threads', () => {
  it('answers every task, whatever their number', async () => {
    open();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, task) => pool.run({ number: task })));
    expect(answers.map(({ task }) => task)).toEqual(Array.from({ length: 50 }, (_, task) => ({ number: task })));
    expect(answers[0]?.setup).toEqual({ start: 'well' });
  });

  it('starts no more workers than it may, nor than it has tasks for', async () => {
    open({ size: 3 });
    await pool.run('a');
    await pool.run('b');
    expect(threads).toHaveLength(1);
    await Promise.all(Array.from({ length: 9 }, (_, task) => pool.run(task)));
    expect(threads).toHaveLength(3);
  });

  it('hands buffers over instead of copying them', async () => {
    open();
    const bytes = Uint8Array.of(1, 2, 3);
    expect((await pool.run(bytes, [bytes.buffer])).task).toEqual(Uint8Array.of(1, 2, 3));
    expect(bytes.byteLength).toBe(0);
  });

  it.each([
    ['hangs', 'hang', 'took-too-long'],
    ['ends', 'die', 'crashed'],
    ['throws', 'throw', 'crashed'],
    ['meets a fault of its work', 'fault', 'crashed'],
  ])('loses one task and no other when its worker %s', async (_, bad, kind) => {
    open({ timeLimit: bad === 'hang' ? 1500 : 60_000 });
    const tasks = ['a', bad, 'b', 'c', bad, 'd'];
    const outcomes = await Promise.allSettled(tasks.map((task) => pool.run(task)));
    expect(
      outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value.task : (outcome.reason as { kind: string }).kind,
      ),
    ).toEqual(['a', kind, 'b', 'c', kind, 'd']);
  });

  it('outlives a worker that runs out of memory', async () => {
    open({ size: 1 });
    await expect(pool.run('eat-memory')).rejects.toMatchObject({ kind: 'crashed', message: OUT_OF_MEMORY });
    expect((await pool.run('a')).task).toBe('a');
  });

  it.each([
    ['dies', { setup: { start: 'die' } }],
    ['hangs', { setup: { start: 'hang' }, timeLimit: 1500 }],
    ['cannot be found', { spawn: () => new Thread(pathToFileURL('tests/support/none.mjs')) }],
    [
      'is refused',
      {
        spawn: () => {
          throw new Error('no more threads');
        },
      },
    ],
  ])('gives up where a worker %s before its first task, and leaves the buffers alone', async (_, options) => {
    open(options);
    const bytes = Uint8Array.of(1);
    const outcomes = await Promise.allSettled([pool.run(bytes, [bytes.buffer]), pool.run('b')]);
    expect(outcomes).toMatchObject([{ reason: { kind: 'no-start' } }, { reason: { kind: 'no-start' } }]);
    expect(bytes).toEqual(Uint8Array.of(1));
    await expect(pool.run('later')).rejects.toMatchObject({ kind: 'no-start' });
  });

  it('rejects what has no answer when it is closed, begun or not, and what comes later', async () => {
    open({ size: 1 });
    await pool.run('a');
    const outcomes = Promise.allSettled([pool.run('hang'), pool.run('b')]);
    pool.close();
    expect(await outcomes).toMatchObject([{ reason: { kind: 'closed' } }, { reason: { kind: 'closed' } }]);
    await expect(pool.run('later')).rejects.toMatchObject({ kind: 'closed' });
  });

  it.each([
    ['lets a worker finish what it is at', 'b', [{ kind: 'answer', answer: { task: 'b' } }]],
    ['ends a worker that does not finish', 'hang', []],
  ])('%s when it is closed', async (_, task, expected) => {
    open({ size: 1 });
    await pool.run('a');
    const [thread] = threads;
    const heard: unknown[] = [];
    thread!.onMessage((message) => heard.push(message));
    const ended = new Promise((resolve) => thread!.onEnd(resolve));
    const outcomes = Promise.allSettled([pool.run(task)]);
    pool.close();
    expect(await outcomes).toMatchObject([{ reason: { kind: 'closed' } }]);
    await ended;
    expect(heard).toMatchObject(expected);
    expect(heard).toHaveLength(expected.length);
  });
});
