import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** Above or below a consonant the vowel is typed before the tone mark. */
const ABOVE = /(?<![่-์])([่-์]+)([ัิ-ฺ็]+)/.source;

/** After a consonant the tone mark is typed before sara a, aa and am. */
const BESIDE = /([ะาำ])(?<=[ก-ฮ].)([่-๋]+)/.source;

const SWAPPED = new RegExp(`${ABOVE}|${BESIDE}`, 'g');

/** A tone mark typed before the vowel above or below it, or after the vowel beside it. */
export const thaiMarksSwapped = repairRule({
  code: 'thai-marks-swapped',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  context: 8,
  repair: (text) => replacements(text, SWAPPED, (found) => found.replace(/^([่-์]+)(.*)$|^(.)(.*)$/s, '$2$1$4$3')),
});
