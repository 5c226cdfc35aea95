import { buddhistYear, datesIn } from '../../text/find-dates.ts';
import { textRule } from './rule.ts';

/** A date with a two-digit year, whose era is unknown. */
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
