import { inParallel } from '../../src/usecases/in-parallel.ts';
import { nextTurn } from '../support/next-turn.ts';

async function gathered<T>(outcomes: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

/** A promise that is kept from outside. */
function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((keep) => (resolve = keep));
  return { promise, resolve: () => resolve() };
}

async function after(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn();
}

describe('working in parallel', () => {
  it('keeps the order where one thing is done at a time', async () => {
    const work = async (item: number) => (await after(5 - item), item * 10);
    expect(await gathered(inParallel([1, 2, 3, 4], 1, work))).toEqual([10, 20, 30, 40]);
  });

  it('gives outcomes as they come, each once', async () => {
    const { promise: held, resolve: release } = withResolvers();
    const work = async (item: string) => (item === 'slow' ? (await held, item) : (item === 'last' && release(), item));
    const all = await gathered(inParallel(['slow', 'a', 'b', 'last'], 2, work));
    expect(all.slice(0, 2)).toEqual(['a', 'b']);
    expect([...all].sort()).toEqual(['a', 'b', 'last', 'slow']);
  });

  it.each([1, 2, 5])('never has more than %d things under way', async (width) => {
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await after(1);
      running -= 1;
    };
    await gathered(inParallel(Array(20).fill(0), width, work));
    expect(most).toBe(width);
  });

  it('begins nothing while nobody asks', async () => {
    const begun: number[] = [];
    const outcomes = inParallel([1, 2, 3, 4], 2, (item) => (begun.push(item), Promise.resolve(item)));
    await outcomes.next();
    await after(5);
    expect(begun).toEqual([1, 2]);
  });

  it('throws the first error, and nothing is left to be thrown later', async () => {
    const work = (item: number) => (item > 1 ? Promise.reject(new Error(`no ${item}`)) : Promise.resolve(item));
    await expect(gathered(inParallel([1, 2, 3], 3, work))).rejects.toThrow('no 2');
  });

  it('of nothing gives nothing', async () => {
    expect(await gathered(inParallel([], 3, () => Promise.resolve(1)))).toEqual([]);
  });
});
