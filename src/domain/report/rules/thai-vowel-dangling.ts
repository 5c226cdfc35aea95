import { textRule, TYPED } from './rule.ts';

/** A mark, or a vowel that stands after its consonant, with none before it; a vowel that stands before its consonant, with none after it. */
const DANGLING = /(?<![ก-ฮฤฦัิ-ฺ็-๎ะาำๅ])[ัิ-ฺ็-๎]+|(?<![ก-ฮฤฦัิ-ฺ็-๎า])[ะาำ]|[เแโใไ](?![ก-ฮ])|(?<=[ะาๅ])[ัิ-ฺ็-๎]+/g;

/** Vowels and marks that belong to no consonant: something was lost or typed in another order. */
export const thaiVowelDangling = textRule({
  code: 'thai-vowel-dangling',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: TYPED,
  *find(text) {
    for (const { 0: found, index } of text.matchAll(DANGLING)) {
      yield { start: Math.max(0, index - 1), end: index + found.length, facts: {} };
    }
  },
});
