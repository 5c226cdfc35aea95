import { linksIn } from '../../text/links.ts';
import { textRule, SENTENCES } from './rule.ts';

/** A link over `http`: browsers warn of it, and the connection is not encrypted. */
export const linkNotHttps = textRule({
  code: 'link-not-https',
  severity: 'may',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text) {
    for (const { scheme, host, start, end } of linksIn(text)) {
      if (scheme === 'http' && host !== '') yield { start, end, facts: {} };
    }
  },
});
