import { cellKey } from '../../spreadsheet/address.ts';
import { MAX_CELL_TEXT, MAX_LINE_FEEDS } from '../../spreadsheet/limits.ts';
import { groupBy } from '../../text/group-by.ts';
import { submissionRule } from './rule.ts';

/** A text beyond Excel's limits for a cell, in UTF-16 code units and line feeds: the next save would truncate it. */
export const textTooLong = submissionRule({
  code: 'text-too-long',
  severity: 'must',
  facts: ['characters', 'limit'],
  parameters: { limit: MAX_CELL_TEXT, lines: MAX_LINE_FEEDS + 1 },
  *find({ entries }, { parameters: { limit, lines } }) {
    const texts = entries.flatMap((entry) => entry.texts);
    for (const [at, ...more] of groupBy(texts, ({ source }) => cellKey(source.sheet, source.cell)).values()) {
      const characters = more.reduce((sum, { text }) => sum + 1 + text.length, at.text.length);
      if (characters > limit || more.length >= lines) yield { at, facts: { characters, limit } };
    }
  },
});
