import type { Pass } from './passes.ts';
import { median } from './race.ts';
import { OURS } from './readers.ts';
import { figure, type Chart, type Table } from './result.ts';

/** Passes of every reader over one input; each list is of a process or a worker that was new. */
export type Passed = ReadonlyMap<string, readonly (readonly Pass[])[]>;

/** The first pass, in which nothing is warm, or those of the second half, in which everything is. */
export type Warmth = 'cold' | 'steady';

/** Milliseconds of a pass: of the processor where that is known, and the median. */
export function msOfPass(passed: Passed, name: string, warmth: Warmth): number {
  return medianOf(passed, name, warmth, ({ ms, processorMs }) => processorMs ?? ms);
}

/** The readers' times of a file, and how many times ours that is. */
export function readingTable(title: string, passed: Passed, files: number): Table {
  const each = (name: string, warmth: Warmth): number => msOfPass(passed, name, warmth) / files;
  return {
    title,
    head: ['', 'ms a file', `× ${OURS}`, 'first pass', `× ${OURS}`, 'passes'],
    rows: Array.from(passed, ([name, lists]) =>
      lists.length === 0
        ? [name, 'not on this machine', '', '', '', '']
        : [
            name,
            ...(['steady', 'cold'] as const).flatMap((warmth) => [
              figure(each(name, warmth)),
              figure(each(name, warmth) / each(OURS, warmth)),
            ]),
            String(lists.flat().length),
          ],
    ),
  };
}

/** The steady times of a file as bars. */
export function readingChart(title: string, passed: Passed, files: number): Chart {
  const bars = Array.from(passed)
    .filter(([, lists]) => lists.length > 0)
    .map(([name]) => ({ name, value: msOfPass(passed, name, 'steady') / files, ours: name === OURS }));
  return { title, unit: 'ms', bars };
}

function medianOf(passed: Passed, name: string, warmth: Warmth, of: (pass: Pass) => number): number {
  const chosen = (passed.get(name) ?? []).flatMap((passes) =>
    warmth === 'cold' ? passes.slice(0, 1) : passes.slice(Math.ceil(passes.length / 2)),
  );
  return median(chosen.map(of));
}
