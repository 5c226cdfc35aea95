import { textRule, TYPED } from './rule.ts';

/** Two vowels above or below one letter, two tone marks, or a mark after sara am or a vowel before it: the intended one is unknown. */
const CONFLICT = /[ัิ-ฺ็]{2,}[่-๎]*|[่-๋]{2,}์?|์[่-๋]|ำ[ัิ-ฺ็-๎]+|[ัิ-ู็]ำ/g;

/** Marks that cannot be combined. */
export const thaiMarksConflict = textRule({
  code: 'thai-marks-conflict',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  *find(text) {
    for (const { 0: found, index } of text.matchAll(CONFLICT)) {
      yield { start: Math.max(0, index - 1), end: index + found.length, facts: {} };
    }
  },
});
