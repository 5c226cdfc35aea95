import { isInlineBlank } from './characters.ts';
import { ANY_MONTH } from './find-dates.ts';

/** A number with a thousands separator, which no version has. */
const SEPARATED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** A count, or a range of counts; versions and standards have more digits or parts. */
const SHORT = /^\d{1,3}(?:-\d{1,3})?$/;
const DAY = /^\d{1,2}(?:-\d{1,2})?$/;
const MONTH = new RegExp(`^(?:${ANY_MONTH})`);

/** Words that may follow a classifier without a space; with other letters it is a longer word: ระบบปฏิบัติการ. */
const GOES_ON =
  /^(?:และ|หรือ|ที่|ใน|ของ|โดย|เพื่อ|จาก|ต่อ|แล้ว|ได้|ให้|เป็น|พร้อม|รวม|ทั้ง|เมื่อ|ตาม|ละ|แก่|กับ|ซึ่ง|ครบ|แบ่ง|มี|ไม่|ถึง|นี้|นั้น|สำหรับ|แรก)/;

/** Most characters of a month or a classifier with what follows it. */
const LOOK = 40;

/**
 * Whether what follows the number at `start` to `end` makes it a count or a day of a month, and not a version: a classifier of the profile, a percent sign, a month, or
 * a separator of thousands in it. The text has ASCII digits.
 */
export function isCount(text: string, start: number, end: number, countWords: readonly string[]): boolean {
  if (end - start > LOOK) return false;
  const number = text.slice(start, end);
  if (SEPARATED.test(number)) return true;
  if (!SHORT.test(number)) return false;
  let at = end;
  while (at - end < 2 && isInlineBlank(text.charCodeAt(at))) at += 1;
  const after = text.slice(at, at + LOOK);
  if (after.startsWith('%') || (DAY.test(number) && MONTH.test(after))) return true;
  return countWords.some((word) => after.startsWith(word) && endsWord(after.slice(word.length)));
}

function endsWord(after: string): boolean {
  return !/^[\u0e01-\u0e4e]/.test(after) || GOES_ON.test(after);
}
