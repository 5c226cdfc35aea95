import { datesIn, isInCalendar } from '../../text/find-dates.ts';
import { textRule } from './rule.ts';

/** A date that is none: no day, month and year to be found, or a day that the calendar has not. */
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
