import { emailAddressesIn } from '../../text/personal-data.ts';
import { textRule, SENTENCES } from './rule.ts';

const DOMAINS = ['gmail.com', 'hotmail.com', 'outlook.com', 'live.com', 'yahoo.com', 'yahoo.co.th', 'icloud.com'];

/** A private e-mail address in what will be printed. */
export const personalEmail = textRule({
  code: 'personal-email',
  severity: 'should',
  facts: [],
  parameters: { domains: DOMAINS },
  fields: SENTENCES,
  *find(_, { folded, parameters: { domains } }) {
    for (const { start, end, domain } of emailAddressesIn(folded)) {
      if (domains.includes(domain)) yield { start, end, facts: {} };
    }
  },
});
