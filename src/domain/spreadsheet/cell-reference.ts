import type { CellRange } from './content.ts';
import { columnName } from './address.ts';
import { COLUMNS, ROWS } from './limits.ts';

/** Letters of the last column. */
const LAST_COLUMN = columnName(COLUMNS - 1);

/**
 * The index of a cell from its A1 reference, which is the text or what stands in it from `start` to `end`: `row * COLUMNS + column`, both
 * zero-based; -1 if it is not a valid reference.
 */
export function cellIndexOf(text: string, start = 0, end = text.length): number {
  let at = start;
  let column = 0;
  // Letters are read here once more, in one pass with the row: this runs for every cell of every file.
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > COLUMNS) return -1;
  }
  const row = rowNumber(text, at, end);
  return row < 0 || at === start ? -1 : row * COLUMNS + column - 1;
}

/** The zero-based row of the row number from `start` to `end` in the text; -1 if it is not a valid row. */
export function rowNumber(text: string, start = 0, end = text.length): number {
  let row = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
    if (row > ROWS) return -1;
  }
  return row - 1;
}

/**
 * The range of a reference such as `A1`, `A1:C3`, `A:C` or `1:3`, with its corners in order; undefined if it is not
 * valid.
 */
export function cellRange(reference: string): CellRange | undefined {
  const colon = reference.indexOf(':');
  const [first, last] = colon < 0 ? [reference, reference] : wholeLines(reference, colon);
  const from = cellIndexOf(first);
  const to = cellIndexOf(last);
  if (from < 0 || to < 0) return undefined;
  const [fromRow, toRow] = [Math.floor(from / COLUMNS), Math.floor(to / COLUMNS)];
  const [fromColumn, toColumn] = [from % COLUMNS, to % COLUMNS];
  return {
    top: Math.min(fromRow, toRow),
    left: Math.min(fromColumn, toColumn),
    bottom: Math.max(fromRow, toRow),
    right: Math.max(fromColumn, toColumn),
  };
}

/** The corners of a range; of whole columns or rows those of the sheet. */
function wholeLines(reference: string, colon: number): readonly [first: string, last: string] {
  const [first, last] = [reference.slice(0, colon), reference.slice(colon + 1)];
  if (/^[A-Z]+:[A-Z]+$/.test(reference)) return [`${first}1`, `${last}${ROWS}`];
  return /^\d+:\d+$/.test(reference) ? [`A${first}`, `${LAST_COLUMN}${last}`] : [first, last];
}
