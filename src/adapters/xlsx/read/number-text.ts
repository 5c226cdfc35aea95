import { format, getFormatFromId, isDateFormat, tokenize } from 'numfmt';
import { thaiDigits } from '../../../domain/text/digits.ts';
import { plainNumber } from '../../../domain/text/plain-number.ts';
import { memoize } from '../../../domain/text/memoize.ts';
import { DAYS_TO_1904 } from '../../../domain/spreadsheet/serial-date.ts';
import { BUDDHIST, localeTagOf, THAI } from '../../../domain/spreadsheet/locale-tag.ts';
import { MAX_FORMAT_CODE } from '../../../domain/spreadsheet/limits.ts';

type Token = ReturnType<typeof tokenize>[number];

/** A number format and its display text. */
export interface NumberFormat {
  /** The format code; absent for General. */
  readonly code?: string;
  /** Number of a built-in format whose code depends on the language; `code` is then the one for Thai. */
  readonly builtIn?: number;
  readonly isDate: boolean;
  /** The text that the cell shows; never empty, and never `#` for lack of width. */
  readonly show: (value: number) => string;
}

/** Locale for built-in formats, which follow the language of the program that opens the file. */
const LOCALE = 'th-TH';

/** Built-in formats of th-TH (ISO/IEC 29500-1, 18.8.30): `t` is Thai digits, `b` the Buddhist year. Others come from numfmt. */
const THAI_BUILT_INS: Readonly<Record<number, string>> = {
  59: 't0',
  60: 't0.00',
  61: 't#,##0',
  62: 't#,##0.00',
  67: 't0%',
  68: 't0.00%',
  69: 't# ?/?',
  70: 't# ??/??',
  71: 'td/m/bb',
  72: 'td-mmm-bb',
  73: 'td-mmm',
  74: 'tmmm-bb',
  75: 'th:mm',
  76: 'th:mm:ss',
  77: 'td/m/bb h:mm',
  78: 'tmm:ss',
  79: 't[h]:mm:ss',
  80: 'tmm:ss.0',
  81: 'd/m/bb',
};

const LAST_BUILT_IN = 81;

/** Built-in formats that do not depend on the language. */
export const FIXED_BUILT_INS: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);

const FIXED = new Set(FIXED_BUILT_INS.values());

/** Whether the code of a built-in format depends on the language of the program that opens the file. */
export function isOfLanguage(id: number): boolean {
  return id <= LAST_BUILT_IN && !FIXED.has(id);
}

/** Limit of cached formats, and of cached values of one format: workbooks of a year use the same few. */
const MAX_CACHED = 1000;

/** The code of a built-in format; `General` for an unknown identifier. */
export function builtInFormat(id: number): string {
  return THAI_BUILT_INS[id] ?? (id > LAST_BUILT_IN ? 'General' : getFormatFromId(id, LOCALE));
}

/**
 * Creates a number format from its code (ISO/IEC 29500-1, 18.8.31). Values that the format hides or cannot show are
 * shown in General.
 */
export function numberFormat(code: string, date1904: boolean): NumberFormat {
  return date1904 ? formatFrom1904(code) : formatFrom1900(code);
}

const formatFrom1900 = memoize((code: string) => makeFormat(code, false), MAX_CACHED);
const formatFrom1904 = memoize((code: string) => makeFormat(code, true), MAX_CACHED);

function makeFormat(code: string, date1904: boolean): NumberFormat {
  if (/^(general)?$/i.test(code)) return { isDate: false, show: plainNumber };
  if (code.length > MAX_FORMAT_CODE || code === '@') return { code, isDate: false, show: plainNumber };
  const tokens = tokenize(code);
  const isDate = isDateFormat(code);
  const marks = tokens.map(markOf);
  const buddhist = marks.some((mark) => mark.calendar === BUDDHIST);
  const thai = marks.some((mark) => mark.digits === THAI) || tokens.some(isThaiPrefix);
  const shift = date1904 && isDate && !tokens.some(({ type }) => type === 'DURATION') ? DAYS_TO_1904 : 0;
  const pattern = patternOf(isDate ? tokens : tokens.map(withoutLanguage), buddhist);
  const show = (value: number): string => {
    const text = formatted(pattern(value), value + shift);
    if (text === '') return plainNumber(value);
    return thai ? thaiDigits(text) : text;
  };
  return { code, isDate, show: memoize(show, MAX_CACHED) };
}

/** The formatted value; empty if the format hides it or does not fit it, such as a date before the first day. */
function formatted(pattern: string, value: number): string {
  try {
    const options = { locale: LOCALE, dateErrorThrows: true, dateSpanLarge: false, overflow: '' };
    return format(pattern, value, options).trim();
  } catch {
    return '';
  }
}

/**
 * The pattern for numfmt, with years in the format's calendar, and with all digits of the value in place of General.
 */
function patternOf(tokens: readonly Token[], buddhist: boolean): (value: number) => string {
  const oneSection = !tokens.some(({ type }) => type === 'BREAK');
  // Undefined marks the position of the value's digits.
  const pieces = tokens.map((token, index) => {
    if (token.type === 'GENERAL' || (token.type === 'TEXT' && oneSection)) return undefined;
    if (isThaiPrefix(token, index, tokens)) return '';
    return buddhist ? buddhistYear(token) : token.raw;
  });
  if (!pieces.includes(undefined)) return () => pieces.join('');
  return (value) => pieces.map((piece) => piece ?? `"${plainNumber(Math.abs(value))}"`).join('');
}

/** A locale tag of a number sets its currency only, such as `€` in `[$€-407]`; separators stay those of the system, as in Excel. */
function withoutLanguage(token: Token): Token {
  const tag = token.type === 'LOCALE' ? localeTagOf(token.raw) : undefined;
  return tag === undefined ? token : { ...token, raw: tag.currency === '' ? '' : `[$${tag.currency}]` };
}

function buddhistYear({ type, value, raw }: Token): string {
  if (type !== 'DATETIME' || !/^(y+|e+)$/i.test(value)) return raw;
  return /^yy?$/i.test(value) ? 'bb' : 'bbbb';
}

/** Digits and calendar that a locale tag such as `[$-D07041E]` asks for. */
function markOf({ raw }: Token): { readonly digits: number; readonly calendar: number } {
  const tag = localeTagOf(raw);
  return { digits: tag?.shape ?? 0, calendar: (tag?.calendar ?? 0) & 0x7f };
}

/** Whether the token is a bare `t` before the first placeholder of a section, which selects Thai digits. */
function isThaiPrefix({ type, raw }: Token, index: number, tokens: readonly Token[]): boolean {
  if (type !== 'CHAR' || raw.toLowerCase() !== 't') return false;
  const next = tokens[index + 1]?.type ?? '';
  return ['HASH', 'ZERO', 'QMARK', 'DATETIME', 'DURATION'].includes(next);
}
