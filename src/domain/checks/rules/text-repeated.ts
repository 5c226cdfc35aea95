import { sameTextKey } from '../../text/compare.ts';
import { submissionRule, type CheckedText } from './rule.ts';

/** The same paragraph twice, in one answer or in the answers to two measures. */
export const textRepeated = submissionRule({
  code: 'text-repeated',
  severity: 'may',
  facts: ['otherCell', 'otherSheet'],
  /** Minimum length of a paragraph that is more than a phrase. */
  parameters: { characters: 40 },
  *find({ entries }, { parameters: { characters } }) {
    const first = new Map<string, CheckedText>();
    for (const { texts } of entries) {
      for (const at of texts) {
        if (at.source.field !== 'result' || at.text.length < characters) continue;
        const key = sameTextKey(at.text);
        const other = first.get(key)?.source;
        if (other === undefined) first.set(key, at);
        else {
          yield { at, facts: { otherCell: other.cell, otherSheet: other.sheet } };
        }
      }
    }
  },
});
