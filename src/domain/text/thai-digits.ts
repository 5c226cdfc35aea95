import { rulesOf, type DigitProfile } from './digit-profile.ts';
import { findDigitTokens, type DigitToken, type PreserveReason } from './digit-tokens.ts';
import { foldDigits, thaiDigits } from './digits.ts';
import { applyEdits, type Edit } from './edits.ts';
import { isOutlineNumber } from './dotted-numbers.ts';
import { isDigitHandle, gluedLength } from './glued-numbers.ts';
import { holdsThai } from './long-tokens.ts';

/** The digits to convert to. */
export type Digits = 'thai' | 'arabic';

/** A converted number, or a token whose digits were repaired. Both texts have the same length. */
export interface DigitChange {
  /** Offset in UTF-16 code units, the same before and after. */
  readonly offset: number;
  readonly length: number;
  readonly before: string;
  readonly after: string;
  readonly reason: 'number' | 'repair';
}

/** A token whose ASCII digits are preserved, and why. */
export interface PreservedToken {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  readonly reason: PreserveReason;
}

/** A converted text. */
export interface DigitConversion {
  readonly text: string;
  /** From left to right. */
  readonly changes: readonly DigitChange[];
  /** From left to right. */
  readonly preserved: readonly PreservedToken[];
}

/**
 * Converts running text to Thai digits, but keeps ASCII digits in links, addresses, codes and names, and repairs those that have Thai digits.
 * No other character changes; idempotent.
 */
export function toThaiDigits(text: string, profile: DigitProfile): DigitConversion {
  const folded = foldDigits(text);
  const tokens = /\d/.test(folded) ? tokensIn(folded, profile) : [];
  const changes: DigitChange[] = [];
  const preserved: PreservedToken[] = [];
  for (const token of tokens) {
    const { start: offset, end, kind } = token;
    const before = text.slice(offset, end);
    const after = convertToken(text, folded, token);
    const length = before.length;
    const isNumber = kind === 'number';
    if (after !== before) changes.push({ offset, length, before, after, reason: isNumber ? 'number' : 'repair' });
    else if (!isNumber && /\d/.test(before)) preserved.push({ offset, length, text: before, reason: kind });
  }
  return { text: applyEdits(text, editsOf(changes)), changes, preserved };
}

let last:
  { readonly folded: string; readonly profile: DigitProfile; readonly tokens: readonly DigitToken[] } | undefined;

/** The tokens of a text, cached for consecutive conversions of one text: converting its digits does not change them. */
function tokensIn(folded: string, profile: DigitProfile): readonly DigitToken[] {
  if (last?.folded !== folded || last.profile !== profile) {
    last = { folded, profile, tokens: findDigitTokens(folded, rulesOf(profile)) };
  }
  return last.tokens;
}

/** Converts every Thai digit to an ASCII digit. */
export function toArabicDigits(text: string): DigitConversion {
  const changes = Array.from(text.matchAll(THAI_NUMBER), ({ 0: before, index }): DigitChange => ({
    offset: index,
    length: before.length,
    before,
    after: foldDigits(before),
    reason: 'number',
  }));
  return { text: applyEdits(text, editsOf(changes)), changes, preserved: [] };
}

/** Converts a text to the given digits. */
export function convertDigits(text: string, to: Digits, profile: DigitProfile): DigitConversion {
  return to === 'thai' ? toThaiDigits(text, profile) : toArabicDigits(text);
}

/** A number of Thai and ASCII digits and the marks between them, with at least one Thai digit. */
const THAI_NUMBER = /[๐-๙]+(?:[.,:/-][๐-๙]+)*/g;

/** The changes as edits of the text. */
export function editsOf(changes: readonly DigitChange[]): readonly Edit[] {
  return changes.map(({ offset, length, after }) => ({ start: offset, end: offset + length, text: after }));
}

function convertToken(text: string, folded: string, token: DigitToken): string {
  const { start, end, kind } = token;
  switch (kind) {
    case 'number':
      return thaiDigits(text.slice(start, end));
    case 'link':
    case 'domain':
      return afterGlued(text.slice(start, end), folded.slice(start, end), fixLink);
    case 'email':
      return afterGlued(text.slice(start, end), folded.slice(start, end), (_, address) => address);
    case 'ip-address':
      // A possible article number is left unchanged.
      return isOutlineNumber(folded.slice(start, end)) ? text.slice(start, end) : folded.slice(start, end);
    case 'handle':
      // Digits alone may be a price.
      return holdsThai(text, token) || isDigitHandle(folded.slice(start, end))
        ? text.slice(start, end)
        : folded.slice(start, end);
    case 'file-name':
    case 'path':
    case 'formula':
    case 'hashtag':
    case 'version':
    case 'latin-token':
    case 'keep-list':
    case 'small-digits':
    case 'keycap':
      return text.slice(start, end);
  }
}

/** Repairs an address, but leaves a list or telephone number that is joined to it as written: `๑.ita@bangkok.go.th`. */
function afterGlued(text: string, folded: string, fix: (text: string, folded: string) => string): string {
  const length = gluedLength(folded);
  return text.slice(0, length) + fix(text.slice(length), folded.slice(length));
}

/** Converts the digits of a link to ASCII, except in parts with Thai words: `/wiki/ปี_๒๕๖๕` is a chosen name. */
function fixLink(link: string, folded: string): string {
  // People may also read and dial the number of a `tel:` link.
  if (/^(?:tel|sms):/.test(folded)) return link;
  let at = 0;
  return (folded.match(/[^/?=&#]*[/?=&#]|[^/?=&#]+/g) ?? [])
    .map((part) => {
      const span = { start: at, end: at + part.length };
      at = span.end;
      return holdsThai(folded, span) ? link.slice(span.start, span.end) : part;
    })
    .join('');
}
