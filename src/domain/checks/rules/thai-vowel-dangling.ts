import { textRule, TYPED } from './rule.ts';

const CONSONANTS = 'ก-ฮ';
/** Above or below a consonant. */
const MARKS = 'ัิ-ฺ็-๎';
/** Behind a consonant and its marks. */
const BESIDE = 'ะาำๅ';

/** A mark or a vowel beside nothing at the start of the text. */
const AT_START = new RegExp(`^[${MARKS}${BESIDE}]`);

/** What stands before a mark and cannot bear it, or before a vowel beside it, and a vowel that waits for its consonant. */
const DANGLING = new RegExp(
  `[^${MARKS}${CONSONANTS}](?=[${MARKS}])|[^${MARKS}${BESIDE}${CONSONANTS}](?=[${BESIDE}])|[เแโใไ](?![${MARKS}${BESIDE}${CONSONANTS}])`,
  'g',
);

/** Vowels and marks that belong to no consonant: something was lost or typed in another order. */
export const thaiVowelDangling = textRule({
  code: 'thai-vowel-dangling',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  *find(text) {
    if (AT_START.test(text)) yield { start: 0, end: 1, facts: {} };
    for (const { index } of text.matchAll(DANGLING)) {
      yield { start: index, end: Math.min(text.length, index + 2), facts: {} };
    }
  },
});
