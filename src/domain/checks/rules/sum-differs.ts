import { matchesWhere } from '../../text/matches.ts';
import { textRule } from './rule.ts';

const UNITS = ['คน', 'ราย', 'แห่ง', 'เรื่อง', 'ครั้ง', 'บาท', 'รุ่น', 'ฉบับ', 'โครงการ', 'กิจกรรม', 'หน่วยงาน', 'ชุมชน', 'คะแนน'];

/** Words that make the number after them the sum of those before: not รวมถึง or รวมสะสม. */
const TOTAL = /รวม(?!ถึง|สะสม|กลุ่ม|ทั้ง(?!สิ้น|หมด|นี้))/g;
/** What makes another word of it: รวบรวม, ภาพรวม, ส่วนรวม, โดยรวม. */
const OTHER_WORDS = ['รวบ', 'ภาพ', 'ส่วน', 'โดย', 'ผล'];
/** The sum of something that is named: `รวมแก้ไขแล้วเสร็จ ๘ เรื่อง` may repeat one of the numbers. */
const OF_SOMETHING = /รวม(?!ทั้งสิ้น|ทั้งหมด|เป็น|จำนวน|ได้|แล้ว|ทุก|ยอด|รุ่น|วัน|ครั้ง)[ก-ฮเ-ไ][^\d]{3,}$/;

/** Characters between one number and the next of the same sentence. */
const GAP = 80;

/** Numbers with the same unit that do not make the sum which the sentence states. */
export const sumDiffers = textRule({
  code: 'sum-differs',
  severity: 'should',
  facts: ['stated', 'sum', 'parts'],
  parameters: { units: UNITS },
  fields: ['result', 'note'],
  *find(_, { folded, parameters: { units } }) {
    let parts: Counted[] = [];
    for (const count of countsIn(folded, units)) {
      const last = parts.at(-1);
      if (last && (count.unit !== last.unit || count.start - last.end > GAP)) parts = [];
      if (!count.isTotal) {
        parts.push(count);
        continue;
      }
      // Earlier numbers may be of another sum: ๑๐๐ คน แบ่งเป็นชาย ๔๐ คน หญิง ๖๐ คน รวม ๑๐๐ คน.
      const [first] = parts;
      const isRepeated = count.isOfSomething && parts.some(({ value }) => value === count.value);
      if (first && parts.length > 1 && !isRepeated && !isSumOfLast(parts, count.value)) {
        const sum = parts.reduce((total, { value }) => total + value, 0);
        const facts = {
          stated: spelt(count.value),
          sum: spelt(sum),
          parts: parts.map(({ value }) => spelt(value)).join(' + '),
        };
        yield { start: first.start, end: count.end, facts };
      }
      parts = [];
    }
  },
});

/** A number with its unit. Values are in hundredths, so that sums of amounts are exact. */
interface Counted {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly isTotal: boolean;
  /** Whether words between รวม and the number say of what it is the sum. */
  readonly isOfSomething: boolean;
}

function* countsIn(text: string, units: readonly string[]): Generator<Counted> {
  const pattern = new RegExp(`(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.(\\d{1,2}))? ?(${units.join('|')})`, 'g');
  let from = 0;
  for (const { 0: found, 1: whole = '', 2: part = '', 3: unit = '', index } of text.matchAll(pattern)) {
    // What goes on before it is a longer number, or the end of a date.
    if (/[\d,.]/.test(text.charAt(index - 1))) continue;
    const before = text.slice(Math.max(from, index - 24), index);
    const value = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
    from = index + found.length;
    yield { start: index, end: from, value, unit, isTotal: isTotal(before), isOfSomething: OF_SOMETHING.test(before) };
  }
}

function isTotal(before: string): boolean {
  return (
    matchesWhere(before, TOTAL, ({ index }) => !OTHER_WORDS.some((word) => before.endsWith(word, index))).next()
      .done === false
  );
}

function isSumOfLast(parts: readonly Counted[], total: number): boolean {
  let sum = 0;
  return parts.toReversed().some(({ value }, index) => (sum += value) === total && index > 0);
}

/** Hundredths as a number with separators, in ASCII digits. */
function spelt(value: number): string {
  const whole = String(Math.floor(value / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return value % 100 === 0 ? whole : `${whole}.${String(value % 100).padStart(2, '0')}`;
}
