import type { CellPosition } from './address.ts';
import type { CellRange } from './content.ts';

/** Rows from `top` to `bottom`, both included. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** A set of ranges of one workbook. The rows of a column are merged when it is first asked for, so that asking is fast however many ranges overlap. */
export class RangeSet {
  readonly #ranges = new Map<string, Map<string, CellRange>>();
  readonly #rows = new Map<string, Map<number, readonly Rows[]>>();

  /** Adds a range of a sheet, whose name is given in the same letters as when asking. */
  add(sheet: string, { top, left, bottom, right }: CellRange): void {
    const ranges = this.#ranges.get(sheet) ?? new Map<string, CellRange>();
    this.#ranges.set(sheet, ranges.set(`${top} ${left} ${bottom} ${right}`, { top, left, bottom, right }));
    this.#rows.delete(sheet);
  }

  /** Whether a cell is in one of the ranges. */
  has(sheet: string, { row, column }: CellPosition): boolean {
    const ranges = this.#ranges.get(sheet);
    if (ranges === undefined) return false;
    const columns = this.#rows.get(sheet) ?? new Map<number, readonly Rows[]>();
    this.#rows.set(sheet, columns);
    const rows = columns.get(column) ?? mergedRows([...ranges.values()], column);
    columns.set(column, rows);
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle]?.top ?? Infinity) <= row) low = middle + 1;
      else high = middle;
    }
    return (rows[low - 1]?.bottom ?? -1) >= row;
  }
}

/** The rows of a column in which ranges are, from top to bottom and without overlaps. */
function mergedRows(ranges: readonly CellRange[], column: number): readonly Rows[] {
  const sorted = ranges
    .filter(({ left, right }) => left <= column && column <= right)
    .toSorted((one, other) => one.top - other.top);
  const merged: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && top <= last.bottom + 1) last.bottom = Math.max(last.bottom, bottom);
    else merged.push({ top, bottom });
  }
  return merged;
}
