import { countsIn, sumOf, type Counted } from './counted.ts';
import { textRule } from './rule.ts';
import { splitTotals, type SplitTotal } from './sum-before-parts.ts';

const UNITS = ['คน', 'ราย', 'แห่ง', 'เรื่อง', 'ครั้ง', 'บาท', 'รุ่น', 'ฉบับ', 'โครงการ', 'กิจกรรม', 'หน่วยงาน', 'ชุมชน', 'คะแนน'];

/** Limit of characters between two numbers of a sentence. */
const GAP = 80;

/** Numbers with the same unit that do not add up to the total stated before or after them in the sentence. */
export const sumDiffers = textRule({
  code: 'sum-differs',
  severity: 'should',
  facts: ['stated', 'sum', 'parts'],
  parameters: { units: UNITS },
  fields: ['result', 'note'],
  *find(_, { parameters: { units } }, folded) {
    const counts = [...countsIn(folded, units)];
    const splits = [...splitTotals(folded, counts)];
    const after = [...wrongTotalsAfter(counts, splits)];
    const reported = new Set(after.flatMap(({ parts }) => parts));
    const before = splits.filter(({ parts, isWrong }) => isWrong && !parts.some((part) => reported.has(part)));
    for (const { total, parts } of [...after, ...before]) {
      const all = [total, ...parts];
      yield {
        start: Math.min(...all.map(({ start }) => start)),
        end: Math.max(...all.map(({ end }) => end)),
        facts: {
          stated: formatHundredths(total.value),
          sum: formatHundredths(sumOf(parts)),
          parts: parts.map(({ value }) => formatHundredths(value)).join(' + '),
        },
      };
    }
  },
});

/** The wrong totals that follow their parts. */
function* wrongTotalsAfter(
  counts: readonly Counted[],
  splits: readonly SplitTotal[],
): Generator<Pick<SplitTotal, 'total' | 'parts'>> {
  const before = new Set(splits.map(({ total }) => total));
  let parts: Counted[] = [];
  for (const count of counts) {
    const last = parts.at(-1);
    if (last && (before.has(last) || count.unit !== last.unit || count.start - last.end > GAP)) parts = [];
    if (!count.isTotal) {
      parts.push(count);
      continue;
    }
    // Earlier numbers may belong to another sum: อบรม ๑๐๐ คน ชาย ๔๐ คน หญิง ๖๐ คน รวม ๑๐๐ คน.
    const isRepeated = count.isOfSomething && parts.some(({ value }) => value === count.value);
    if (parts.length > 1 && !isRepeated && !isSumOfLast(parts, count.value)) yield { total: count, parts };
    parts = [];
  }
}

function isSumOfLast(parts: readonly Counted[], total: number): boolean {
  let sum = 0;
  return parts.toReversed().some(({ value }, index) => (sum += value) === total && index > 0);
}

/** Hundredths as a number with separators, in ASCII digits. */
function formatHundredths(value: number): string {
  const whole = String(Math.floor(value / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return value % 100 === 0 ? whole : `${whole}.${String(value % 100).padStart(2, '0')}`;
}
