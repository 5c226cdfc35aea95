import { matchesWhere } from '../../text/matches.ts';
import { textRule, TYPED } from './rule.ts';

const CONSONANTS = 'ก-ฮ';
/** Above or below a consonant. */
const MARKS = 'ัิ-ฺ็-๎';
/** Behind a consonant and its marks. */
const BESIDE = 'ะาำๅ';

/** A mark without a consonant below it, a vowel beside nothing, and a vowel that waits for its consonant. */
const CANDIDATE = new RegExp(`([${MARKS}])|[${BESIDE}]|([เแโใไ])(?![${MARKS}${BESIDE}${CONSONANTS}])`, 'g');

const BEARS_MARKS = new RegExp(`[${MARKS}${CONSONANTS}]`);
const BEARS_VOWELS = new RegExp(`[${MARKS}${BESIDE}${CONSONANTS}]`);

/** Vowels and marks that belong to no consonant: something was lost or typed in another order. */
export const thaiVowelDangling = textRule({
  code: 'thai-vowel-dangling',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: TYPED,
  *find(text) {
    for (const { 2: waiting, index } of matchesWhere(text, CANDIDATE, isDangling)) {
      const at = waiting === undefined ? index : index + 1;
      yield { start: Math.max(0, at - 1), end: Math.min(text.length, at + 1), facts: {} };
    }
  },
});

function isDangling(match: RegExpExecArray): boolean {
  const [, mark, waiting] = match as readonly (string | undefined)[];
  if (waiting !== undefined) return true;
  return !(mark === undefined ? BEARS_VOWELS : BEARS_MARKS).test(match.input.charAt(match.index - 1));
}
