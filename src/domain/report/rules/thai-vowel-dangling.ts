import { textRule, TYPED } from './rule.ts';

/** What a character is to the one after it: numbers, for every character of every text is looked at. */
const OTHER = 0;
const CONSONANT = 1;
const MARK = 2;
const BESIDE = 3;
const LEADING = 4;
const KIND_COUNT = 5;

const FIRST = 0x0e00;
const KINDS = Uint8Array.from({ length: 0x4f }, (_, offset) => kindOf(String.fromCharCode(FIRST + offset)));

function kindOf(character: string): number {
  if (/[ก-ฮ]/.test(character)) return CONSONANT;
  if (/[ัิ-ฺ็-๎]/.test(character)) return MARK;
  if (/[ะาำๅ]/.test(character)) return BESIDE;
  return /[เแโใไ]/.test(character) ? LEADING : OTHER;
}

/** Whether the second kind may not stand after the first, by `first * KIND_COUNT + second`. */
const DANGLES = new Uint8Array(KIND_COUNT * KIND_COUNT);
for (const before of [OTHER, BESIDE, LEADING]) DANGLES[before * KIND_COUNT + MARK] = 1;
for (const before of [OTHER, LEADING]) DANGLES[before * KIND_COUNT + BESIDE] = 1;
for (const after of [OTHER, LEADING]) DANGLES[LEADING * KIND_COUNT + after] = 1;

/** Vowels and marks that belong to no consonant: something was lost or typed in another order. */
export const thaiVowelDangling = textRule({
  code: 'thai-vowel-dangling',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: TYPED,
  *find(text) {
    let before = OTHER;
    for (let at = 0; at <= text.length; at += 1) {
      // Beyond the end there is no character code, and no vowel may wait for its consonant.
      const code = text.charCodeAt(at);
      const kind = (code >= FIRST ? KINDS[code - FIRST] : OTHER) ?? OTHER;
      if (DANGLES[before * KIND_COUNT + kind] === 1) {
        yield { start: Math.max(0, at - 1), end: Math.min(text.length, at + 1), facts: {} };
      }
      before = kind;
    }
  },
});
