import { COLUMNS, ROWS } from './limits.ts';

/** A cell's row and column on its sheet, both counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A cell's sheet, row and column. */
export interface CellLocation extends CellPosition {
  readonly sheet: string;
}

/** The row and column of something that has more than these, such as a cell with its content. */
export function positionOf({ row, column }: CellPosition): CellPosition {
  return { row, column };
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

/** The A1 reference of a cell, for people and files; within the program cells travel as positions. */
export function cellName({ row, column }: CellPosition): string {
  return `${columnName(column)}${row + 1}`;
}

/** A text that is equal exactly for equal cells of a workbook: a key for maps. */
export function cellKey(sheet: string, { row, column }: CellPosition): string {
  return `${row} ${column} ${sheet}`;
}

/** A cell in words, as formulas of Excel name it but for quotes around the sheet: `1. มาตรการ!B7`. */
export function locationName(location: CellLocation): string {
  return `${location.sheet}!${cellName(location)}`;
}

/** Row and column, counted from 0, of an A1 reference without `$`; undefined where it is none or names no cell of a sheet. */
export function parseCellName(name: string): CellPosition | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  const [row, column] = [Number(digits) - 1, columnIndex(letters)];
  return letters === '' || column >= COLUMNS || row >= ROWS ? undefined : { row, column };
}

/** A sheet's name as a formula needs it: always quoted, its quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
