import { buddhistYear, datesIn, isInCalendar } from '../../text/find-dates.ts';
import { textRule } from './rule.ts';

/** A fiscal year begins on 1 October of the year before. */
const FIRST_MONTH = 10;

/** A date outside the fiscal year of the report. */
export const dateOutsideYear = textRule({
  code: 'date-outside-year',
  severity: 'should',
  facts: ['year', 'before'],
  parameters: {},
  fields: ['date'],
  *find(text, { programme: { year: fiscalYear } }) {
    for (const date of datesIn(text)) {
      if (date.year === undefined || !isInCalendar(date)) continue;
      const year = buddhistYear(date.year) + (date.month >= FIRST_MONTH ? 1 : 0);
      if (year !== fiscalYear) {
        yield { start: date.start, end: date.end, facts: { year: fiscalYear, before: fiscalYear - 1 } };
      }
    }
  },
});
