import { Bench } from 'tinybench';

/** One way to do the work that is measured. */
export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

/** How long a contestant took: the median of its runs, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly ms: number;
  readonly runs: number;
}

/** How thoroughly to measure. */
export interface Effort {
  readonly rounds: number;
  /** Milliseconds of each contestant's turn in a round. */
  readonly turn: number;
}

export const THOROUGH: Effort = { rounds: 7, turn: 300 };
export const QUICK: Effort = { rounds: 2, turn: 100 };

/** Lets the contestants take turns, so that a busy spell of the machine falls on all of them, and gives their medians. */
export async function race(contestants: readonly Contestant[], { rounds, turn }: Effort): Promise<readonly Timing[]> {
  const samples = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const bench = new Bench({
      time: turn,
      iterations: 3,
      warmup: round === 0,
      warmupTime: turn,
      warmupIterations: 5,
      retainSamples: true,
      throws: true,
    });
    for (const { name, run } of contestants) bench.add(name, run);
    for (const { name, result } of await bench.run()) {
      if (result.state !== 'completed') throw new Error(`${name}: ${result.state}`);
      samples.get(name)?.push(...(result.latency.samples ?? []));
    }
  }
  return Array.from(samples, ([name, times]) => ({ name, ms: median(times), runs: times.length }));
}

/** The middle value; of an even number of values the upper one of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
