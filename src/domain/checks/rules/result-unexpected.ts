import { entryRule } from './rule.ts';

/** Results of a measure that is said not to be begun. */
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
