import { digitChanges } from './digit-changes.ts';
import { repairRule, TYPED } from './rule.ts';

/** Thai digits in a link, an address or a code: it leads nowhere. */
export const digitsInAscii = repairRule({
  code: 'digits-in-ascii',
  severity: 'must',
  parameters: {},
  fields: TYPED,
  repair: (text, { digits }) => digitChanges(text, digits, ({ reason }) => reason === 'repair'),
});
