import { datesIn, isInCalendar } from '../../text/find-dates.ts';
import { textRule, SENTENCES } from './rule.ts';

/** A day of a month that does not exist, in a sentence: ๓๑ กุมภาพันธ์. The year has to be there, because numbers with a slash are often something else. */
export const dateImpossible = textRule({
  code: 'date-impossible',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text, { folded }) {
    for (const date of datesIn(text)) {
      const isWhole =
        date.day !== undefined && date.year !== undefined && /[ก-๙]/.test(folded.slice(date.start, date.end));
      if (isWhole && !isInCalendar(date)) yield { start: date.start, end: date.end, facts: {} };
    }
  },
});
