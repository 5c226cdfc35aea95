import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { damaged } from '../faults.ts';
import { cellIndexOf, rowNumber } from './cell-reference.ts';

/** The current position in a sheet: rows and cells without a reference follow the previous ones. */
export class CellCursor {
  /** The row, zero-based. */
  row = -1;
  /** The cell index (`row * COLUMNS + column`). */
  cellIndex = -1;
  readonly #part: string;

  constructor(part: string) {
    this.#part = part;
  }

  /**
   * Moves to the row of an attribute `r`.
   * @throws {UnreadableWorkbook} if the row is outside a sheet
   */
  toRow(number: string | undefined): void {
    this.row = number === undefined ? this.row + 1 : rowNumber(number);
    this.cellIndex = this.row * COLUMNS - 1;
    if (this.row < 0 || this.row >= ROWS) throw damaged(this.#part, 'address', `row ${number ?? this.row + 1}`);
  }

  /**
   * Moves to the cell of an attribute `r`.
   * @throws {UnreadableWorkbook} if the cell is not in the row
   */
  toCell(reference: string | undefined): void {
    this.cellIndex = reference === undefined ? this.cellIndex + 1 : cellIndexOf(reference);
    if (Math.floor(this.cellIndex / COLUMNS) === this.row && this.cellIndex >= 0) return;
    throw damaged(this.#part, 'address', `cell ${reference ?? `beyond the end of row ${this.row + 1}`}`);
  }
}
