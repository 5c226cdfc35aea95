import { isDigit, isLatin, isSmallDigit, isThai, isWord } from './characters.ts';
import type { Span } from './edits.ts';

/** A run of letters and digits joined by marks: `1,234.50`, `COVID-19`, `a-2565@x.th`, `17/2/2565`. */
export interface WordRun extends Span {
  readonly digits: boolean;
  readonly latin: boolean;
  /** Whether it has superscript or subscript digits or fractions. */
  readonly small: boolean;
}

/** Marks that join both sides; a comma joins only digits, and a colon does not join a word to a number. */
const JOINERS = new Set('-._/:+@&#=~*^\\\u2010\u2011'.split('').map((mark) => mark.charCodeAt(0)));

const [COMMA, COLON, DOT] = [0x2c, 0x3a, 0x2e];

/** The run that starts with the letter or digit at `start` and ends before `limit`. */
export function wordRunAt(text: string, start: number, limit: number): WordRun {
  let [digits, latin, small] = [false, false, false];
  let end = start;
  for (;;) {
    for (; end < limit; end++) {
      const code = text.charCodeAt(end);
      if (isDigit(code)) digits = true;
      else if (isLatin(code)) latin = true;
      else if (isSmallDigit(code)) small = true;
      else break;
    }
    const next = afterJoiner(text, end, digits);
    if (next === undefined || next >= limit) return { start, end, digits, latin, small };
    end = next;
  }
}

/**
 * The offset of the letter or digit that a mark at `location` joins to the text before it; undefined if it joins none. A doubled mark joins,
 * too: `C++17`, `fe80::1`.
 */
function afterJoiner(text: string, location: number, hasDigits: boolean): number | undefined {
  const mark = text.charCodeAt(location);
  const before = text.charCodeAt(location - 1);
  if (mark === COMMA) return isDigit(before) && isDigit(text.charCodeAt(location + 1)) ? location + 1 : undefined;
  if (!JOINERS.has(mark)) return undefined;
  const next = mark !== DOT && text.charCodeAt(location + 1) === mark ? location + 2 : location + 1;
  const after = text.charCodeAt(next);
  if (!isWord(after)) return undefined;
  // `Tel:02...` is a word and a number; `ISO9001:2015` and `00:1A:2B` are codes.
  return mark === COLON && isDigit(after) && !hasDigits ? undefined : next;
}

/** The end of the hashtag or handle that starts at `sign`; a handle may contain dots and hyphens. */
export function tagEnd(text: string, sign: number, limit: number): number {
  const handle = text.charCodeAt(sign) === 0x40;
  const isPart = (location: number): boolean => {
    const code = text.charCodeAt(location);
    return location < limit && (isWord(code) || isThai(code) || code === 0x5f);
  };
  let end = sign + 1;
  for (; end < limit; end++) {
    const joins = handle && end > sign + 1 && (text.charCodeAt(end) === DOT || text.charCodeAt(end) === 0x2d);
    if (!isPart(end) && !(joins && isPart(end + 1))) break;
  }
  return end;
}
