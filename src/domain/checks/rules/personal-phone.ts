import { mobileNumbersIn } from '../../text/personal-data.ts';
import { textRule, SENTENCES } from './rule.ts';

/** A mobile number in what will be printed; the contact person's own is asked for. */
export const personalPhone = textRule({
  code: 'personal-phone',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  find: (_, { folded }) => mobileNumbersIn(folded).map((span) => ({ ...span, facts: {} })),
});
