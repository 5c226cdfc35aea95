import type { CellPosition } from '../spreadsheet/address.ts';
import { COLUMNS } from '../spreadsheet/limits.ts';
import type { Entry, ReadResult, SourcedText, Submission } from './submission.ts';
import { EntryStore, type TextStore } from './stored-entry.ts';

/** Most of an entry's lists are empty. */
const NONE: readonly SourcedText[] = [];

/** UTF-16 code units of an entry's texts that take more memory than where they are in a store. */
const LONG = 40;

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
    const shared = ({ sheet, cell }: Pick<SourcedText, 'sheet' | 'cell'>) => ({
      sheet: this.#string(sheet),
      cell: this.#cell(cell),
    });
    this.#entries = store && new EntryStore(store, shared);
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
    return {
      ...submission,
      file: this.#string(submission.file),
      contact: Object.fromEntries(contact) as Submission['contact'],
      entries: submission.entries.map((entry) => this.#entry(entry)),
    };
  }

  #entry(entry: Entry): Entry {
    const about = {
      measure: this.#string(entry.measure),
      ...(entry.status ? { status: this.#status(entry.status) } : {}),
    };
    if (this.#entries && isLong(entry)) return this.#entries.keep({ ...entry, ...about });
    const texts = (list: readonly SourcedText[]): readonly SourcedText[] =>
      list.length === 0 ? NONE : list.map((text) => this.#text(text));
    return {
      ...about,
      paragraphs: texts(entry.paragraphs),
      dates: texts(entry.dates),
      evidence: texts(entry.evidence),
      notes: texts(entry.notes),
    };
  }

  #status(status: Status): Status {
    const { id, text, sheet, cell } = status;
    const key = JSON.stringify([id, text, sheet, cell.row, cell.column]);
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

function isLong({ paragraphs, dates, evidence, notes }: Entry): boolean {
  return [paragraphs, dates, evidence, notes].flat().reduce((total, { text }) => total + text.length, 0) >= LONG;
}
