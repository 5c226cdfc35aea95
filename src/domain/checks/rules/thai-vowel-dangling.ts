import { textRule, TYPED } from './rule.ts';

const CONSONANTS = 'ก-ฮ';
/** Above or below a consonant. */
const MARKS = 'ัิ-ฺ็-๎';
/** After a consonant and its marks. */
const FOLLOWING = 'ะาำๅ';

/** A mark or a following vowel at the start of the text. */
const AT_START = new RegExp(`^[${MARKS}${FOLLOWING}]`);

/** A character before a mark or a following vowel that cannot carry it, or a leading vowel without its consonant. */
const DANGLING = new RegExp(
  `[^${MARKS}${CONSONANTS}](?=[${MARKS}])|[^${MARKS}${FOLLOWING}${CONSONANTS}](?=[${FOLLOWING}])|[เแโใไ](?![${MARKS}${FOLLOWING}${CONSONANTS}])`,
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
