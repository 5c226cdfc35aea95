import type { Span } from '../../text/edits.ts';
import { matchesWhere } from '../../text/matches.ts';

/** A number with its unit. Values are in hundredths, so that sums of amounts are exact. */
export interface Counted extends Span {
  readonly value: number;
  readonly unit: string;
  /** Whether รวม before the number marks it as the sum of those before. */
  readonly isTotal: boolean;
  /** Whether words between รวม and the number say what it is the sum of. */
  readonly isOfSomething: boolean;
}

/** Words that make the number after them the sum of those before: not รวมถึง or รวมสะสม. */
const TOTAL = /รวม(?!ถึง|สะสม|กลุ่ม|ทั้ง(?!สิ้น|หมด|นี้))/g;
/** Beginnings of other words with รวม: รวบรวม, ภาพรวม, ส่วนรวม, โดยรวม. */
const OTHER_WORDS = ['รวบ', 'ภาพ', 'ส่วน', 'โดย', 'ผล'];
/** The sum of something that is named: `รวมแก้ไขแล้วเสร็จ ๘ เรื่อง` may repeat one of the numbers. */
const OF_SOMETHING = /รวม(?!ทั้งสิ้น|ทั้งหมด|เป็น|จำนวน|ได้|แล้ว|ทุก|ยอด|รุ่น|วัน|ครั้ง)[ก-ฮเ-ไ][^\d]{3,}$/;

/**
 * The numbers of a text that are followed by one of the units, in order.
 * @param text with ASCII digits
 */
export function* countsIn(text: string, units: readonly string[]): Generator<Counted> {
  const pattern = PATTERNS.get(units) ?? patternOf(units);
  PATTERNS.set(units, pattern);
  let from = 0;
  for (const { 0: found, 1: whole = '', 2: part = '', 3: unit = '', index } of text.matchAll(pattern)) {
    // It is the end of a longer number or of a date.
    if (/[\d,.]/.test(text.charAt(index - 1))) continue;
    const before = text.slice(Math.max(from, index - 24), index);
    const value = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
    from = index + found.length;
    yield { start: index, end: from, value, unit, isTotal: isTotal(before), isOfSomething: OF_SOMETHING.test(before) };
  }
}

/** The patterns of numbers by units, which are the same for every text. */
const PATTERNS = new WeakMap<readonly string[], RegExp>();

function patternOf(units: readonly string[]): RegExp {
  return new RegExp(`(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.(\\d{1,2}))? ?(${units.join('|')})`, 'g');
}

function isTotal(before: string): boolean {
  return (
    matchesWhere(before, TOTAL, ({ index }) => !OTHER_WORDS.some((word) => before.endsWith(word, index))).next()
      .done === false
  );
}

/** The sum of numbers, in hundredths. */
export function sumOf(counts: readonly Counted[]): number {
  return counts.reduce((sum, { value }) => sum + value, 0);
}
