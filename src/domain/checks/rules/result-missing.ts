import { entryRule } from './rule.ts';

/** A measure that is done, and no word of what was done. */
export const resultMissing = entryRule({
  code: 'result-missing',
  severity: 'must',
  facts: [],
  parameters: {},
  *find({ measure, status, texts }) {
    if (status?.id !== 'done' || texts.some(({ source }) => source.field === 'result')) return;
    yield { measure, sheet: status.sheet, cell: status.cell, field: 'result', facts: {} };
  },
});
