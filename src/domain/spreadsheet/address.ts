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
  return Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The A1 reference of a cell, row and column counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Row and column, counted from 0, of an A1 reference without `$`; undefined where it is none or names no cell of a sheet. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return letters === '' || column > 16_384 || Number(digits) > 1_048_576
    ? undefined
    : { row: Number(digits) - 1, column: column - 1 };
}

/** A sheet's name as a formula needs it: always quoted, its quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
