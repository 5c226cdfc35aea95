import { fiscalYearOf } from '../../text/fiscal-year.ts';
import { datesIn, isInCalendar } from '../../text/find-dates.ts';
import { textRule } from './rule.ts';

/** Characters before a date that are examined. */
const LOOKBEHIND = 60;
/** Words before the day of an event; ลงวันที่ and ณ วันที่ precede the date of a document. */
const OF_AN_EVENT = /(?:เมื่อ|ใน|ระหว่าง|จัดขึ้น|จัด|อบรม|ประชุม)วันที่ {0,2}(?:[\d๐-๙]{1,2} ?[-–] ?)?$/;
/** Words for laws, orders and letters, which may be of earlier years. */
const OF_A_DOCUMENT =
  /ประกาศ|ราชกิจจา|คำสั่ง|หนังสือ|พระราชบัญญัติ|พ\.ร\.บ|ระเบียบ|กฎ|มติ|ลงนาม|บังคับ|เห็นชอบ|อนุมัติ|ตั้งแต่|เดิม|ข้อบัญญัติ|จัดตั้ง|แต่งตั้ง|ปีก่อน|ที่ผ่านมา/;

/** The day of an event outside the fiscal year of the report, as in a text that was copied from last year. */
export const eventOutsideYear = textRule({
  code: 'event-outside-year',
  severity: 'may',
  facts: ['year', 'before'],
  parameters: {},
  fields: ['result'],
  *find(text, { programme: { year } }) {
    for (const date of datesIn(text)) {
      if (date.day === undefined || date.year === undefined || !isInCalendar(date)) continue;
      const before = text.slice(Math.max(0, date.start - LOOKBEHIND), date.start);
      if (fiscalYearOf(date.year, date.month) === year || !OF_AN_EVENT.test(before) || OF_A_DOCUMENT.test(before))
        continue;
      yield { start: date.start, end: date.end, facts: { year, before: year - 1 } };
    }
  },
});
