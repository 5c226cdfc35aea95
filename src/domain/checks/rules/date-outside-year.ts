import { datesIn, isInCalendar } from '../../text/find-dates.ts';
import { fiscalYearOf } from '../../text/fiscal-year.ts';
import { textRule } from './rule.ts';

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
      if (fiscalYearOf(date.year, date.month) !== fiscalYear) {
        yield { start: date.start, end: date.end, facts: { year: fiscalYear, before: fiscalYear - 1 } };
      }
    }
  },
});
