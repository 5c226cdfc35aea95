import { textRule, TYPED } from './rule.ts';

const CONSONANTS = 'ก-ฮ';
/** Above or below a consonant. */
const MARKS = 'ัิ-ฺ็-๎';
/** Behind a consonant and its marks. */
const BESIDE = 'ะาำๅ';

/** A mark without a consonant below it, a vowel beside nothing, and a vowel that waits for its consonant. */
const DANGLING = new RegExp(
  `(?<![${MARKS}${CONSONANTS}])[${MARKS}]|(?<![${MARKS}${BESIDE}${CONSONANTS}])[${BESIDE}]|` +
    `([เแโใไ])(?![${MARKS}${BESIDE}${CONSONANTS}])`,
  'g',
);

/** Vowels and marks that belong to no consonant: something was lost or typed in another order. */
export const thaiVowelDangling = textRule({
  code: 'thai-vowel-dangling',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: TYPED,
  *find(text) {
    for (const { 1: waiting, index } of text.matchAll(DANGLING)) {
      const at = waiting === undefined ? index : index + 1;
      yield { start: Math.max(0, at - 1), end: Math.min(text.length, at + 1), facts: {} };
    }
  },
});
