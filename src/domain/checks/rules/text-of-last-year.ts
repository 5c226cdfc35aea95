import { foldDigits } from '../../text/digits.ts';
import { sameTextKey } from '../../text/compare.ts';
import { lastYearRule } from './rule.ts';

/** A paragraph that the same agency sent last year, word for word, in Thai or ASCII digits. */
export const textOfLastYear = lastYearRule({
  code: 'text-of-last-year',
  severity: 'should',
  facts: [],
  parameters: { characters: 40 },
  *find({ entries }, lastYear, { parameters: { characters } }) {
    const keyOf = (text: string): string => foldDigits(sameTextKey(text));
    const known = new Set(lastYear.map(keyOf));
    if (known.size === 0) return;
    for (const { texts } of entries) {
      for (const at of texts) {
        if (at.source.field === 'result' && at.text.length >= characters && known.has(keyOf(at.text))) {
          yield { at, facts: {} };
        }
      }
    }
  },
});
