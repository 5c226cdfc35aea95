import type { Edit } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** Tone marks and the silencer above a consonant, which are typed after the vowel there. */
const MARK = /[่-์]/;
/** Vowels above or below a consonant. */
const VOWEL = /[ัิ-ฺ็]/;
/** Tone marks that are typed before sara a, aa and am. */
const TONE = /[่-๋]/;

/** The last mark before a vowel above or below, or a vowel after a consonant before a tone mark. */
const SWAPPED = new RegExp(`${MARK.source}(?=${VOWEL.source})|[ะาำ](?=${TONE.source})`, 'g');

/** A tone mark typed before a vowel above or below the consonant, or after a vowel that follows it. */
export const thaiMarksSwapped = repairRule({
  code: 'thai-marks-swapped',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) => [...swapped(text)],
});

function* swapped(text: string): Generator<Edit> {
  const search = new RegExp(SWAPPED);
  let from = 0;
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const middle = match.index + 1;
    const isAbove = MARK.test(match[0]);
    const start = isAbove ? startOfRun(text, middle, from, MARK) : match.index;
    const end = endOfRun(text, middle, isAbove ? VOWEL : TONE);
    const before = text.charAt(start - 1);
    if (!isAbove && !/[ก-ฮ]/.test(before)) continue;
    if (!isAbove || !MARK.test(before)) yield { start, end, text: text.slice(middle, end) + text.slice(start, middle) };
    from = end;
    search.lastIndex = end;
  }
}

/** The start of the run of such characters that ends at `end`, not before `from`. */
function startOfRun(text: string, end: number, from: number, pattern: RegExp): number {
  let start = end;
  while (start > from && pattern.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** The end of the run of such characters that starts at `start`. */
function endOfRun(text: string, start: number, pattern: RegExp): number {
  let end = start;
  while (end < text.length && pattern.test(text.charAt(end))) end += 1;
  return end;
}
