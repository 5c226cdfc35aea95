import { foldDigits } from './digits.ts';
import type { Span } from './edits.ts';
import { matchesNotAfter } from './matches.ts';
import { memoizeLast } from './memoize.ts';

/** A possible national ID: thirteen digits. */
export interface NationalId extends Span {
  /** Whether its digits are grouped 1-4-5-2-1, as on the card. */
  readonly grouped: boolean;
}

const THIRTEEN = /(?=(\d(?:[ –-]?\d){12})(?!\d))\d/g;
const GROUPED = /^\d([ –-])\d{4}\1\d{5}\1\d{2}\1\d$/;

/**
 * Finds numbers with the check digit of a Thai national ID, in Thai or ASCII digits. One random number in ten has it
 * too.
 */
export function nationalIdsIn(text: string): readonly NationalId[] {
  return nationalIdsInFolded(foldDigits(text));
}

// Memoized by folded text: a rule and then its excerpts search the same text, whose digits may have been converted in between.
const nationalIdsInFolded = memoizeLast((folded): readonly NationalId[] =>
  spansOf(folded, THIRTEEN)
    .filter(({ found }) => hasCheckDigit(found.replace(/\D/g, '')))
    .map(({ start, end, found }) => ({ start, end, grouped: GROUPED.test(found) })),
);

/** The check digit is (11 - the weighted sum of the others mod 11) mod 10, with weights 13 to 2. */
function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 12)).reduce((total, digit, index) => total + (13 - index) * Number(digit), 0);
  return Number(digits[12]) === (11 - (sum % 11)) % 10;
}

/** `081-234-5678`, `(081) 234-5678`, `065/1082308`, `+66 (0) 81 234 5678`, `66812345678`. */
const MOBILE =
  /(?=((?:\(?0|\+66[ –-]?(?:\(0\) ?|0)?|66(?=[689]\d{8}(?!\d)))[ –-]?[689][ –.-]?\d\)?(?:\/(?=\d{7})|[ –.-]{0,2})\d(?:[ –.-]?\d){6})(?!\d))[0+6(]/g;

/** A date or hours of the day, which have ten digits with what follows: `09-03-2565 16.30`, `08.30-16.30 20`. */
const DATE_OR_HOURS = /^\d\d([/.-])[01]\d\1(?:2[4-6]|20)\d\d(?!\d)|^[01]\d[.:][0-5]\d ?[–-] ?[0-2]\d[.:][0-5]\d(?!\d)/;

/** Finds mobile numbers, 0[689]x-xxx-xxxx, in Thai or ASCII digits and any grouping. */
export function mobileNumbersIn(text: string): readonly Span[] {
  return mobileNumbersInFolded(foldDigits(text));
}

const mobileNumbersInFolded = memoizeLast((folded): readonly Span[] => {
  let last = 0;
  return spansOf(folded, MOBILE).flatMap(({ start, end, found }) => {
    // Within `(081) …`, `081) …` matches, too.
    if (end <= last || DATE_OR_HOURS.test(found)) return [];
    last = end;
    return [{ start, end }];
  });
});

/** An e-mail address and its domain in lower case. */
export interface EmailAddress extends Span {
  readonly domain: string;
}

const DOMAIN = /@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})/g;
const LONGEST_NAME = 64;

/** Finds e-mail addresses. */
export function emailAddressesIn(text: string): readonly EmailAddress[] {
  if (!text.includes('@')) return [];
  const folded = foldDigits(text);
  return Array.from(folded.matchAll(DOMAIN)).flatMap(({ 0: found, 1: domain = '', index }) => {
    const [name] = /[\w.%+-]+$/.exec(folded.slice(Math.max(0, index - LONGEST_NAME), index)) ?? [];
    if (name === undefined) return [];
    return [{ start: index - name.length, end: index + found.length, domain: domain.toLowerCase() }];
  });
}

/** Finds the spans to mask: national IDs, mobile numbers, and local parts of e-mail addresses. */
export function personalDataIn(text: string): readonly Span[] {
  const addresses = emailAddressesIn(text).map(({ start, end, domain }) => ({ start, end: end - domain.length - 1 }));
  return [...nationalIdsIn(text), ...mobileNumbersIn(text), ...addresses];
}

/** Replaces letters and digits of these spans with `x`; the length stays the same. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(start, done);
    if (from >= end) continue;
    masked += text.slice(done, from) + text.slice(from, end).replace(/[\w๐-๙]/g, 'x');
    done = end;
  }
  return masked + text.slice(done);
}

/** Masks every national ID, mobile number and e-mail address; the length stays the same. */
export function maskPersonalData(text: string): string {
  return maskSpans(text, personalDataIn(text));
}

/**
 * All matches of the pattern's first group that no letter, digit or address precedes. They may overlap, because the text
 * before a number may belong to it or not.
 */
function spansOf(text: string, pattern: RegExp): readonly (Span & { readonly found: string })[] {
  if (!holdsLongNumber(text)) return [];
  return Array.from(matchesNotAfter(text, /[\w=/]/, pattern), ({ 1: found = '', index }) => ({
    start: index,
    end: index + found.length,
    found,
  }));
}

/** Nine digits with the separators that a personal number may have. */
const LONG_NUMBER = /\d(?:[ –.()/-]{0,3}\d){8}/;

/** Whether there may be a personal number. Most texts have none, and this test is faster than searching for each kind. */
const holdsLongNumber = memoizeLast((text) => LONG_NUMBER.test(text));
