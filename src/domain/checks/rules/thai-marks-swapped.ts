import { replaceMatches } from '../../text/edits.ts';
import { matchesWhere } from '../../text/matches.ts';
import { repairRule, TYPED } from './rule.ts';

/** Above or below a consonant the vowel is typed before the tone mark; where none follows, the marks are passed over at once. */
const ABOVE = /([่-์]+)([ัิ-ฺ็]*)/.source;

/** After a consonant the tone mark is typed before sara a, aa and am. */
const BESIDE = /([ะาำ])[่-๋]+/.source;

const MARKS = new RegExp(`${ABOVE}|${BESIDE}`, 'g');

/** A tone mark typed before the vowel above or below it, or after the vowel beside it. */
export const thaiMarksSwapped = repairRule({
  code: 'thai-marks-swapped',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  context: 8,
  repair: (text) => replaceMatches(swapped(text), (found) => found.replace(/^([่-์]+)(.*)$|^(.)(.*)$/s, '$2$1$4$3')),
});

function* swapped(text: string): Generator<RegExpExecArray> {
  const before = ({ index }: RegExpExecArray): string => text.charAt(index - 1);
  const found = matchesWhere(text, MARKS, (match) => isAbove(match) || /[ก-ฮ]/.test(before(match)));
  for (const match of found) if (!isAbove(match) || (match[2] !== '' && !/[่-์]/.test(before(match)))) yield match;
}

function isAbove({ 1: marks }: RegExpExecArray): boolean {
  return marks !== undefined;
}
