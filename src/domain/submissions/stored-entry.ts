import type { MeasureKey } from '../programme/programme.ts';
import type { CellPosition } from '../spreadsheet/address.ts';
import type { Entry, SourcedText } from './submission.ts';

/** Where a text stands. */
type Place = Pick<SourcedText, 'sheet' | 'cell'>;

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

type Lists = Pick<Entry, 'paragraphs' | 'dates' | 'evidence' | 'notes'>;

/** Keeps the texts of entries in a store, those of an entry together. */
export class EntryStore {
  readonly #store: TextStore;
  readonly #shared: (place: Place) => Place;
  #last: { readonly number: number; readonly lists: Lists } | undefined;

  /** @param shared gives an equal place of which there is only one */
  constructor(store: TextStore, shared: (place: Place) => Place) {
    this.#store = store;
    this.#shared = shared;
  }

  /** An equal entry, of which the texts are in the store. */
  keep(entry: Entry): StoredEntry {
    const { paragraphs, dates, evidence, notes } = entry;
    const lists: Lists = { paragraphs, dates, evidence, notes };
    return new StoredEntry(this, this.#store.keep(JSON.stringify(lists), entry.measure), entry);
  }

  /** The texts of an entry. */
  read(entry: StoredEntry, number: number): Lists {
    // Whoever looks at an entry asks for several of its lists.
    if (this.#last?.number === number) return this.#last.lists;
    const kept = JSON.parse(this.#store.read(number)) as Lists;
    const placed = (list: readonly SourcedText[]): readonly SourcedText[] =>
      list.map((source) => ({ text: source.text, ...this.#shared(source) }));
    const lists: Lists = {
      paragraphs: placed(kept.paragraphs).map((source, index) => new StoredText(source, entry, index)),
      dates: placed(kept.dates),
      evidence: placed(kept.evidence),
      notes: placed(kept.notes),
    };
    this.#last = { number, lists };
    return lists;
  }
}

/** An entry of which the texts are read whenever they are asked for. `{ ...entry }` would have none of them. */
export class StoredEntry implements Entry {
  readonly measure: MeasureKey;
  readonly status?: NonNullable<Entry['status']>;
  readonly #entries: EntryStore;
  readonly #number: number;

  constructor(entries: EntryStore, number: number, { measure, status }: Entry) {
    this.#entries = entries;
    this.#number = number;
    this.measure = measure;
    if (status) this.status = status;
  }

  get paragraphs(): readonly SourcedText[] {
    return this.#entries.read(this, this.#number).paragraphs;
  }

  get dates(): readonly SourcedText[] {
    return this.#entries.read(this, this.#number).dates;
  }

  get evidence(): readonly SourcedText[] {
    return this.#entries.read(this, this.#number).evidence;
  }

  get notes(): readonly SourcedText[] {
    return this.#entries.read(this, this.#number).notes;
  }
}

/** A paragraph of a stored entry, which can be found there again. */
export class StoredText implements SourcedText {
  readonly text: string;
  readonly sheet: string;
  readonly cell: CellPosition;
  readonly entry: StoredEntry;
  readonly index: number;

  constructor({ text, sheet, cell }: SourcedText, entry: StoredEntry, index: number) {
    this.text = text;
    this.sheet = sheet;
    this.cell = cell;
    this.entry = entry;
    this.index = index;
  }
}
