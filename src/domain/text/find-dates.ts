import { foldDigits } from './digits.ts';
import type { Span } from './edits.ts';
import { matchesNotAfter, matchesWhere } from './matches.ts';
import { rememberLast } from './remember-last.ts';
import { BUDDHIST_OFFSET, MONTHS } from './thai-calendar.ts';

/** A date as written, with the parts that are present. */
export interface DateMention extends Span {
  /** 1 to 31; absent where only a month is named. */
  readonly day?: number;
  /** 1 to 12. */
  readonly month: number;
  /** The year as written: Buddhist, Christian, or of two digits; absent if not written. */
  readonly year?: number;
}

/**
 * Pattern sources of the months, in full or abbreviated; dots and spaces in an abbreviation are optional. One without its last dot ends
 * there, and `ก.พ.ร.` and `ก.ค.ศ.` are offices.
 */
const MONTH_PATTERNS = MONTHS.map(({ name, abbreviation }) => {
  const [first = '', second = ''] = abbreviation.split('.');
  return `${name}|${first}\\.? ?${second}(?:\\.(?![รศ]\\.)|(?![.ก-ฮะ-ู]))`;
});

/** Pattern source of any month. */
export const ANY_MONTH = MONTH_PATTERNS.join('|');

/** The same with a group for each month. */
const MONTH = MONTH_PATTERNS.map((pattern) => `(${pattern})`).join('|');

/** `๙ - ๑๐ มีนาคม ๒๕๖๕`, `5 ม.ค.65`, `ที่ ๕ เดือนมกราคม พ.ศ. ๒๕๖๕`, `มี.ค. ๑๕, ๒๕๖๕`. */
const IN_WORDS = new RegExp(
  `(?:(\\d{1,2}) ?(?:เดือน ?)?)?(?:${MONTH}) ?(?:(\\d{1,2}), ?(?=\\d{4}))?(?:(?:[พค]\\. ?ศ\\.|พุทธศักราช|คริสต์ศักราช) ?)?(?:(\\d{4}|\\d{2})(?!\\d))?`,
  'g',
);

/** What a date in numbers does not follow: it would be a part of something longer. */
const LONGER = /[\d/.-]/;

/** `17/2/2565`, `17-02-65`. */
const DAY_FIRST = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/g;

/** `2565-02-17`. */
const YEAR_FIRST = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;

/** The dates in a text, by way of writing, then by position. They may not exist in the calendar. */
export function datesIn(text: string): readonly DateMention[] {
  return datesInFolded(foldDigits(text));
}

const datesInFolded = rememberLast((folded: string): readonly DateMention[] => {
  const dates: DateMention[] = [];
  for (const match of matchesWhere(folded, IN_WORDS, isWholeDay)) {
    // Groups: the day, one for each month, a day after the month, the year.
    const [found, day, ...rest] = match as readonly (string | undefined)[];
    const month = rest.findIndex((name) => name !== undefined) + 1;
    dates.push(mention(match.index, found ?? '', day ?? rest[MONTHS.length], month, rest[MONTHS.length + 1]));
  }
  for (const { 0: found, 1: day, 3: month, 4: year, index } of matchesNotAfter(folded, LONGER, DAY_FIRST)) {
    dates.push(mention(index, found, day, Number(month), year));
  }
  for (const { 0: found, 1: year, 2: month, 3: day, index } of matchesNotAfter(folded, LONGER, YEAR_FIRST)) {
    dates.push(mention(index, found, day, Number(month), year));
  }
  return dates;
});

/** Whether the day is not the end of a longer number, nor a count of months: `๓ เดือน มกราคม - มีนาคม`. */
function isWholeDay({ 0: found, 1: day, index, input }: RegExpExecArray): boolean {
  if (day === undefined) return true;
  if (/\d/.test(input.charAt(index - 1))) return false;
  return !found.includes('เดือน') || /ที่ ?$/.test(input.slice(Math.max(0, index - 4), index));
}

function mention(
  start: number,
  found: string,
  day: string | undefined,
  month: number,
  year: string | undefined,
): DateMention {
  return {
    start,
    end: start + found.trimEnd().length,
    ...(day === undefined ? {} : { day: Number(day) }),
    month,
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** Converts a written year to the Buddhist era: 2565, 2022 and 65 are the same. */
export function buddhistYear(year: number): number {
  if (year >= 2400) return year;
  return year < 100 ? 2500 + year : year + BUDDHIST_OFFSET;
}

/** Whether the day exists in the calendar. */
export function isInCalendar({ day = 1, month, year = 2567 }: DateMention): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(buddhistYear(year) - BUDDHIST_OFFSET, month, 0)).getUTCDate();
}

/** The ISO 8601 date of a text that is a complete, existing date and nothing else; otherwise undefined. */
export function writtenIsoDate(text: string): string | undefined {
  const whole = text.trim();
  const date = datesIn(whole).find(({ start, end }) => start === 0 && end === whole.length);
  if (date?.day === undefined || date.year === undefined || !isInCalendar(date)) return undefined;
  const pad = (number: number, length: number): string => String(number).padStart(length, '0');
  return `${pad(buddhistYear(date.year) - BUDDHIST_OFFSET, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}
