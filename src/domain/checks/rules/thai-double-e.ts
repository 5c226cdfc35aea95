import { replacements } from '../../text/edits.ts';
import { repairRule, TYPED } from './rule.ts';

/** เเ typed for แ: it looks the same, but no search finds it. */
export const thaiDoubleE = repairRule({
  code: 'thai-double-e',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  skipsOrdinarySpelling: true,
  context: 8,
  repair: (text) => replacements(text, /เเ/g, () => 'แ'),
});
