import { linksIn, type Link } from '../../text/links.ts';
import { textRule, SENTENCES } from './rule.ts';

/** A document in its editor whose address was not copied by the share button, which adds `usp=`. */
const EDITED = /^\/(?:document|spreadsheets|presentation|drawings)\/(?:u\/\d+\/)?d\/[^/]+\/edit(?!.*\busp=)/;
/** A view of the first account that is signed in; for other accounts see the rule `link-owner-only`. */
const ACCOUNT = /^\/(?:[a-z]+\/)*u\/0\/(?:folders|d|file)\//;

/** A link that may require signing in: it was copied from the address bar of the owner's browser, not by sharing. */
export const linkNeedsAccount = textRule({
  code: 'link-needs-account',
  severity: 'may',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text) {
    for (const link of linksIn(text)) {
      if (needsAccount(link)) yield { start: link.start, end: link.end, facts: {} };
    }
  },
});

function needsAccount({ host, path }: Link): boolean {
  const lower = path.toLowerCase();
  if (host === 'docs.google.com') return EDITED.test(lower);
  if (host === 'drive.google.com') return ACCOUNT.test(lower);
  // A sharing link of SharePoint begins with codes of the file type and the site: /:b:/s/...
  return host.endsWith('.sharepoint.com') && !host.endsWith('-my.sharepoint.com') && /^\/(?:sites|teams)\//.test(lower);
}
