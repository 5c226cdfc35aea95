import { foldDigits } from './digits.ts';
import type { Span } from './edits.ts';
import { matchesNotAfter } from './matches.ts';
import { memoizeLast } from './memoize.ts';
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
 * Pattern sources of the months, in full or abbreviated; dots and spaces in an abbreviation are optional. No letter may follow an
 * abbreviation without its last dot, and `ก.พ.ร.` and `ก.ค.ศ.` are offices.
 */
const MONTH_PATTERNS = MONTHS.map(({ name, abbreviation }) => {
  const [first = '', second = ''] = abbreviation.split('.');
  return `${name}|${first}\\.? ?${second}(?:\\.(?![รศ]\\.)|(?![.ก-ฮะ-ู]))`;
});

/** Pattern source of any month. */
export const ANY_MONTH = MONTH_PATTERNS.join('|');

/** `มีนาคม ๒๕๖๕`, `ม.ค.65`, `มกราคม พ.ศ. ๒๕๖๕`, `มี.ค. ๑๕, ๒๕๖๕`, with a group for each month. */
const MONTH_AND_YEAR = new RegExp(
  `(?:${MONTH_PATTERNS.map((pattern) => `(${pattern})`).join('|')}) ?(?:(\\d{1,2}), ?(?=\\d{4}))?(?:(?:[พค]\\. ?ศ\\.|พุทธศักราช|คริสต์ศักราช) ?)?(?:(\\d{4}|\\d{2})(?!\\d))?`,
  'g',
);

/** The day before the month: `๙ - ๑๐ `, `5`, `ที่ ๕ เดือน`. */
const DAY_BEFORE = /(\d{1,2}) ?(?:เดือน ?)?$/;
const LONGEST_DAY = 9;

/** A date in numbers after one of these characters is part of something longer. */
const LONGER = /[\d/.-]/;

/** `17/2/2565`, `17-02-65`. */
const DAY_FIRST = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/g;

/** `2565-02-17`. */
const YEAR_FIRST = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;

/** Finds the dates in a text, ordered by notation, then by position. They need not exist in the calendar. */
export function datesIn(text: string): readonly DateMention[] {
  return datesInFolded(foldDigits(text));
}

const datesInFolded = memoizeLast((folded: string): readonly DateMention[] => {
  const dates: DateMention[] = [];
  let from = 0;
  for (const match of folded.matchAll(MONTH_AND_YEAR)) {
    // Groups: one for each month, a day after the month, the year.
    const [found, ...groups] = match as readonly (string | undefined)[];
    const month = groups.findIndex((name) => name !== undefined) + 1;
    const end = match.index + (found?.length ?? 0);
    const { day, start = match.index } = dayBefore(folded, from, match.index);
    const whole = folded.slice(start, end);
    dates.push(mention(start, whole, day ?? groups[MONTHS.length], month, groups[MONTHS.length + 1]));
    from = end;
  }
  for (const { 0: found, 1: day, 3: month, 4: year, index } of matchesNotAfter(folded, LONGER, DAY_FIRST)) {
    dates.push(mention(index, found, day, Number(month), year));
  }
  for (const { 0: found, 1: year, 2: month, 3: day, index } of matchesNotAfter(folded, LONGER, YEAR_FIRST)) {
    dates.push(mention(index, found, day, Number(month), year));
  }
  return dates;
});

/**
 * The day of the month directly before the offset `month`, not before `from`. It is neither the end of a longer number nor a count of
 * months: `๓ เดือน มกราคม - มีนาคม`.
 */
function dayBefore(text: string, from: number, month: number): { readonly day?: string; readonly start?: number } {
  const near = Math.max(from, month - LONGEST_DAY);
  const found = DAY_BEFORE.exec(text.slice(near, month));
  if (found === null) return {};
  const { 0: written, 1: day = '' } = found;
  const start = near + found.index;
  if (/\d/.test(text.charAt(start - 1))) return {};
  const isCount = written.includes('เดือน') && !/ที่ ?$/.test(text.slice(Math.max(0, start - 4), start));
  return isCount ? {} : { day, start };
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
