import { foldDigits, thaiDigits } from './digits.ts';
import { instantOf } from './instant.ts';
import { BUDDHIST_OFFSET, MONTHS } from './thai-calendar.ts';

/**
 * An ISO date in official Thai: `2022-04-29` is `๒๙ เมษายน ๒๕๖๕`. Of an instant, the UTC date is used. A text that is not an ISO date is
 * returned unchanged.
 *
 * `Intl.DateTimeFormat` is not used, because its month names, patterns and Buddhist calendar depend on the implementation (ECMA-402, annex
 * A): these words are in workbooks, and must compare as equal on every host.
 */
export function thaiLongDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1]?.name;
  if (name === undefined) return iso;
  return thaiDigits(`${Number(day)} ${name} ${Number(year) + BUDDHIST_OFFSET}`);
}

/** The day and abbreviated month of an ISO date, with ASCII digits: `2022-04-29` is `29 เม.ย.`. */
export function shortThaiDay(iso: string): string {
  const [, month, day] = iso.split('-');
  return `${Number(day)} ${abbreviationOf(month)}`;
}

/** The abbreviated month and two-digit year of an ISO date, with ASCII digits: `2022-04-29` is `เม.ย. 65`. */
export function shortThaiMonth(iso: string): string {
  const [year, month] = iso.split('-');
  return `${abbreviationOf(month)} ${String((Number(year) + BUDDHIST_OFFSET) % 100).padStart(2, '0')}`;
}

function abbreviationOf(month: string | undefined): string {
  return MONTHS[Number(month) - 1]?.abbreviation ?? '';
}

/** Thailand has kept UTC+7 without summer time since 1920. */
const BANGKOK_OFFSET_MS = 7 * 60 * 60 * 1000;

/**
 * An ISO 8601 instant as local time in Bangkok, such as `2022-04-29T21:05:00`; undefined for an invalid one.
 */
export function bangkokTime(instant: string): string | undefined {
  return instantOf(Date.parse(instant) + BANGKOK_OFFSET_MS)?.slice(0, 19);
}

/**
 * The instant unless it is after the end of today in Bangkok: then, or if it is invalid, undefined, because the clock of the computer that
 * wrote it was wrong.
 * @param now ISO 8601 instant
 */
export function instantUpToToday(now: string, instant: string | undefined): string | undefined {
  const end = Date.parse(`${bangkokTime(now)?.slice(0, 10) ?? ''}T24:00:00+07:00`);
  return instant !== undefined && Date.parse(instant) < end ? instant : undefined;
}

/**
 * An ISO 8601 instant as people in Thailand read it on a sheet, to the minute: `2025-11-29T07:05:09Z` is `๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕ น.`.
 * A date without a time is {@link thaiLongDate}.
 */
export function thaiTime(instant: string): string {
  return thaiTimeWith(instant, () => '') ?? thaiLongDate(instant);
}

/**
 * As {@link thaiTime}, with seconds and their fraction where they are not zero, so that {@link instantOfThaiTime} finds the same
 * instant. A text that is no instant is returned unchanged.
 */
export function exactThaiTime(instant: string): string {
  const known = exactTimes.get(instant);
  if (known !== undefined) return known;
  const time = thaiTimeWith(instant, (seconds) => seconds.replace(/\.000$/, '').replace(/^:00$/, '')) ?? instant;
  if (exactTimes.size >= MAX_TIMES) exactTimes.clear();
  exactTimes.set(instant, time);
  return time;
}

/** Formatted times by instant: a master repeats the time of a file next to each of its texts. */
const exactTimes = new Map<string, string>();

/** Limit of cached times. */
const MAX_TIMES = 1000;

function thaiTimeWith(instant: string, shown: (seconds: string) => string): string | undefined {
  const time = /^\d{4}-\d\d-\d\dT/.test(instant) ? Date.parse(instant) : NaN;
  const [, year, month, day, minutes = '', seconds = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d\.\d{3})Z$/.exec(instantOf(time + BANGKOK_OFFSET_MS) ?? '') ?? [];
  const name = MONTHS[Number(month) - 1]?.abbreviation;
  if (name === undefined) return undefined;
  return thaiDigits(`${Number(day)} ${name} ${Number(year) + BUDDHIST_OFFSET} ${minutes}${shown(seconds)} น.`);
}

/**
 * Parses a time that {@link exactThaiTime} wrote, also with converted digits, to an ISO 8601 instant. An ISO instant, as in older masters,
 * is returned with ASCII digits, any other text unchanged.
 */
export function instantOfThaiTime(text: string): string {
  const folded = foldDigits(text).trim();
  const [, day = '', month, year, minutes = '', seconds = ':00'] =
    /^(\d{1,2}) (\S+) (\d{3,5}) (\d\d:\d\d)(:\d\d(?:\.\d{3})?)? น\.$/.exec(folded) ?? [];
  const index = MONTHS.findIndex(({ abbreviation }) => abbreviation === month);
  if (index < 0) return /^\d{4}-/.test(folded) ? folded : text;
  const date = [Number(year) - BUDDHIST_OFFSET, index + 1, day].map((part, at) =>
    String(part).padStart(at ? 2 : 4, '0'),
  );
  return instantOf(Date.parse(`${date.join('-')}T${minutes}${seconds}Z`) - BANGKOK_OFFSET_MS) ?? text;
}
