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

/** What many entries have in common. */
interface About extends Pick<Entry, 'measure' | 'status'> {
  readonly entries: EntryStore;
}

type Lists = Pick<Entry, 'paragraphs' | 'dates' | 'evidence' | 'notes'>;

/** Keeps the texts of entries in a store, those of an entry together. */
export class EntryStore {
  readonly #store: TextStore;
  readonly #shared: (place: Place) => Place;
  readonly #about = new Map<MeasureKey, Map<Entry['status'], About>>();
  #last: { readonly number: number; readonly lists: Lists } | undefined;

  /** @param shared gives an equal place of which there is only one */
  constructor(store: TextStore, shared: (place: Place) => Place) {
    this.#store = store;
    this.#shared = shared;
  }

  /** An equal entry, of which the texts are in the store; those with the same measure and the same object as status share what says so. */
  keep({ measure, status, paragraphs, dates, evidence, notes }: Entry): StoredEntry {
    const lists: Lists = { paragraphs, dates, evidence, notes };
    return new StoredEntry(this.#sharedAbout(measure, status), this.#store.keep(JSON.stringify(lists), measure));
  }

  #sharedAbout(measure: MeasureKey, status: Entry['status']): About {
    const known = this.#about.get(measure) ?? new Map<Entry['status'], About>();
    const about = known.get(status) ?? { entries: this, measure, status };
    this.#about.set(measure, known.set(status, about));
    return about;
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

/** An entry of which the texts are read whenever they are asked for. `{ ...entry }` would have nothing of it. */
export class StoredEntry implements Entry {
  readonly #about: About;
  readonly #number: number;

  constructor(about: About, number: number) {
    this.#about = about;
    this.#number = number;
  }

  get measure(): MeasureKey {
    return this.#about.measure;
  }

  get status(): Entry['status'] {
    return this.#about.status;
  }

  get paragraphs(): readonly SourcedText[] {
    return this.#lists.paragraphs;
  }

  get dates(): readonly SourcedText[] {
    return this.#lists.dates;
  }

  get evidence(): readonly SourcedText[] {
    return this.#lists.evidence;
  }

  get notes(): readonly SourcedText[] {
    return this.#lists.notes;
  }

  get #lists(): Lists {
    return this.#about.entries.read(this, this.#number);
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
