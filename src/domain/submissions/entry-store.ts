import type { MeasureKey } from '../programme/programme.ts';
import { COLUMNS } from '../spreadsheet/limits.ts';
import type { Source } from './consolidation.ts';
import { NumberList } from './number-list.ts';
import type { Entry, SourcedText, Submission } from './submission.ts';

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

/** Where a text stands. */
type Place = Pick<SourcedText, 'sheet' | 'cell'>;

/** Where an entry comes from. */
type Origin = Pick<Submission, 'agency' | 'file' | 'savedAt'>;

/** What many entries have in common. */
type About = Pick<Entry, 'measure' | 'status'>;

type Lists = Pick<Entry, 'paragraphs' | 'dates' | 'evidence' | 'notes'>;

/**
 * Keeps the entries of submissions as numbers, and their texts in a store, those of an entry together: as objects, half a million
 * entries and their paragraphs would take more memory than everything else. The entries, and all paragraphs, are counted from 0.
 */
export class EntryStore {
  readonly #texts: TextStore;
  readonly #abouts = new Numbering<Entry['status'], About>();
  readonly #places = new Numbering<number, Place>();
  readonly #origins: Origin[] = [];
  /** The first entry of each origin. */
  readonly #firstEntries = new NumberList();
  /** By entry: what it is about, its text, and its first paragraph. */
  readonly #aboutOf = new NumberList();
  readonly #textOf = new NumberList();
  readonly #firstParagraphs = new NumberList();
  /** By paragraph. */
  readonly #placeOf = new NumberList();
  #last: { readonly entry: number; readonly lists: Lists } | undefined;

  constructor(texts: TextStore) {
    this.#texts = texts;
  }

  /**
   * An equal submission, of which the entries are made whenever they are asked for. Those with the same measure and the same object as
   * status share what says so.
   */
  keep(submission: Submission): Submission {
    const { agency, file, savedAt, entries } = submission;
    const first = this.#aboutOf.length;
    this.#origins.push({ agency, file, ...(savedAt === undefined ? {} : { savedAt }) });
    this.#firstEntries.push(first);
    for (const entry of entries) this.#add(entry);
    const entryAt = (_: unknown, index: number): Entry => new StoredEntry(this, first + index);
    const { length } = entries;
    return {
      ...submission,
      get entries() {
        return Array.from({ length }, entryAt);
      },
    };
  }

  #add({ measure, status, paragraphs, dates, evidence, notes }: Entry): void {
    const lists: Lists = { paragraphs, dates, evidence, notes };
    this.#aboutOf.push(this.#abouts.numberOf(measure, status, () => ({ measure, ...(status && { status }) })));
    this.#textOf.push(this.#texts.keep(JSON.stringify(lists), measure));
    this.#firstParagraphs.push(this.#placeOf.length);
    for (const { sheet, cell } of paragraphs) this.#placeOf.push(this.#placeNumber({ sheet, cell }));
  }

  #placeNumber(place: Place): number {
    const { row, column } = place.cell;
    return this.#places.numberOf(place.sheet, row * COLUMNS + column, () => place);
  }

  /** What an entry is about. */
  about(entry: number): About {
    return this.#abouts.valueOf(this.#aboutOf.at(entry));
  }

  /** The texts of an entry. */
  lists(entry: number): Lists {
    // Whoever looks at an entry asks for several of its lists.
    if (this.#last?.entry === entry) return this.#last.lists;
    const kept = JSON.parse(this.#texts.read(this.#textOf.at(entry))) as Lists;
    const first = this.#firstParagraphs.at(entry);
    const placed = (list: readonly SourcedText[]): readonly SourcedText[] =>
      list.map(({ text, ...place }) => ({ text, ...this.#places.valueOf(this.#placeNumber(place)) }));
    const lists: Lists = {
      paragraphs: placed(kept.paragraphs).map((said, index) => new StoredText(said, this, first + index)),
      dates: placed(kept.dates),
      evidence: placed(kept.evidence),
      notes: placed(kept.notes),
    };
    this.#last = { entry, lists };
    return lists;
  }

  /** The text of a paragraph. */
  textOf(paragraph: number): string {
    const entry = this.#firstParagraphs.lastIndexUpTo(paragraph);
    const said = this.lists(entry).paragraphs[paragraph - this.#firstParagraphs.at(entry)];
    if (said === undefined) throw new RangeError(`no paragraph ${paragraph}`);
    return said.text;
  }

  /** Where a paragraph comes from. */
  sourceOf(paragraph: number): Source {
    const entry = this.#firstParagraphs.lastIndexUpTo(paragraph);
    const origin = this.#origins[this.#firstEntries.lastIndexUpTo(entry)];
    if (origin === undefined) throw new RangeError(`no entry ${entry}`);
    const { agency, file, savedAt } = origin;
    const { sheet, cell } = this.#places.valueOf(this.#placeOf.at(paragraph));
    return { agency, file, sheet, cell, ...(savedAt === undefined ? {} : { savedAt }) };
  }
}

/** Numbers for values, each of which is known by a string and a key. */
class Numbering<Key, Value> {
  readonly #values: Value[] = [];
  readonly #numbers = new Map<string, Map<Key, number>>();

  /** The number of a value. */
  numberOf(name: string, key: Key, make: () => Value): number {
    const named = this.#numbers.get(name) ?? new Map<Key, number>();
    const number = named.get(key) ?? this.#values.push(make()) - 1;
    this.#numbers.set(name, named.set(key, number));
    return number;
  }

  /** The value of a number. */
  valueOf(number: number): Value {
    const value = this.#values[number];
    if (value === undefined) throw new RangeError(`no value ${number}`);
    return value;
  }
}

/** An entry of which the texts are read whenever they are asked for. `{ ...entry }` would have nothing of it. */
class StoredEntry implements Entry {
  readonly #entries: EntryStore;
  readonly #number: number;

  constructor(entries: EntryStore, number: number) {
    this.#entries = entries;
    this.#number = number;
  }

  get measure(): MeasureKey {
    return this.#entries.about(this.#number).measure;
  }

  get status(): Entry['status'] {
    return this.#entries.about(this.#number).status;
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
    return this.#entries.lists(this.#number);
  }
}

/** A paragraph of a stored entry, which can be found there again. */
export class StoredText implements SourcedText {
  readonly text: string;
  readonly sheet: string;
  readonly cell: SourcedText['cell'];
  readonly #entries: EntryStore;
  readonly #number: number;

  constructor({ text, sheet, cell }: SourcedText, entries: EntryStore, number: number) {
    this.text = text;
    this.sheet = sheet;
    this.cell = cell;
    this.#entries = entries;
    this.#number = number;
  }

  /** Where it is. */
  get entries(): EntryStore {
    return this.#entries;
  }

  /** Its number there, among all paragraphs. */
  get number(): number {
    return this.#number;
  }
}
