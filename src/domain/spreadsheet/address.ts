import { COLUMNS, ROWS } from './limits.ts';

/** Where a cell is; rows and columns are counted from 0. */
export interface CellLocation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The letters of a column counted from 0: `A`, `Z`, `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The column of such letters, capital ones, counted from 0: the inverse of {@link columnName}. */
export function columnIndex(name: string): number {
  let column = 0;
  for (let index = 0; index < name.length; index += 1) column = column * 26 + name.charCodeAt(index) - 64;
  return column - 1;
}

/** The A1 reference of a cell, row and column counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Row and column, counted from 0, of an A1 reference without `$`; undefined where it is none or names no cell of a sheet. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  const [row, column] = [Number(digits) - 1, columnIndex(letters)];
  return letters === '' || column >= COLUMNS || row >= ROWS ? undefined : { row, column };
}

/** A sheet's name as a formula needs it: always quoted, its quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
