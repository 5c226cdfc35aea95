import { thaiDigits } from './digits.ts';
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

/** Thailand has kept UTC+7 without summer time since 1920. */
const BANGKOK_OFFSET_MS = 7 * 60 * 60 * 1000;

/**
 * An ISO 8601 instant as local time in Bangkok, such as `2022-04-29T21:05:00`; undefined for an invalid one.
 */
export function bangkokTime(instant: string): string | undefined {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? undefined : new Date(time + BANGKOK_OFFSET_MS).toISOString().slice(0, 19);
}
