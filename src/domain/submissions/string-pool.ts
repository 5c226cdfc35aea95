import type { CellPosition } from '../spreadsheet/address.ts';
import { COLUMNS } from '../spreadsheet/limits.ts';
import type { Entry, ReadResult, SourcedText, Submission } from './submission.ts';
import { EntryStore, type TextStore } from './entry-store.ts';

/** Most of an entry's lists are empty. */
const NONE: readonly SourcedText[] = [];

type Status = NonNullable<Entry['status']>;

/**
 * Shares what is equal: many agencies write the same paragraph and choose the same status, every text repeats its sheet's name, and
 * all forms have the same cells. Where there is a store, the texts of entries go there.
 */
export class StringPool {
  readonly #strings = new Map<string, string>();
  readonly #cells = new Map<number, CellPosition>();
  readonly #statuses = new Map<string, Status>();
  readonly #entries: EntryStore | undefined;

  constructor(store?: TextStore) {
    this.#entries = store && new EntryStore(store);
  }

  /** Returns an equal result with shared strings. */
  share(result: ReadResult): ReadResult {
    return {
      submissions: result.submissions.map((submission) => this.#submission(submission)),
      problems: result.problems,
    };
  }

  #submission(submission: Submission): Submission {
    const contact = Object.entries(submission.contact).map(([field, text]) => [field, this.#text(text)]);
    const shared = {
      ...submission,
      file: this.#string(submission.file),
      contact: Object.fromEntries(contact) as Submission['contact'],
    };
    if (this.#entries === undefined) {
      return { ...shared, entries: submission.entries.map((entry) => this.#withTexts(entry, this.#about(entry))) };
    }
    const entries = submission.entries.map((entry) => ({ ...entry, ...this.#about(entry) }));
    return this.#entries.keep({ ...shared, entries });
  }

  #about({ measure, status }: Entry): Pick<Entry, 'measure' | 'status'> {
    return { measure: this.#string(measure), ...(status ? { status: this.#status(status) } : {}) };
  }

  #withTexts({ paragraphs, dates, evidence, notes }: Entry, about: Pick<Entry, 'measure' | 'status'>): Entry {
    const texts = (list: readonly SourcedText[]): readonly SourcedText[] =>
      list.length === 0 ? NONE : list.map((text) => this.#text(text));
    return {
      ...about,
      paragraphs: texts(paragraphs),
      dates: texts(dates),
      evidence: texts(evidence),
      notes: texts(notes),
    };
  }

  #status(status: Status): Status {
    const { id, text, sheet, cell } = status;
    // The length of the sheet's name tells where the text begins.
    const key = `${id} ${cell.row} ${cell.column} ${sheet.length} ${sheet}${text}`;
    const pooled = this.#statuses.get(key) ?? this.#text(status);
    this.#statuses.set(key, pooled);
    return pooled;
  }

  #text<Text extends SourcedText>(text: Text): Text {
    return { ...text, text: this.#string(text.text), sheet: this.#string(text.sheet), cell: this.#cell(text.cell) };
  }

  #cell(cell: CellPosition): CellPosition {
    const key = cell.row * COLUMNS + cell.column;
    const pooled = this.#cells.get(key) ?? cell;
    this.#cells.set(key, pooled);
    return pooled;
  }

  #string<Text extends string>(text: Text): Text {
    const pooled = this.#strings.get(text);
    // An equal string is of the same type.
    if (pooled !== undefined) return pooled as Text;
    this.#strings.set(text, text);
    return text;
  }
}
