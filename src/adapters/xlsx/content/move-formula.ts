import { columnName } from '../../../domain/workbook/address.ts';
import { COLUMNS, ROWS } from './cell-reference.ts';

/** What must not be taken for a reference (texts, quoted sheet names, brackets), and then the references: A1, A:B, 1:2. */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\p{L}\p{M}\p{N}_.\\$])(?:(?<cell>\$?[A-Z]{1,3}\$?\d{1,7})|(?<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})|(?<rows>\$?\d{1,7}:\$?\d{1,7}))(?![\p{L}\p{M}\p{N}_.(!])/giu;

/**
 * A formula as it reads when it goes from one cell to another (`row * COLUMNS + column`): relative references move
 * along, round the sheet's edge where they leave it (shared formulas, ISO/IEC 29500-1, 18.3.1.40).
 */
export function moveFormula(formula: string, from: number, to: number): string {
  const rows = Math.floor(to / COLUMNS) - Math.floor(from / COLUMNS);
  const columns = (to % COLUMNS) - (from % COLUMNS);
  return formula.replace(PIECE, (piece, ...rest) => {
    const { cell, columns: wholeColumns, rows: wholeRows } = rest.at(-1) as Record<string, string | undefined>;
    const reference = cell ?? wholeColumns ?? wholeRows;
    return reference === undefined ? piece : shiftReference(reference, rows, columns);
  });
}

function shiftReference(reference: string, rows: number, columns: number): string {
  return reference.replace(
    /(\$?)([A-Z]*)(\$?)(\d*)/gi,
    (_, first: string, letters: string, second: string, digits: string) => {
      const column =
        letters === '' || first !== '' ? letters : columnName(wrap(columnIndex(letters) + columns, COLUMNS));
      const fixedRow = (letters === '' ? first : second) !== '';
      const row = digits === '' || fixedRow ? digits : wrap(Number(digits) - 1 + rows, ROWS) + 1;
      return `${first}${column}${second}${row}`;
    },
  );
}

function columnIndex(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
