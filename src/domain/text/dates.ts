import { foldDigits, thaiDigits } from './digits.ts';
import { instantOf } from './instant.ts';
import { BUDDHIST_OFFSET, MONTHS } from './thai-calendar.ts';

/**
 * An ISO date or instant as official Thai: `2022-04-29` is `๒๙ เมษายน ๒๕๖๕`. An instant is shown by its UTC date.
 * A text that is not an ISO date is returned unchanged.
 *
 * Not by `Intl.DateTimeFormat`: names of months, patterns and calculations of the Buddhist calendar are left to the
 * implementation (ECMA-402, annex A), but these words are in workbooks, and reading compares with them on any host.
 */
export function thaiLongDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1]?.name;
  if (name === undefined) return iso;
  return thaiDigits(`${Number(day)} ${name} ${Number(year) + BUDDHIST_OFFSET}`);
}

/** An ISO date without its year, short, with ASCII digits: `2022-04-29` is `29 เม.ย.`. */
export function shortThaiDay(iso: string): string {
  const [, month, day] = iso.split('-');
  return `${Number(day)} ${abbreviationOf(month)}`;
}

/** The month of an ISO date with the last two digits of its year, short, with ASCII digits: `2022-04-29` is `เม.ย. 65`. */
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
 * An instant that has come by the end of the day of `now` in Bangkok; undefined for a later or invalid one, as a computer gives whose clock is
 * wrong.
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
  if (exactTimes.size >= MOST_TIMES) exactTimes.clear();
  exactTimes.set(instant, time);
  return time;
}

/** A master tells beside each text when its file was saved: a time a file, again and again. */
const exactTimes = new Map<string, string>();

/** The most times that are remembered. */
const MOST_TIMES = 1000;

function thaiTimeWith(instant: string, shown: (seconds: string) => string): string | undefined {
  const time = /^\d{4}-\d\d-\d\dT/.test(instant) ? Date.parse(instant) : NaN;
  const [, year, month, day, minutes = '', seconds = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d\.\d{3})Z$/.exec(instantOf(time + BANGKOK_OFFSET_MS) ?? '') ?? [];
  const name = MONTHS[Number(month) - 1]?.abbreviation;
  if (name === undefined) return undefined;
  return thaiDigits(`${Number(day)} ${name} ${Number(year) + BUDDHIST_OFFSET} ${minutes}${shown(seconds)} น.`);
}

/**
 * The ISO 8601 instant that {@link exactThaiTime} wrote, whose digits may have been converted since. The instant
 * itself, as older masters have it, is returned with Arabic digits, another text as it is.
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
