import { misspeltAgenciesIn } from '../../programme/misspelt-agencies.ts';
import { textRule } from './rule.ts';

/** “Some” with a noun is not a name, although บางแห่ง resembles บางแค. */
const SOME = /บาง(?:แห่ง|ส่วน|หน่วย|พื้นที่|ราย|กลุ่ม|เขต)/;
/** Characters of such a word after the presumed name. */
const LOOKAHEAD = 6;

/** A name that nearly is that of an agency in the roster: a misspelt alias, or a name that no agency has. */
export const agencyMisspelt = textRule({
  code: 'agency-misspelt',
  severity: 'should',
  facts: ['likely'],
  /** Spellings that are right although they are near another name. */
  parameters: { accepted: [] as readonly string[] },
  fields: ['result', 'note'],
  *find(text, { parameters: { accepted }, roster }) {
    for (const { start, end, name } of misspeltAgenciesIn(roster, text)) {
      if (accepted.includes(text.slice(start, end)) || SOME.test(text.slice(start, end + LOOKAHEAD))) continue;
      yield { start, end, facts: { likely: name } };
    }
  },
});
