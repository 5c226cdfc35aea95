import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { cellIndexOf, rowNumber } from '../../../domain/spreadsheet/cell-reference.ts';

/** The current position in a sheet: rows and cells without a reference follow the previous ones. */
export class CellCursor {
  /** The row, zero-based. */
  row = -1;
  /** The cell index (`row * COLUMNS + column`). */
  cellIndex = -1;
  /** Why the row or cell has no place on the sheet, in technical words; undefined where it has one. */
  fault: string | undefined;
  #rowFault: string | undefined;

  /** Moves to the row of an attribute `r`; a row that follows one without a place has none either. */
  toRow(number: string | undefined): void {
    if (number === undefined && this.#rowFault !== undefined) return;
    this.row = number === undefined ? this.row + 1 : rowNumber(number);
    this.cellIndex = this.row * COLUMNS - 1;
    const isOnSheet = this.row >= 0 && this.row < ROWS;
    this.#rowFault = isOnSheet ? undefined : `row ${number?.slice(0, MOST_QUOTED) ?? this.row + 1}`;
    this.fault = this.#rowFault;
  }

  /** Moves to the cell of an attribute `r`; a cell that follows one without a place has none either. */
  toCell(reference: string | undefined): void {
    if (reference === undefined && this.fault !== undefined) return;
    if (this.#goTo(reference === undefined ? this.cellIndex + 1 : cellIndexOf(reference))) return;
    this.fault ??= `cell ${reference?.slice(0, MOST_QUOTED) ?? `beyond the end of row ${this.row + 1}`}`;
  }

  /** As {@link toCell}, to the reference from `start` to `end` in a text: none is cut out of it for each cell. */
  toCellIn(text: string, start: number, end: number): void {
    if (!this.#goTo(cellIndexOf(text, start, end)))
      this.fault ??= `cell ${text.slice(start, end).slice(0, MOST_QUOTED)}`;
  }

  /** @returns whether the cell lies in the row */
  #goTo(cellIndex: number): boolean {
    this.cellIndex = cellIndex;
    this.fault = this.#rowFault;
    return cellIndex >= 0 && Math.floor(cellIndex / COLUMNS) === this.row;
  }
}

/** Characters of a reference in a fault. */
const MOST_QUOTED = 40;
