import { isBlank, isLatin, isThai, isWord } from './characters.ts';

/** A stretch of a text, its end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch that says by its first characters what it is. */
export interface LongToken extends Span {
  readonly kind: 'link' | 'path' | 'formula';
}

/** What links, paths and formulas begin with; a letter only where no word goes on. No part of it can match in more than one way. */
const ANCHOR = /:\/\/|www\.|[a-z]:[\\/](?!\/)|\\\\(?=[^\s\\])|^=[a-z0-9($+-][\x21-\x7e]*$|=[a-z][a-z0-9.]{0,30}\(/gim;

/** Longest scheme that is looked for. */
const MAX_SCHEME = 16;

/** Links with a scheme or `www.`, file and share paths, formulas, in their order. Digits of the text are ASCII. */
export function findLongTokens(text: string): readonly LongToken[] {
  const tokens: LongToken[] = [];
  const lines = new LineEnds(text);
  let end = 0;
  ANCHOR.lastIndex = 0;
  for (let match = ANCHOR.exec(text); match !== null; match = ANCHOR.exec(text)) {
    if (/^[a-z]/i.test(match[0]) && /[a-z0-9]/i.test(text.charAt(match.index - 1))) {
      ANCHOR.lastIndex = match.index + 1;
      continue;
    }
    const token = tokenAt(text, match[0], match.index, end, lines);
    if (token === undefined) continue;
    tokens.push(token);
    end = token.end;
    ANCHOR.lastIndex = end;
  }
  return tokens;
}

function tokenAt(text: string, anchor: string, at: number, from: number, lines: LineEnds): LongToken | undefined {
  const after = at + anchor.length;
  if (anchor.startsWith('=')) {
    const end = anchor.endsWith('(') ? closingBracket(text, after, lines.endOf(at)) : after;
    return { kind: 'formula', start: at, end };
  }
  if (anchor === '://') {
    const start = schemeStart(text, at, from);
    return start === at ? undefined : linkFrom(text, start, after);
  }
  if (/^www/i.test(anchor)) return linkFrom(text, at, after);
  return { kind: 'path', start: at, end: pathEnd(text, after, lines) };
}

/** Where the scheme before `://` begins: letters, digits, `+`, `-` and `.`, a letter first; `at` where there is none. */
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

/** Characters that a link does not hold. */
const NOT_IN_LINKS = new Set('<>"|\\^`{}“”‘’«»…'.split('').map((mark) => mark.charCodeAt(0)));
/** After these, a part of a link begins. */
const PART_MARKS = new Set('/?=&#_-+~'.split('').map((mark) => mark.charCodeAt(0)));
/** Marks that close a sentence rather than a link. */
const SENTENCE_MARKS = new Set(".,;:!?'*([@".split('').map((mark) => mark.charCodeAt(0)));

/**
 * Where a link ends whose host begins at `from`. Thai text may follow a link without a blank: Thai belongs to the link only
 * in a part that began with it (`/wiki/กรุงเทพ`). A closing bracket belongs to it where it opened there too.
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

/** Characters that end a path wherever they stand. */
const NOT_IN_PATHS = new Set('<>"|*?“”'.split('').map((mark) => mark.charCodeAt(0)));

/** Blanks belong to a path where another backslash follows in the line. */
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

/** After the bracket that closes the one before `from`; the line's end where none does. */
function closingBracket(text: string, from: number, limit: number): number {
  for (let index = from, depth = 1; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x28) depth += 1;
    else if (code === 0x29 && --depth === 0) return index + 1;
  }
  return limit;
}

/** Ends of lines and the last backslash in each, looked up once a line. Places are asked for in their order. */
class LineEnds {
  readonly #text: string;
  #end = -1;
  #backslash = -1;
  #backslashIn = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the line that holds `place`. */
  endOf(location: number): number {
    if (location > this.#end) {
      const end = this.#text.indexOf('\n', location);
      this.#end = end < 0 ? this.#text.length : end;
    }
    return this.#end;
  }

  /** The last backslash of the line that holds `place`; before `place` where none follows it. */
  lastBackslash(location: number): number {
    const end = this.endOf(location);
    if (this.#backslashIn !== end) {
      this.#backslash = location + this.#text.slice(location, end).lastIndexOf('\\');
      this.#backslashIn = end;
    }
    return this.#backslash;
  }
}

/** Whether the stretch holds a Thai letter or mark. */
export function holdsThai(text: string, { start, end }: Span): boolean {
  for (let index = start; index < end; index++) if (isThai(text.charCodeAt(index))) return true;
  return false;
}
