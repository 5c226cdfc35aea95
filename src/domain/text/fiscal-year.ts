import { buddhistYear } from './find-dates.ts';

/** A fiscal year begins on 1 October of the year before (Budget Procedures Act B.E. 2561, section 4). */
const FIRST_MONTH = 10;

/** The fiscal year, of the Buddhist era, of a month (1 to 12) and a year as written. */
export function fiscalYearOf(year: number, month: number): number {
  return buddhistYear(year) + (month >= FIRST_MONTH ? 1 : 0);
}
