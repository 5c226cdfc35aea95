import { misspeltAgenciesIn } from '../../programme/misspelt-agencies.ts';
import { textRule } from './rule.ts';

/** “Some” offices are none by name, though บางแห่ง is near to บางแค. */
const SOME = /บาง(?:แห่ง|ส่วน|หน่วย|พื้นที่|ราย|กลุ่ม|เขต)/;
/** Characters of such a word that may follow what was taken for a name. */
const LOOK = 6;

/** An agency's name that is nearly that of the roster: an alias that differs by a slip, or a name that nobody has. */
export const agencyMisspelt = textRule({
  code: 'agency-misspelt',
  severity: 'should',
  facts: ['likely'],
  /** Spellings that are right although they are near another name. */
  parameters: { accepted: [] as readonly string[] },
  fields: ['result', 'note'],
  *find(text, { parameters: { accepted }, roster }) {
    for (const { start, end, name } of misspeltAgenciesIn(roster, text)) {
      if (accepted.includes(text.slice(start, end)) || SOME.test(text.slice(start, end + LOOK))) continue;
      yield { start, end, facts: { likely: name } };
    }
  },
});
