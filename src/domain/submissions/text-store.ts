import type { CellPosition } from '../spreadsheet/address.ts';
import type { SourcedText } from './submission.ts';

/** Keeps texts outside the memory. */
export interface TextStore {
  /**
   * Keeps a text. Those of a column are read together sooner or later.
   * @returns its number
   */
  keep(text: string, column: string): number;
  /** The text of a number. */
  read(number: number): string;
}

/** A text in a store, from which it comes whenever it is asked for. */
export class StoredText implements SourcedText {
  readonly #store: TextStore;
  readonly #number: number;
  readonly sheet: string;
  readonly cell: CellPosition;

  constructor(store: TextStore, number: number, { sheet, cell }: Pick<SourcedText, 'sheet' | 'cell'>) {
    this.#store = store;
    this.#number = number;
    this.sheet = sheet;
    this.cell = cell;
  }

  get text(): string {
    return this.#store.read(this.#number);
  }
}
