import { foldDigits } from './digits.ts';

/** Zero-width characters: soft hyphen, zero-width space, non-joiner and joiner, direction marks, word joiner, byte order mark. */
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** White space and zero-width characters. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** White space, and zero-width characters, which show nothing and mean nothing in a sentence. */
const SPACE_LIKE = /[\s\u200b\u2060\ufeff]/g;

/**
 * The text on one line: every run of white space, line feeds and no-break spaces included, becomes one space, and zero-width characters
 * and white space at the ends are removed. For names, labels and messages; answers of agencies are never changed.
 */
export function collapse(text: string): string {
  return text.replace(ZERO_WIDTH, '').replace(/\s+/g, ' ').trim();
}

/**
 * A key for comparing names, labels and headings by their appearance: without white space and zero-width characters, with ASCII digits, with
 * U+0E4D U+0E32 as sara am and two sara e as sara ae. To find out whether answers are the same, use {@link sameTextKey}.
 */
export function compareKey(text: string): string {
  return foldLookAlikes(foldDigits(text.replace(UNSEEN, '')));
}

/** Replaces spellings that look alike by the correct one. NFC does not unify them, and NFKC decomposes sara am. */
function foldLookAlikes(text: string): string {
  // Most texts have none, and searching is faster than replacing.
  if (!text.includes('\u0e4d') && !text.includes('เเ')) return text;
  return text.replace(/([่-๋]?)\u0e4d([่-๋]?)า/g, '$1$2ำ').replace(/เเ/g, 'แ');
}

/** Whether two texts have the same {@link compareKey}. */
export function sameKey(one: string, other: string): boolean {
  return one === other || compareKey(one) === compareKey(other);
}

/**
 * A key that two texts share if they differ in white space only. Digits, bullets and joiners inside emoji count, because merging two
 * equal texts drops one of them.
 */
export function sameTextKey(text: string): string {
  return text.replace(SPACE_LIKE, '');
}

/** Compares two texts by UTF-16 code units, independent of the locale. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
