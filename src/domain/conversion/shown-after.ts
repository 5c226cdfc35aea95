import { BUDDHIST, localeTagOf } from '../spreadsheet/locale-tag.ts';
import { foldDigits, thaiDigits } from '../text/digits.ts';
import { BUDDHIST_OFFSET } from '../text/thai-calendar.ts';
import type { Digits } from '../text/thai-digits.ts';
import type { FormatChange } from './changes.ts';

/** What a cell shows after its number format changed: other digits, and the Buddhist year of a date that showed one of the common era. */
export function shownAfter(
  { text, before, after }: Pick<FormatChange, 'text' | 'before' | 'after'>,
  to: Digits,
): string {
  if (to === 'arabic') return foldDigits(text);
  const [was, is] = [yearOf(before), yearOf(after)];
  const becomesBuddhist = localeTagOf(before)?.calendar !== BUDDHIST && localeTagOf(after)?.calendar === BUDDHIST;
  const groups = [...text.matchAll(/\d+/g)];
  // Excel gives the code m/d/yyyy for a date that the system shows otherwise, with Buddhist years too.
  if (!becomesBuddhist || was?.digits !== is?.digits || groups.length !== is?.groups) return thaiDigits(text);
  const { 0: year = '', index = 0 } = groups[is.place] ?? {};
  if (Number(year) >= FIRST_BUDDHIST) return thaiDigits(text);
  const next = String(Number(year) + BUDDHIST_OFFSET).slice(-is.digits);
  return thaiDigits(text.slice(0, index) + next + text.slice(index + year.length));
}

/** A year as late is of the Buddhist era. */
const FIRST_BUDDHIST = 2400;

/** Where the year stands among the numbers that a code shows, and with how many digits: 2 or 4. */
interface YearPlace {
  readonly place: number;
  readonly digits: number;
  /** All numbers that the code shows. */
  readonly groups: number;
}

/** The place of the year in a date format, whose days and months may be words; undefined where it shows none. */
function yearOf(code: string): YearPlace | undefined {
  const [section = ''] = code.replace(/"[^"]*"?|\\.|\[[^\]]*\]?|[_*]./g, ' ').split(';');
  const numbers = (section.match(/y+|e+|d+|m+|h+|s+|0+/gi) ?? []).filter((part) => !/^(?:d{3,}|m{3,})$/i.test(part));
  const place = numbers.findIndex((part) => /^[ye]/i.test(part));
  const year = numbers[place];
  return year === undefined ? undefined : { place, digits: /^yy?$/i.test(year) ? 2 : 4, groups: numbers.length };
}
