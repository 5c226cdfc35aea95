import { BUDDHIST, localeTagOf } from '../spreadsheet/locale-tag.ts';
import { foldDigits, thaiDigits } from '../text/digits.ts';
import { BUDDHIST_OFFSET } from '../text/thai-calendar.ts';
import type { Digits } from '../text/thai-digits.ts';
import type { FormatChange } from './changes.ts';

/** The text of a cell after a change of its number format: with converted digits, and with the Buddhist year of a date that had a Christian one. */
export function shownAfter(
  { text, before, after }: Pick<FormatChange, 'text' | 'before' | 'after'>,
  to: Digits,
): string {
  if (to === 'arabic') return foldDigits(text);
  const [was, is] = [yearOf(before), yearOf(after)];
  const becomesBuddhist = localeTagOf(before)?.calendar !== BUDDHIST && localeTagOf(after)?.calendar === BUDDHIST;
  const groups = [...text.matchAll(/\d+/g)];
  // Excel reports the code m/d/yyyy also for dates that the system shows in another format, even with Buddhist years.
  if (!becomesBuddhist || was?.digits !== is?.digits || groups.length !== is?.groups) return thaiDigits(text);
  const { 0: year = '', index = 0 } = groups[is.place] ?? {};
  if (Number(year) >= FIRST_BUDDHIST) return thaiDigits(text);
  const next = String(Number(year) + BUDDHIST_OFFSET).slice(-is.digits);
  return thaiDigits(text.slice(0, index) + next + text.slice(index + year.length));
}

/** Later years are of the Buddhist era. */
const FIRST_BUDDHIST = 2400;

/** The position of the year among the numbers of a format, and its number of digits: 2 or 4. */
interface YearPlace {
  readonly place: number;
  readonly digits: number;
  /** Number of all numbers that the format shows. */
  readonly groups: number;
}

/** The position of the year in a date format, whose days and months may be words; undefined if it shows no year. */
function yearOf(code: string): YearPlace | undefined {
  const [section = ''] = code.replace(/"[^"]*"?|\\.|\[[^\]]*\]?|[_*]./g, ' ').split(';');
  const numbers = (section.match(/y+|e+|d+|m+|h+|s+|0+/gi) ?? []).filter((part) => !/^(?:d{3,}|m{3,})$/i.test(part));
  const place = numbers.findIndex((part) => /^[ye]/i.test(part));
  const year = numbers[place];
  return year === undefined ? undefined : { place, digits: /^yy?$/i.test(year) ? 2 : 4, groups: numbers.length };
}
