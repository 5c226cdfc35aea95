import type { Timing } from './race.ts';
import { OURS } from './readers.ts';
import { figure, type Chart, type Table } from './result.ts';

/** Times of one file; `×` is against ours. */
export function timingTable(title: string, timings: readonly Timing[]): Table {
  const ours = msOf(timings)(OURS);
  return {
    title,
    head: ['', 'ms', '× ita-workbook', 'runs'],
    rows: timings.map(({ name, ms, runs }) =>
      runs === 0 ? [name, 'not on this machine', '', ''] : [name, figure(ms), figure(ms / ours), String(runs)],
    ),
  };
}

/** The times as bars. */
export function barsOf(title: string, timings: readonly Timing[]): Chart {
  const bars = timings
    .filter(({ runs }) => runs > 0)
    .map(({ name, ms }) => ({ name, value: ms, ours: name.startsWith(OURS) }));
  return { title, unit: 'ms', bars };
}

/** Looks a contestant's time up. */
export function msOf(timings: readonly Timing[]): (name: string) => number {
  return (wanted) => timings.find(({ name }) => name === wanted)?.ms ?? NaN;
}

/** A file's size, to read. */
export function kilobytes(size: number): string {
  return `${Math.round(size / 1024)} KB`;
}
