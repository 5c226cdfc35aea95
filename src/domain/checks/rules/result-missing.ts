import { entryRule } from './rule.ts';

/** A measure whose status is done, without a result. */
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
