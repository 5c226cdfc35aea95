import { foldDigits } from './digits.ts';

/** Characters without width: soft hyphen, zero-width space, non-joiner and joiner, direction marks, word joiner, byte order mark. */
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** White space, and the characters without width. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** White space, and the marks that only say where a line may break: they show nothing and mean nothing in a sentence. */
const SPACE_LIKE = /[\s\u200b\u2060\ufeff]/g;

/**
 * The text on one line: every run of white space (line feeds and non-breaking blanks too) is one blank, none stands at an end,
 * and characters without width are gone. For names, labels and messages; what agencies write is kept as it is.
 */
export function collapse(text: string): string {
  return text.replace(ZERO_WIDTH, '').replace(/\s+/g, ' ').trim();
}

/**
 * A key under which names, labels and headings are found, however they are spaced: no white space, nothing without width,
 * digits in ASCII. Not for text that is counted as the same answer; see {@link sameTextKey}.
 */
export function compareKey(text: string): string {
  return foldDigits(text.replace(UNSEEN, ''));
}

/** Whether two texts have the same {@link compareKey}. */
export function sameKey(one: string, other: string): boolean {
  return one === other || compareKey(one) === compareKey(other);
}

/**
 * A key that two texts share when they say the same but for white space. Digits, bullets and joiners inside an emoji count,
 * for merging two texts drops one of them.
 */
export function sameTextKey(text: string): string {
  return text.replace(SPACE_LIKE, '');
}

/** Order of two texts by their UTF-16 units: the same on every machine, whatever its language. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
