import { isNoAnswer } from '../../text/no-answer.ts';
import { entryRule } from './rule.ts';

/** A measure whose status is done, without a result; dashes and dots are none. */
export const resultMissing = entryRule({
  code: 'result-missing',
  severity: 'must',
  facts: [],
  parameters: {},
  *find({ measure, status, texts }) {
    if (status?.id !== 'done') return;
    const results = texts.filter(({ source }) => source.field === 'result');
    if (!results.every(({ text }) => isNoAnswer(text))) return;
    const [at] = results;
    if (at === undefined) yield { measure, sheet: status.sheet, cell: status.cell, field: 'result', facts: {} };
    else yield { at, facts: {} };
  },
});
