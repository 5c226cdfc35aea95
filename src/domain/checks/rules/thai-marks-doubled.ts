import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** The same mark typed twice on one letter, where the two are drawn one over the other, or the same vowel twice behind it. */
export const thaiMarksDoubled = repairRule({
  code: 'thai-marks-doubled',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  context: 8,
  repair: (text) => replacements(text, /([ะาำ]|[ัิ-ฺ]|[็-๎])\1+/g, (found) => found.charAt(0)),
});
