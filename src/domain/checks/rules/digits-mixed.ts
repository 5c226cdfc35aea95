import { digitChanges } from './digit-changes.ts';
import { repairRule, TYPED } from './rule.ts';

/** Thai and Arabic digits in one number. */
export const digitsMixed = repairRule({
  code: 'digits-mixed',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  repair: (text, { digits }) =>
    digitChanges(text, digits, ({ reason, before }) => reason === 'number' && /[๐-๙]/.test(before)),
});
