import { buddhistYear, datesIn } from '../../text/find-dates.ts';
import { textRule } from './rule.ts';

/** A date whose year has two digits: nobody knows of which era. */
export const yearShort = textRule({
  code: 'year-short',
  severity: 'may',
  facts: ['likely'],
  parameters: {},
  fields: ['date'],
  *find(text) {
    for (const { start, end, year } of datesIn(text)) {
      if (year !== undefined && year < 100) yield { start, end, facts: { likely: buddhistYear(year) } };
    }
  },
});
