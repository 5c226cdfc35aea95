import { isInlineBlank } from './characters.ts';
import type { CountWords } from './digit-profile.ts';
import { ANY_MONTH } from './find-dates.ts';

/** A number with a thousands separator, which no version has. */
const SEPARATED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** A count, or a range of counts; versions and standards have more digits or parts. */
const SHORT = /^\d{1,3}(?:-\d{1,3})?$/;
/** A number with decimals: a version, unless a percent sign or a word such as ล้าน follows. */
const DECIMAL = /^\d{1,3}\.\d{1,2}$/;
/** Hours of the day before น., and dates and rounds of a year in numbers: `09.00-12.00 น.`, `12/1/2565`, `2/2565`. */
const HOURS = /^\d{1,2}[.:]\d{2}(?:-\d{1,2}[.:]\d{2})?$/;
const DATE = /^\d{1,2}\/\d{1,2}\/(?:(?:25|20)\d\d|\d\d)$|^\d{1,2}\/25\d\d$/;
const DAY = /^\d{1,2}(?:-\d{1,2})?$/;
const MONTH = new RegExp(`^(?:${ANY_MONTH})`);

/** Words that may follow a classifier without a space. Before other letters it is part of a longer word: ระบบปฏิบัติการ. */
const AFTER_CLASSIFIER =
  /^(?:[ \u00a0]?ๆ|และ|หรือ|ที่|ใน|ของ|โดย|เพื่อ|จาก|ต่อ|แล้ว|ได้|ให้|เป็น|พร้อม|รวม|ทั้ง|เมื่อ|ตาม|แก่|กับ|ซึ่ง|ครบ|แบ่ง|มี|ไม่|ถึง|นี้|นั้น|สำหรับ|แรก)/;

/** What may stand between a count and its classifier: the end of a range, or `กว่า`. */
const BEFORE_CLASSIFIER = /^(?:[ \u00a0]?(?:[-–—]|ถึง)[ \u00a0]?\d{1,3}(?![\d.])|[ \u00a0]?กว่า)/;

/** Words that multiply the number before them: `3 ล้านคน`. */
const MULTIPLIER = /^(?:ร้อย|พัน|หมื่น|แสน|ล้าน)+/;

/** A classifier as the label of what follows it: `Windows 11 ครั้งที่ 2`, `COBIT 5 ข้อ 3`, `Office 365 ปี 2565`, `iPhone 15 รุ่น Pro`. */
const ORDINAL = /^[ก-์]+ที่[ \u00a0]{0,2}\d/;
const LABEL =
  /^(?:ปี|ข้อ|บท|หน้า|รุ่น|ระดับ|ระบบ|ขั้น|ตอน|ชั้น)[ \u00a0]{0,2}(?:[พค]\.ศ\.[ \u00a0]?)?(?:(\d[\d,-]*)|(?=[A-Za-z]))/;
const MONTH_LABEL = new RegExp(`^เดือน[ \\u00a0]{0,2}(?:${ANY_MONTH})`);

/** Limit of characters in a month or a classifier with what follows it. */
const LOOKAHEAD = 40;

/**
 * Whether the number from `start` to `end` is a count, a date or a time, and not a version: a classifier of the profile, a percent sign or a
 * month follows it, or it has thousands separators.
 * @param text with ASCII digits
 */
export function isCount(text: string, start: number, end: number, countWords: CountWords): boolean {
  if (end - start > LOOKAHEAD) return false;
  const number = text.slice(start, end);
  if (SEPARATED.test(number) || DATE.test(number)) return true;
  if (HOURS.test(number) && /^(?:น\.|นาฬิกา)/.test(afterBlanks(text, end))) return true;
  if (DECIMAL.test(number)) return isQuantity(afterBlanks(text, end), countWords);
  if (!SHORT.test(number)) return false;
  const between = BEFORE_CLASSIFIER.exec(text.slice(end, end + LOOKAHEAD))?.[0] ?? '';
  const after = afterBlanks(text, end + between.length);
  if (DAY.test(number) && MONTH.test(after)) return true;
  return startsWithUnit(after, countWords) && !isLabel(after, countWords);
}

/** Whether a percent sign, an amount of money or a multiplier follows, as never after a version: `iOS 35.5%`, `2.5 ล้านคน`. */
function isQuantity(after: string, countWords: CountWords): boolean {
  return /^(?:%|เปอร์เซ็นต์|บาท|คะแนน)/.test(after) || isMultiplied(after, countWords);
}

/** Whether a classifier labels what follows it instead of counting what precedes it. It does not label a number with its own unit: `2 รุ่น 100 คน`. */
function isLabel(after: string, countWords: CountWords): boolean {
  if (ORDINAL.test(after) || MONTH_LABEL.test(after)) return true;
  const [label = '', number] = LABEL.exec(after) ?? [];
  return label !== '' && (number === undefined || !startsWithUnit(after.slice(label.length).trimStart(), countWords));
}

/** Whether a unit follows the number that ends at `end`: a classifier of the profile or a percent sign. */
export function hasUnit(text: string, end: number, countWords: CountWords): boolean {
  return startsWithUnit(afterBlanks(text, end), countWords);
}

function startsWithUnit(after: string, countWords: CountWords): boolean {
  if (/^(?:%|\.-)/.test(after)) return true;
  if (isMultiplied(after, countWords)) return true;
  return mayFollow(after, countWords).some((word) => after.startsWith(word) && endsWord(after.slice(word.length)));
}

function isMultiplied(after: string, countWords: CountWords): boolean {
  const counted = after.replace(MULTIPLIER, '');
  return (
    counted !== after && (endsWord(counted) || mayFollow(counted, countWords).some((word) => counted.startsWith(word)))
  );
}

/** The few count words with the same first character. */
function mayFollow(after: string, countWords: CountWords): readonly string[] {
  return countWords.get(after.charAt(0)) ?? [];
}

/** The text after up to two spaces. */
function afterBlanks(text: string, end: number): string {
  let at = end;
  while (at - end < 2 && isInlineBlank(text.charCodeAt(at))) at += 1;
  return text.slice(at, at + LOOKAHEAD);
}

function endsWord(after: string): boolean {
  return !/^[\u0e01-\u0e4e]/.test(after) || AFTER_CLASSIFIER.test(after);
}
