import { datesIn, isInCalendar } from '../../text/find-dates.ts';
import { textRule } from './rule.ts';

/** A date cell without a complete date, or with one that does not exist. */
export const dateUnreadable = textRule({
  code: 'date-unreadable',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: ['date'],
  *find(text) {
    const dates = datesIn(text);
    for (const date of dates) {
      if (!isInCalendar(date)) yield { start: date.start, end: date.end, facts: {} };
    }
    if (dates.every(({ year }) => year === undefined)) yield { start: 0, end: text.length, facts: {} };
  },
});
