import { datesIn, isInCalendar, type DateMention } from '../../text/find-dates.ts';
import { MONTHS } from '../../text/thai-calendar.ts';
import { textRule, SENTENCES } from './rule.ts';

/** Characters before a presumed date that are examined. */
const LOOKBEHIND = 24;
/** Words that only a day can follow, also with the first of several days. */
const OF_A_DAY =
  /(?:วัน(?:[ก-๙]{2,10})? ?ที่|(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์) ?ที่|ลว\.?|เมื่อ|ระหว่าง) ?(?:\d{1,2} ?(?:[-–,]|และ|ถึง) ?)?$/;
/** Words before a count, an ordinal or a part of something longer: `ครั้งที่ ๓๑/๒/๒๕๖๕`, `๐๙.๔๕ มกราคม`. */
const OF_SOMETHING_ELSE = /(?:ที่|ข้อ|เลข|หน้า|จำนวน|รุ่น|เล่ม|ตอน|มาตรา|ว|[\d./:-]) ?$/;

/** Larger numbers are not a mistyped day or month. */
const MOST_DAY = 39;
const MOST_MONTH = 19;

/** A day or a month that does not exist, in a sentence: `๓๑ กุมภาพันธ์`, `15/13/2565`. Numbers that may be something else are left. */
export const dateImpossible = textRule({
  code: 'date-impossible',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text, _, folded) {
    for (const date of datesIn(text)) {
      if (!isInCalendar(date) && isSurelyDate(date, folded)) yield { start: date.start, end: date.end, facts: {} };
    }
  },
});

function isSurelyDate({ start, end, day, month, year }: DateMention, folded: string): boolean {
  if (day === undefined) return false;
  const before = folded.slice(Math.max(0, start - LOOKBEHIND), start);
  if (OF_A_DAY.test(before)) return true;
  if (OF_SOMETHING_ELSE.test(before) || day > MOST_DAY || month > MOST_MONTH) return false;
  const written = folded.slice(start, end);
  if (!/[ก-๙]/.test(written)) return isWholeYear(year);
  return year !== undefined || (day <= 31 && MONTHS.some(({ name }) => written.includes(name)));
}

/** Whether it is a recent year with four digits, of the Buddhist or the Christian era. */
function isWholeYear(year = 0): boolean {
  return (year >= 2450 && year < 2600) || (year >= 1950 && year < 2100);
}
