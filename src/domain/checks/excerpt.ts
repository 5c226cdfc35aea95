import { offsetsAfter, type Edit, type Span } from '../text/edits.ts';
import { maskSpans, personalDataIn } from '../text/personal-data.ts';
import type { RepairedText } from './repair-text.ts';

/** Limit of UTF-16 code units in an excerpt. */
const MAX_LENGTH = 80;

/** Excerpts of a text before and after its fixes, with personal data masked. */
export class Excerpts {
  readonly #source: string;
  readonly #fixed: RepairedText;
  #masked: { readonly source: string; readonly fixed: string; readonly locations: ReadonlyMap<Edit, Span> } | undefined;

  constructor(source: string, fixed: RepairedText) {
    this.#source = source;
    this.#fixed = fixed;
  }

  /** An excerpt of the present text, with this many characters of context on both sides. */
  found(span: Span, context = 0): string {
    return excerpt(this.#mask().source, span, context);
  }

  /** An excerpt with the result of an edit, with this many characters of context on both sides. */
  suggested(edit: Edit, context = 0): string {
    const { fixed, locations } = this.#mask();
    return excerpt(fixed, locations.get(edit) ?? { start: 0, end: 0 }, context);
  }

  /** Personal data that are recognized in the fixed text only, as without a zero-width space, are masked in both texts. */
  #mask() {
    this.#masked ??= this.#createMasks();
    return this.#masked;
  }

  #createMasks() {
    const { text, edits, toSource } = this.#fixed;
    const spans = personalDataIn(text);
    const inSource = spans.map(({ start, end }) => toSource(start, end));
    const ofSource = text === this.#source ? [] : personalDataIn(this.#source);
    return {
      source: maskSpans(this.#source, [...ofSource, ...inSource]),
      fixed: maskSpans(text, spans),
      locations: offsetsAfter(edits),
    };
  }
}

function excerpt(text: string, { start, end }: Span, context: number): string {
  const from = Math.max(0, start - context);
  const to = Math.min(text.length, end + context, from + MAX_LENGTH);
  // An excerpt consists of whole graphemes: no half of an emoji, no mark without its letter.
  const head = text.slice(from, start).replace(/^(?:[\udc00-\udfff]|[\u0e31\u0e34-\u0e3a]|[\u0e47-\u0e4e])+/, '');
  const rest = text.slice(start, to).replace(/[\ud800-\udbff]$/, '');
  const line = `${from < start && from > 0 ? '…' : ''}${head}${rest}${to < text.length && to !== end ? '…' : ''}`;
  return line.replace(/\s+/g, ' ');
}
