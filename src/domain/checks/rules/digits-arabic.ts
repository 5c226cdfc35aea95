import { digitChanges } from './digit-changes.ts';
import { repairRule, TYPED } from './rule.ts';

/** Arabic digits in running text, which the government's style writes in Thai digits. */
export const digitsArabic = repairRule({
  code: 'digits-arabic',
  severity: 'should',
  parameters: {},
  fields: TYPED,
  context: 12,
  repair: (text, { digits }) =>
    digitChanges(text, digits, ({ reason, before }) => reason === 'number' && !/[๐-๙]/.test(before)),
});
