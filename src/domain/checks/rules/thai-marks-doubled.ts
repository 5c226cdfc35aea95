import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** Vowels and marks above and below a consonant, and vowels after it. */
const MARKS = 'ัิ-ฺ็-๎ะาำ';

const DOUBLED = new RegExp(`([${MARKS}])\\1+`, 'g');

/** The same mark typed twice on one letter, drawn one over the other, or the same vowel typed twice after it. */
export const thaiMarksDoubled = repairRule({
  code: 'thai-marks-doubled',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) => replacements(text, DOUBLED, (found) => found.charAt(0)),
});
