import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import { cellIndexOf, rowNumber } from '../../../domain/spreadsheet/cell-reference.ts';

/** The current position in a sheet: rows and cells without a reference follow the previous ones. */
export class CellCursor {
  /** The row, zero-based. */
  row = -1;
  /** The cell index (`row * COLUMNS + column`). */
  cellIndex = -1;
  /** Why the row or cell has no valid position, in technical terms; undefined if it has one. */
  fault: string | undefined;
  #rowFault: string | undefined;

  /** Moves to the row of an attribute `r`. Without one, a row after a row without a valid position has none either. */
  toRow(number: string | undefined): void {
    if (number === undefined && this.#rowFault !== undefined) return;
    this.row = number === undefined ? this.row + 1 : rowNumber(number);
    this.cellIndex = this.row * COLUMNS - 1;
    const isOnSheet = this.row >= 0 && this.row < ROWS;
    this.#rowFault = isOnSheet ? undefined : `row ${number?.slice(0, MAX_QUOTED) ?? this.row + 1}`;
    this.fault = this.#rowFault;
  }

  /** Moves to the cell of an attribute `r`. Without one, a cell after a cell without a valid position has none either. */
  toCell(reference: string | undefined): void {
    if (reference === undefined && this.fault !== undefined) return;
    if (this.#goTo(reference === undefined ? this.cellIndex + 1 : cellIndexOf(reference))) return;
    this.fault ??= `cell ${reference?.slice(0, MAX_QUOTED) ?? `beyond the end of row ${this.row + 1}`}`;
  }

  /** As {@link toCell}, with the reference from `start` to `end` of a text, which saves a substring for each cell. */
  toCellIn(text: string, start: number, end: number): void {
    if (!this.#goTo(cellIndexOf(text, start, end)))
      this.fault ??= `cell ${text.slice(start, end).slice(0, MAX_QUOTED)}`;
  }

  /** @returns whether the cell lies in the row */
  #goTo(cellIndex: number): boolean {
    this.cellIndex = cellIndex;
    this.fault = this.#rowFault;
    return cellIndex >= 0 && Math.floor(cellIndex / COLUMNS) === this.row;
  }
}

/** Limit of characters of a reference in a fault. */
const MAX_QUOTED = 40;
