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
