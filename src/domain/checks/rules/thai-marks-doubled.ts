import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** The same mark typed twice on one letter: the two are drawn one over the other. */
export const thaiMarksDoubled = repairRule({
  code: 'thai-marks-doubled',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  context: 8,
  repair: (text) => replacements(text, /(ำ|[ัิ-ฺ]|[็-๎])\1+/g, (found) => found.charAt(0)),
});
