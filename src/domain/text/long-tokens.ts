import { isBlank, isLatin, isThai, isWord } from './characters.ts';
import type { Span } from './edits.ts';
import { readFormula } from './formulas.ts';

/** A token that is recognized by its first characters. */
export interface LongToken extends Span {
  readonly kind: 'link' | 'path' | 'formula';
}

/** Schemes of links without `//` (RFC 3966, 6068, 5724, 5870, 8141, 3261). */
const SCHEMES = 'tel|mailto|sms|geo|urn|sips?';

/** The beginnings of links, paths and formulas. Unambiguous, so that matching takes linear time. */
const ANCHOR = new RegExp(
  String.raw`:\/\/|www\.|(?:${SCHEMES}):(?=[a-z0-9+])|[a-z]:[\\/](?!\/)|\\\\(?=[^\s\\])|^=[a-z0-9($+-][\x21-\x7e]*$|=`,
  'gim',
);

/** Most characters of a scheme. */
const MAX_SCHEME = 16;

/** Finds links, file and share paths, and formulas, in order. The text has ASCII digits. */
export function findLongTokens(text: string): readonly LongToken[] {
  const tokens: LongToken[] = [];
  const lines = new LineEnds(text);
  const formulas = new FormulaFinder(text, lines);
  let end = 0;
  ANCHOR.lastIndex = 0;
  for (let match = ANCHOR.exec(text); match !== null; match = ANCHOR.exec(text)) {
    const [anchor] = match;
    if (/^[a-z]/i.test(anchor) && /[a-z0-9]/i.test(text.charAt(match.index - 1))) {
      ANCHOR.lastIndex = match.index + 1;
      continue;
    }
    const token = anchor === '=' ? formulas.at(match.index) : tokenAt(text, anchor, match.index, end, lines);
    if (token === undefined) continue;
    tokens.push(token);
    end = token.end;
    ANCHOR.lastIndex = end;
  }
  return tokens;
}

function tokenAt(text: string, anchor: string, at: number, from: number, lines: LineEnds): LongToken | undefined {
  const after = at + anchor.length;
  if (anchor.startsWith('=')) return { kind: 'formula', start: at, end: after };
  if (anchor === '://') {
    const start = schemeStart(text, at, from);
    return start === at ? undefined : linkFrom(text, start, after);
  }
  if (/^www/i.test(anchor)) return linkFrom(text, at, after);
  // `Tel:02-221-2141` is a word and a number, as people write it; the scheme is written small.
  if (anchor.endsWith(':')) return anchor === anchor.toLowerCase() ? linkFrom(text, at, after) : undefined;
  return { kind: 'path', start: at, end: pathEnd(text, after, lines) };
}

/** The start of the scheme before `://`: letters, digits, `+`, `-` and `.`, a letter first; `at` if there is none. */
function schemeStart(text: string, at: number, from: number): number {
  let start = at;
  const least = Math.max(from, at - MAX_SCHEME);
  for (let index = at - 1; index >= least && /[a-z0-9+.-]/i.test(text.charAt(index)); index--) {
    if (isLatin(text.charCodeAt(index))) start = index;
  }
  return start;
}

function linkFrom(text: string, start: number, after: number): LongToken | undefined {
  const end = linkEnd(text, after, text.length);
  return end > after ? { kind: 'link', start, end } : undefined;
}

/** Characters that links cannot contain. */
const NOT_IN_LINKS = new Set('<>"|\\^`{}“”‘’«»…'.split('').map((mark) => mark.charCodeAt(0)));
/** Characters that start a part of a link. */
const PART_MARKS = new Set('/?=&#_-+~'.split('').map((mark) => mark.charCodeAt(0)));
/** Characters that end a sentence rather than a link. */
const SENTENCE_MARKS = new Set(".,;:!?'*([@".split('').map((mark) => mark.charCodeAt(0)));

/**
 * The end of a link whose host starts at `from`. Thai text may follow a link without a space: Thai belongs to the link
 * only in a part that starts with Thai (`/wiki/กรุงเทพ`). A closing bracket belongs to it if it was opened there.
 */
export function linkEnd(text: string, from: number, limit: number): number {
  let depth = 0;
  let part: 'new' | 'ascii' | 'thai' = 'new';
  let end = from;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || NOT_IN_LINKS.has(code)) break;
    if (code === 0x28 || code === 0x5b) depth += 1;
    else if (code === 0x29 || code === 0x5d) {
      if (depth === 0) break;
      depth -= 1;
    } else if (PART_MARKS.has(code)) part = 'new';
    else if (code > 0x24f) {
      if (part === 'ascii') break;
      part = 'thai';
    } else if (part === 'new' && isWord(code)) part = 'ascii';
  }
  while (end > from && SENTENCE_MARKS.has(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** Characters that always end a path. */
const NOT_IN_PATHS = new Set('<>"|*?“”'.split('').map((mark) => mark.charCodeAt(0)));

/** Spaces belong to a path if another backslash follows in the line. */
function pathEnd(text: string, from: number, lines: LineEnds): number {
  const last = lines.lastBackslash(from);
  const limit = lines.endOf(from);
  let end = from;
  for (let depth = 0; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (NOT_IN_PATHS.has(code) || (end > last && (isBlank(code) || code === 0x3b))) break;
    if (code === 0x28) depth += 1;
    else if (code === 0x29) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  while (end > from && SENTENCE_MARKS.has(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** A function after its sign, also where no formula could be read to its end. */
const FUNCTION = /=[a-z][a-z0-9.]{0,30}\(/iy;

/** Finds formulas by their `=`. Text that was parsed without finding one is not parsed again. */
class FormulaFinder {
  readonly #text: string;
  readonly #lines: LineEnds;
  #parsedTo = 0;

  constructor(text: string, lines: LineEnds) {
    this.#text = text;
    this.#lines = lines;
  }

  /** The formula whose `=` is at `start`. */
  at(start: number): LongToken | undefined {
    const text = this.#text;
    FUNCTION.lastIndex = start;
    const called = FUNCTION.exec(text)?.[0];
    if (called === undefined && (start < this.#parsedTo || /[a-z0-9]/i.test(text.charAt(start - 1)))) return undefined;
    const limit = this.#lines.endOf(start);
    const { end, parsedTo } = readFormula(text, start, limit, start === 0 || text.charAt(start - 1) === '\n');
    this.#parsedTo = Math.max(this.#parsedTo, parsedTo);
    const last = end ?? (called === undefined ? undefined : closingBracket(text, start + called.length, limit));
    return last === undefined ? undefined : { kind: 'formula', start, end: last };
  }
}

/** The position after the bracket that closes the one before `from`; the end of the line if none does. */
function closingBracket(text: string, from: number, limit: number): number {
  for (let index = from, depth = 1; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x28) depth += 1;
    else if (code === 0x29 && --depth === 0) return index + 1;
  }
  return limit;
}

/** The ends of lines and the last backslash in each, computed once per line. Queries must be in text order. */
class LineEnds {
  readonly #text: string;
  #end = -1;
  #backslash = -1;
  #backslashIn = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the line at `location`. */
  endOf(location: number): number {
    if (location > this.#end) {
      const end = this.#text.indexOf('\n', location);
      this.#end = end < 0 ? this.#text.length : end;
    }
    return this.#end;
  }

  /** The last backslash of the line at `location`; a position before `location` if none follows. */
  lastBackslash(location: number): number {
    const end = this.endOf(location);
    if (this.#backslashIn !== end) {
      this.#backslash = location + this.#text.slice(location, end).lastIndexOf('\\');
      this.#backslashIn = end;
    }
    return this.#backslash;
  }
}

/** Whether the range has a Thai letter or mark. */
export function holdsThai(text: string, { start, end }: Span): boolean {
  for (let index = start; index < end; index++) if (isThai(text.charCodeAt(index))) return true;
  return false;
}
