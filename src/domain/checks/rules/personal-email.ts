import { emailAddressesIn } from '../../text/personal-data.ts';
import { textRule, SENTENCES } from './rule.ts';

const DOMAINS = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.th',
  'outlook.com',
  'outlook.co.th',
  'live.com',
  'live.co.th',
  'windowslive.com',
  'msn.com',
  'yahoo.com',
  'yahoo.co.th',
  'ymail.com',
  'rocketmail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'mail.com',
  'zoho.com',
  'proton.me',
  'protonmail.com',
];

/** A private e-mail address in a text that will be printed. */
export const personalEmail = textRule({
  code: 'personal-email',
  severity: 'should',
  facts: [],
  parameters: { domains: DOMAINS },
  fields: SENTENCES,
  *find(_, { parameters: { domains } }, folded) {
    for (const { start, end, domain } of emailAddressesIn(folded)) {
      if (domains.includes(domain)) yield { start, end, facts: {} };
    }
  },
});
