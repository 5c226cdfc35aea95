import { entryRule } from './rule.ts';

/** An answer without a status. A status that the list does not have is a problem of its own. */
export const statusMissing = entryRule({
  code: 'status-missing',
  severity: 'must',
  facts: [],
  parameters: {},
  *find({ measure, status, texts }, { problems }) {
    const [at] = texts;
    const isUnknown = problems.some((problem) => problem.code === 'status-unknown' && problem.measure === measure);
    if (status === undefined && at !== undefined && !isUnknown) yield { at, field: 'status', facts: {} };
  },
});
