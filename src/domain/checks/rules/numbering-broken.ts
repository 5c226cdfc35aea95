import { listItemOf, type ListItem } from '../../text/list-items.ts';
import { entryRule } from './rule.ts';

/**
 * Paragraphs of one answer whose numbering restarts or skips a number. A paragraph without a number may start a new
 * list.
 */
export const numberingBroken = entryRule({
  code: 'numbering-broken',
  severity: 'may',
  facts: ['number', 'expected'],
  parameters: {},
  *find({ texts }) {
    let last: ListItem | undefined;
    for (const at of texts) {
      if (at.source.field !== 'result') continue;
      const item = listItemOf(at.text);
      if (item && last?.style === item.style && item.number !== last.number + 1) {
        const span = { start: 0, end: item.length };
        yield { at, span, facts: { number: item.number, expected: last.number + 1 } };
      }
      last = item;
    }
  },
});
