import { thaiDigits } from '../text/digits.ts';
import type { Chase, OwedMeasure } from './chase.ts';

const WORDS: Readonly<Record<OwedMeasure['why'], string>> = {
  unanswered: 'ยังไม่ได้ตอบ',
  unclear: 'คำตอบไม่ชัดเจน',
};

/** What an agency owes, for the office: how many measures and, a line for each issue, their numbers; empty where nothing is owed. */
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
    ...issues.map(({ number, keys }) => `ประเด็นที่ ${number}: ${keys.join(', ')}`),
  ].map(thaiDigits);
}
