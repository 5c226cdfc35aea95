import { entryRule } from './rule.ts';

/** A result for a measure whose status is not started. */
export const resultUnexpected = entryRule({
  code: 'result-unexpected',
  severity: 'should',
  facts: [],
  parameters: {},
  *find({ status, texts }) {
    const at = texts.find(({ source }) => source.field === 'result');
    if (status?.id === 'not-started' && at) yield { at, facts: {} };
  },
});
