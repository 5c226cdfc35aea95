import { datesIn } from '../../text/find-dates.ts';
import { textRule, SENTENCES, type Match } from './rule.ts';

/** The number of an official letter, `ที่ กท ๐๓๐๖/ว ๕๑`, or dots in its place. */
const LETTER = /ที่ {0,2}[ก-ฮ]{2} {0,2}[\d.…_-][\d.…_-]{0,15} ?\/ ?(?:ว ?)?[\d.…_-]{0,15}/g;
const WHOLE = /^ที่ *[ก-ฮ]{2} *\d{2,6}(?:\.\d+)* ?\/ ?(?:ว ?)?\d+[.,]?$/;

/** Characters after the number in which its date is looked for; the subject may come first. */
const LOOKAHEAD = 240;
/** Conjunctions between letters of one day, which share a date. */
const JOINED = /^[\s,]*(?:และ|กับ|,|ถึง)[\s]*$/;
const DATED = /ลว\.?|ลง ?วันที่/;

/** A reference to a letter without its full number and date, so that nobody can find it. */
export const letterIncomplete = textRule({
  code: 'letter-incomplete',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(_text, _context, folded) {
    const letters = Array.from(folded.matchAll(LETTER), ({ 0: found, index }) => ({
      found: found.trim(),
      start: index,
      end: index + found.trimEnd().length,
    }));
    const incomplete: Match<never>[] = [];
    let isDated = false;
    for (const [index, { found, start, end }] of [...letters.entries()].toReversed()) {
      const next = letters[index + 1]?.start ?? folded.length;
      const after = folded.slice(end, Math.min(next, end + LOOKAHEAD));
      isDated = hasDate(after) || (isDated && next < folded.length && JOINED.test(after));
      if (!WHOLE.test(found) || !isDated) incomplete.unshift({ start, end, facts: {} });
    }
    yield* incomplete;
  },
});

/** Whether a date in brackets or after ลงวันที่ stands behind the number, in the same line and before or after the subject. */
function hasDate(after: string): boolean {
  const [line = ''] = after.split(/[\r\n]/, 1);
  const opening = /^[\s,]*(?:\(\s*(?:ลว\.?|ลง ?วันที่)?|วันที่)\s*/.exec(line);
  const dated = DATED.exec(line);
  const starts = [opening?.[0].length, dated === null ? undefined : dated.index + dated[0].length];
  return datesIn(line).some(
    ({ start, day, year }) =>
      day !== undefined &&
      year !== undefined &&
      starts.some((from) => from !== undefined && start >= from && start <= from + 2),
  );
}
