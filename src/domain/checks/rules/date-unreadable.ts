import { foldDigits } from '../../text/digits.ts';
import { datesIn, isInCalendar } from '../../text/find-dates.ts';
import { isNoAnswer } from '../../text/no-answer.ts';
import { textRule } from './rule.ts';

/** A time that is not a day: continuous work, each month, once a month, a quarter, a year. */
const PERIOD =
  /ตลอด|ต่อเนื่อง|เป็นประจำ|(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)ละ|ปี ?(?:งบประมาณ)? ?(?:พ\.?ศ\.?)? ?(?:25|20)\d\d|(?:ทุก|ราย|แต่ละ)(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี|ครั้ง|ภาค)|ไตรมาส(?:ที่)? ?[1-4]|(?:รอบ|ช่วง)(?:ที่)? ?[1-4]|[1-4] ?ไตรมาส/;

/** Words for “none”. */
const NONE = /^(?:ไม่มี|n\/?a)$/i;

/** A date cell without a complete date, or with one that does not exist. A dash, ไม่มี and a period are valid, because not every measure has one day. */
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
    if (isNoAnswer(text) || NONE.test(text) || PERIOD.test(foldDigits(text))) return;
    if (dates.every(({ year }) => year === undefined)) yield { start: 0, end: text.length, facts: {} };
  },
});
