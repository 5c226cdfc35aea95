import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { columnIndex } from '../../../domain/spreadsheet/address.ts';
import { columnName } from '../../../domain/spreadsheet/address.ts';
import { matchesWhere } from '../../../domain/text/matches.ts';

/**
 * What must not be taken for a reference (texts, quoted sheet names, brackets), or a reference: A1, A:B, 1:2. An unclosed text extends to
 * the end, so that matching takes linear time. A doubled quote matches as the end of one text and the beginning of the next.
 */
const PIECE =
  /"[^"]*(?:"|$)|'[^']*(?:'|$)|\[[^\]]*(?:\]|$)|(?<reference>\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{M}\p{N}_.(!])/giu;

/** The end of a name or of a longer reference, which a reference cannot follow. */
const CONTINUED = /[\p{L}\p{M}\p{N}_.\\$]$/u;

/** A piece of a formula: fixed text, followed by a zero-based column or row that moves. */
interface Piece {
  readonly text: string;
  readonly column?: number;
  readonly row?: number;
}

/**
 * A formula that can be translated to other cells (shared formulas, ISO/IEC 29500-1, 18.3.1.40). Relative references move along, and wrap
 * around at the edges of the sheet.
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

  /** The formula translated to another cell. */
  at(cellIndex: number): string {
    this.#pieces ??= piecesOf(this.text);
    const rows = Math.floor(cellIndex / COLUMNS) - Math.floor(this.cellIndex / COLUMNS);
    const columns = (cellIndex % COLUMNS) - (this.cellIndex % COLUMNS);
    // Joined at once, because V8 would keep a concatenation of thousands of strings as a tree of them.
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

/** Whether a match is not a reference, or a whole one. The character before it may have two units. */
function isPiece({ groups, index, input }: RegExpExecArray): boolean {
  return groups?.reference === undefined || !CONTINUED.test(input.slice(Math.max(0, index - 2), index));
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
