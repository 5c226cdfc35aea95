import type { Entry, ReadResult, SourcedText, Submission } from './submission.ts';

/** Most of an entry's lists are empty. */
const NONE: readonly SourcedText[] = [];

/** Shares equal strings: many agencies write the same paragraph, and every text repeats its sheet's name. */
export class StringPool {
  readonly #strings = new Map<string, string>();

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
    const texts = (list: readonly SourcedText[]): readonly SourcedText[] =>
      list.length === 0 ? NONE : list.map((text) => this.#text(text));
    return {
      measure: this.#string(entry.measure),
      ...(entry.status ? { status: this.#text(entry.status) } : {}),
      paragraphs: texts(entry.paragraphs),
      dates: texts(entry.dates),
      evidence: texts(entry.evidence),
      notes: texts(entry.notes),
    };
  }

  #text<Text extends SourcedText>(text: Text): Text {
    return { ...text, text: this.#string(text.text), sheet: this.#string(text.sheet) };
  }

  #string<Text extends string>(text: Text): Text {
    const pooled = this.#strings.get(text);
    // An equal string is of the same type.
    if (pooled !== undefined) return pooled as Text;
    this.#strings.set(text, text);
    return text;
  }
}
