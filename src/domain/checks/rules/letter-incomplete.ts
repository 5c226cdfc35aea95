import { datesIn } from '../../text/find-dates.ts';
import { textRule, SENTENCES } from './rule.ts';

/** The number of a letter as an office writes it, `ที่ กท ๐๓๐๖/ว ๕๑`, or the dots that are to be filled in. */
const LETTER = /ที่ {0,2}[ก-ฮ]{2} {0,2}[\d.…_-][\d.…_-]{0,15} ?\/ ?(?:ว ?)?[\d.…_-]{0,15}/g;
const WHOLE = /^ที่ *[ก-ฮ]{2} *\d{2,6}(?:\.\d+)* ?\/ ?(?:ว ?)?\d+[.,]?$/;

/** Characters after the number in which its date begins. */
const NEAR = 12;
const LONGEST_DATE = 40;

/** A reference to a letter without its full number and date, so that nobody can find it. */
export const letterIncomplete = textRule({
  code: 'letter-incomplete',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(_, { folded }) {
    for (const { 0: found, index } of folded.matchAll(LETTER)) {
      const end = index + found.trimEnd().length;
      if (WHOLE.test(found.trim()) && hasDate(folded.slice(end, end + NEAR + LONGEST_DATE))) continue;
      yield { start: index, end, facts: {} };
    }
  },
});

function hasDate(after: string): boolean {
  const [dated = ''] = /^[\s,]*(?:ลว\.?|ลงวันที่|ลง วันที่)/.exec(after) ?? [];
  return (
    dated !== '' &&
    datesIn(after).some(({ start, day, year }) => day !== undefined && year !== undefined && start <= dated.length + 2)
  );
}
