import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** เเ typed for แ: looks the same, and is found by no search. */
export const thaiDoubleE = repairRule({
  code: 'thai-double-e',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  context: 8,
  repair: (text) => replacements(text, /เเ/g, () => 'แ'),
});
