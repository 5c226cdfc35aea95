import type { MeasureKey } from '../programme/programme.ts';
import { thaiDigits } from '../text/digits.ts';
import type { Chase, OwedMeasure } from './chase.ts';

const WORDS: Readonly<Record<OwedMeasure['why'], string>> = {
  unanswered: 'ยังไม่ได้ตอบ',
  unclear: 'คำตอบไม่ชัดเจน',
};

/** What an agency owes, as the office reads it: how many measures and, on a line for each issue, their numbers; empty if nothing is owed. */
export function missingText({ owed }: Pick<Chase, 'owed'>): string {
  return (['unanswered', 'unclear'] as const).flatMap((why) => linesOf(owed, why)).join('\n');
}

function linesOf(owed: Chase['owed'], why: OwedMeasure['why']): readonly string[] {
  const issues = owed.flatMap(({ issue, measures }) => {
    const keys = measures.flatMap((each) => (each.why === why ? [each.measure.key] : []));
    return keys.length === 0 ? [] : [{ number: issue.number, keys }];
  });
  const count = issues.reduce((total, { keys }) => total + keys.length, 0);
  if (count === 0) return [];
  return [
    `${WORDS[why]} ${count} มาตรการ`,
    ...issues.map(({ number, keys }) => `ประเด็นที่ ${number}: ${rangesOf(keys).join(', ')}`),
  ].map(thaiDigits);
}

/** Consecutive keys are written as a range from this number on. */
const MIN_RANGE = 3;

/** Keys with ranges: `1.1.1–1.1.4`, `1.2.1`. Every key within a range is owed. */
function rangesOf(keys: readonly MeasureKey[]): readonly string[] {
  const runs: MeasureKey[][] = [];
  for (const key of keys) {
    const last = runs.at(-1);
    if (last !== undefined && key === nextTo(last.at(-1) ?? '')) last.push(key);
    else runs.push([key]);
  }
  return runs.flatMap((run) => (run.length < MIN_RANGE ? run : [`${run[0] ?? ''}–${run.at(-1) ?? ''}`]));
}

function nextTo(key: string): string {
  return key.replace(/\d+$/, (ordinal) => String(Number(ordinal) + 1));
}
