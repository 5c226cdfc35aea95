import { digitChanges } from './digit-changes.ts';
import { repairRule, TYPED } from './rule.ts';

/** Thai digits in a link, an e-mail address or a code, which break it. */
export const digitsInAscii = repairRule({
  code: 'digits-in-ascii',
  severity: 'must',
  parameters: {},
  fields: TYPED,
  repair: (text, { digits }) => digitChanges(text, digits, ({ reason }) => reason === 'repair'),
});
