import { foldDigits, thaiDigits } from './digits.ts';
import { applyEdits, type Edit, type Span } from './edits.ts';
import { datesIn } from './find-dates.ts';
import { matchesWhere } from './matches.ts';
import { BUDDHIST_OFFSET } from './thai-calendar.ts';

/** A text with its years moved, and the years that were left because they may refer to a fixed event. */
export interface MovedYears {
  readonly text: string;
  /** As written, in the order of the text. */
  readonly left: readonly string[];
}

/** Four digits, or two after a word for a year. */
const YEAR = /(?:\d{4}|(?:ปี|พ\. ?ศ\.|ค\. ?ศ\.) ?\d{2})(?![\dA-Za-z_])/g;

/** Characters before the digits of a longer number, a link, a code or a file name, which are not a year. */
const LONGER = /[\d.,:/\\\-_A-Za-z]/;

/** Words before the date of a letter, an order or an event, which is not moved. */
const OF_LETTER = /(?:ลงวันที่|ลว\.?|เมื่อวันที่|ณ วันที่) ?$/;

/** Before the year of a letter's number, such as `๕๑/๒๕๖๕`, and in a period of several years. */
const AFTER_NUMBER = /\d ?[-–—/] ?$/;

/** A period of several years. */
const PERIOD_BEFORE = /\d ?[-–—] ?$/;
const PERIOD_AFTER = /^ ?[-–—] ?\d/;

/**
 * Moves the years of a text by a number of years: the fiscal year and the year before it, in which it begins, of the Buddhist or the
 * Christian era and, in dates or after ปี, with two digits. Digits keep their kind. Years of letters, of events on one day and of periods of
 * several years are left.
 * @param year fiscal year of the Buddhist era
 */
export function moveYears(text: string, year: number, by = 1): MovedYears {
  const folded = foldDigits(text);
  const found = [...yearsOfDates(folded, year), ...yearsAlone(folded, year)].toSorted((a, b) => a.start - b.start);
  const isMoved = ({ start, end, moves }: Year): boolean =>
    moves && !PERIOD_BEFORE.test(folded.slice(0, start)) && !PERIOD_AFTER.test(folded.slice(end));
  const edits = found
    .filter(isMoved)
    .map(({ start, end }): Edit => ({ start, end, text: moved(text.slice(start, end), by) }));
  return {
    text: applyEdits(text, edits),
    left: found.filter((each) => !isMoved(each)).map(({ start, end }) => text.slice(start, end)),
  };
}

/** A year of a text that is the fiscal year or the one before it. */
interface Year extends Span {
  readonly moves: boolean;
}

function yearsOfDates(folded: string, year: number): readonly Year[] {
  return datesIn(folded).flatMap((date) => {
    const written = date.year === undefined ? '' : String(date.year);
    // A date in words or with the day first ends with its year; one with the year first begins with it.
    const isFirst = folded.startsWith(`${written}-`, date.start);
    const start = isFirst ? date.start : date.end - written.length;
    if (written === '' || !isFiscalYear(written, year) || !folded.startsWith(written, start)) return [];
    const moves = date.day === undefined || !OF_LETTER.test(folded.slice(0, date.start));
    return [{ start, end: start + written.length, moves }];
  });
}

function yearsAlone(folded: string, year: number): readonly Year[] {
  const dates = datesIn(folded);
  const isOutside = ({ 0: found, index }: RegExpExecArray): boolean =>
    !dates.some(({ start, end }) => start < index + found.length && index < end);
  return [...matchesWhere(folded, YEAR, isOutside)].flatMap(({ 0: found, index }) => {
    const [written = ''] = /\d+$/.exec(found) ?? [];
    const end = index + found.length;
    const before = folded.slice(0, end - written.length);
    if (!isFiscalYear(written, year)) return [];
    const moves = !LONGER.test(before.slice(-1)) || before.endsWith('ศ.');
    return moves || AFTER_NUMBER.test(before) ? [{ start: before.length, end, moves }] : [];
  });
}

/** Whether a year as written is the fiscal year or the one before it. */
function isFiscalYear(written: string, year: number): boolean {
  const value = Number(written);
  const known = written.length === 2 ? [year % 100] : [year, year - BUDDHIST_OFFSET];
  return known.some((each) => value === each || value === each - 1);
}

/** The year `by` years later in the same kind of digits. */
function moved(written: string, by: number): string {
  const folded = foldDigits(written);
  const later = String(Number(folded) + by).slice(-folded.length);
  return folded === written ? later : thaiDigits(later);
}
