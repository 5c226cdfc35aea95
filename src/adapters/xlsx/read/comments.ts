import { COLUMNS } from '../../../domain/spreadsheet/limits.ts';
import type { CellComment, SheetText } from '../../../domain/spreadsheet/content.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { detach } from '../xml/detach.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import { wholeNumber } from '../xml/whole-number.ts';
import { startTagHandler, type XmlAttributes, type XmlHandler } from '../xml/xml-events.ts';
import { cellIndexOf } from '../../../domain/spreadsheet/cell-reference.ts';
import { StringCollector } from './shared-strings.ts';

/** A stored comment; `author` is an index, or the identifier of a person. */
interface StoredComment {
  /** `row * COLUMNS + column`; -1 if the file names no valid cell. */
  readonly cellIndex: number;
  readonly author: string;
  readonly text: string;
}

/** The comments of a sheet, and the texts of those without a valid cell. */
export interface SheetComments {
  readonly comments: readonly CellComment[];
  readonly texts: readonly SheetText[];
}

/**
 * Reads the notes and threaded comments of a sheet, by row, then by column. A thread is stored twice; the copy for
 * older programs is skipped.
 * @throws {UnreadableWorkbook}
 */
export function readComments(
  file: OpcPackage,
  parts: {
    readonly legacy: readonly string[];
    readonly threaded: readonly string[];
    readonly persons: string | undefined;
  },
): SheetComments {
  const threads = parts.threaded.flatMap((part) => readThreads(file, part, parts.persons));
  const threaded = new Set(threads.map(({ cellIndex }) => cellIndex));
  const legacy = parts.legacy
    .flatMap((part) => readLegacy(file, part))
    .filter(({ cellIndex, author }) => !(author.startsWith(THREAD_AUTHOR) && threaded.has(cellIndex)));
  const stored = [...legacy, ...threads]
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => a.cellIndex - b.cellIndex);
  const authored = ({ author, text }: StoredComment): Pick<CellComment, 'author' | 'text'> => ({
    ...(author === '' ? {} : { author }),
    text,
  });
  return {
    comments: stored
      .filter(({ cellIndex }) => cellIndex >= 0)
      .map((comment) => ({
        row: Math.floor(comment.cellIndex / COLUMNS),
        column: comment.cellIndex % COLUMNS,
        ...authored(comment),
      })),
    texts: stored
      .filter(({ cellIndex }) => cellIndex < 0)
      .map((comment) => ({ carrier: 'comment', ...authored(comment) })),
  };
}

/** The author of a thread's copy for older programs is `tc=` and the thread's identifier ([MS-XLSX] 2.6.205). */
const THREAD_AUTHOR = 'tc=';

function readLegacy(file: OpcPackage, part: string): readonly StoredComment[] {
  const { authors, comments } = file.read(part, 'comments', () => new LegacyCommentsHandler());
  return comments.map((comment) => ({ ...comment, author: authors[wholeNumber(comment.author) ?? -1] ?? '' }));
}

function readThreads(file: OpcPackage, part: string, persons: string | undefined): readonly StoredComment[] {
  const names = new Map<string, string>();
  if (persons !== undefined) {
    file.read(persons, 'personList', () =>
      startTagHandler((name, attributes) => {
        if (name === 'person') names.set(attributes.get('id') ?? '', detach(attributes.get('displayName') ?? ''));
      }),
    );
  }
  const { comments } = file.read(part, 'ThreadedComments', () => new ThreadsHandler());
  return comments.map((comment) => ({ ...comment, author: names.get(comment.author) ?? '' }));
}

/** Reads notes (ISO/IEC 29500-1, 18.7) as plain text. */
class LegacyCommentsHandler implements XmlHandler {
  readonly authors: string[] = [];
  readonly comments: StoredComment[] = [];
  readonly #string = new StringCollector();
  #author: string | undefined;
  #comment: Omit<StoredComment, 'text'> | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'author') this.#author = '';
    else if (name === 'comment') {
      this.#comment = { cellIndex: cellIndexOf(attributes.get('ref') ?? ''), author: attributes.get('authorId') ?? '' };
      this.#string.start();
    } else if (this.#comment !== undefined) this.#string.open(name, attributes);
  }

  text(text: string): void {
    if (this.#author !== undefined) this.#author += text;
    else this.#string.add(text);
  }

  close(name: string): void {
    if (name === 'author') {
      this.authors.push(detach(unescapeXstring(this.#author ?? '')));
      this.#author = undefined;
    } else if (name === 'comment' && this.#comment !== undefined) {
      this.comments.push({ ...this.#comment, text: detach(this.#string.text) });
      this.#comment = undefined;
    } else this.#string.close(name);
  }
}

/** Reads threaded comments ([MS-XLSX] 2.1.69): plain texts, each by a person. */
class ThreadsHandler implements XmlHandler {
  readonly comments: StoredComment[] = [];
  #comment: Omit<StoredComment, 'text'> | undefined;
  #text: string | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'threadedComment') {
      this.#comment = { cellIndex: cellIndexOf(attributes.get('ref') ?? ''), author: attributes.get('personId') ?? '' };
    } else if (name === 'text') this.#text = '';
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (name !== 'text' || this.#text === undefined) return;
    if (this.#comment !== undefined)
      this.comments.push({ ...this.#comment, text: detach(unescapeXstring(this.#text)) });
    this.#text = undefined;
  }
}
