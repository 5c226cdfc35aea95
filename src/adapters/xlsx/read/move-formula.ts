import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { columnIndex } from '../../../domain/spreadsheet/address.ts';
import { columnName } from '../../../domain/spreadsheet/address.ts';
import { matchesWhere } from '../../../domain/text/matches.ts';

/**
 * What must not be taken for a reference (texts, quoted sheet names, brackets; what is never closed goes to the end, so that no part is
 * looked at twice), and then the references: A1, A:B, 1:2. A doubled quote ends one text and begins the next, which comes to the same.
 */
const PIECE =
  /"[^"]*(?:"|$)|'[^']*(?:'|$)|\[[^\]]*(?:\]|$)|(?<reference>\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{M}\p{N}_.(!])/giu;

/** What a reference does not follow: a name or a longer reference goes on. */
const GOES_ON = /[\p{L}\p{M}\p{N}_.\\$]$/u;

/** A stretch of a formula: text that stays, then a column or a row that moves, both counted from 0. */
interface Piece {
  readonly text: string;
  readonly column?: number;
  readonly row?: number;
}

/**
 * A formula that can be written for other cells than its own: relative references move along, round the sheet's edge
 * where they leave it (shared formulas, ISO/IEC 29500-1, 18.3.1.40).
 */
export class MovableFormula {
  readonly text: string;
  /** The cell that it stands in, `row * COLUMNS + column`. */
  readonly cellIndex: number;
  #pieces: readonly Piece[] | undefined;

  constructor(text: string, cellIndex: number) {
    this.text = text;
    this.cellIndex = cellIndex;
  }

  /** The formula as it reads in another cell. */
  at(cellIndex: number): string {
    this.#pieces ??= piecesOf(this.text);
    const rows = Math.floor(cellIndex / COLUMNS) - Math.floor(this.cellIndex / COLUMNS);
    const columns = (cellIndex % COLUMNS) - (this.cellIndex % COLUMNS);
    // Joined at once: a sum of thousands of strings would be kept as a tree of them.
    const parts: (string | number)[] = [];
    for (const { text, column, row } of this.#pieces) {
      parts.push(text);
      if (column !== undefined) parts.push(columnName(wrap(column + columns, COLUMNS)));
      if (row !== undefined) parts.push(wrap(row + rows, ROWS) + 1);
    }
    return parts.join('');
  }
}

function piecesOf(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of matchesWhere(formula, PIECE, isPiece)) {
    for (const part of match.groups?.reference?.matchAll(/\$?[A-Z]+|\$?\d+/gi) ?? []) {
      const [name] = part;
      if (name.startsWith('$')) continue;
      const start = match.index + part.index;
      const text = formula.slice(done, start);
      pieces.push(
        /\d/.test(name) ? { text, row: Number(name) - 1 } : { text, column: columnIndex(name.toUpperCase()) },
      );
      done = start + name.length;
    }
  }
  return [...pieces, { text: formula.slice(done) }];
}

/** Whether it is no reference or a whole one; a character before it may be of two units. */
function isPiece({ groups, index, input }: RegExpExecArray): boolean {
  return groups?.reference === undefined || !GOES_ON.test(input.slice(Math.max(0, index - 2), index));
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
