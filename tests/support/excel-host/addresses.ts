import { cellName, columnIndex, columnName, quoteSheet } from '../../../src/domain/spreadsheet/address.ts';
import type { CellRange } from '../../../src/domain/spreadsheet/content.ts';
import { COLUMNS, ROWS } from './model.ts';
import { HostError } from './wire.ts';

/** The rectangle of an address such as `B2:C3`, `A:B` or `2:4`, with or without a sheet in front. */
export function parseAddress(address: string): CellRange {
  if (address.length > 8192) throw new HostError('InvalidArgument', 'The address is too long.');
  const [first = '', last = first] = address.replace(/^.*!/, '').replaceAll('$', '').toUpperCase().split(':');
  const [from, to] = [parseCorner(first), parseCorner(last)];
  return {
    top: from.row ?? 0,
    left: from.column ?? 0,
    bottom: to.row ?? ROWS - 1,
    right: to.column ?? COLUMNS - 1,
  };
}

function parseCorner(text: string): { readonly row: number | undefined; readonly column: number | undefined } {
  const [match, letters, digits] = /^([A-Z]{1,3})?([1-9]\d{0,6})?$/.exec(text) ?? [];
  if (!match) throw new HostError('InvalidArgument', `${text} is no address.`);
  return { row: digits ? Number(digits) - 1 : undefined, column: letters ? columnIndex(letters) : undefined };
}

/** The address of a rectangle, without its sheet. */
export function localAddress({ top, left, bottom, right }: CellRange): string {
  if (top === 0 && bottom === ROWS - 1) return `${columnName(left)}:${columnName(right)}`;
  if (left === 0 && right === COLUMNS - 1) return `${top + 1}:${bottom + 1}`;
  const first = cellName({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${cellName({ row: bottom, column: right })}`;
}

/** The address as Excel gives it: quotes stand around a sheet's name only where they must. */
export function fullAddress(sheet: string, range: CellRange): string {
  return `${/^[A-Za-z_]\w*$/.test(sheet) ? sheet : quoteSheet(sheet)}!${localAddress(range)}`;
}
