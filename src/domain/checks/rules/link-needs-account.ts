import { linksIn, type Link } from '../../text/links.ts';
import { textRule, SENTENCES } from './rule.ts';

/** A document that opens in its editor, and was not copied by the button for sharing, which adds `usp=`. */
const EDITED = /^\/(?:document|spreadsheets|presentation|drawings)\/(?:u\/\d+\/)?d\/[^/]+\/edit(?!.*\busp=)/;
/** The first account that is signed in, and what only the owner sees there; see the rule `link-owner-only`. */
const ACCOUNT = /^\/(?:[a-z]+\/)*u\/0\/(?:folders|d|file)\//;

/** A link that may open only for those who sign in: as it stands in the owner's browser, not as it is given by sharing. */
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
  // A sharing link of SharePoint has the kind of the file and of the guest before the site: /:b:/s/...
  return host.endsWith('.sharepoint.com') && !host.endsWith('-my.sharepoint.com') && /^\/(?:sites|teams)\//.test(lower);
}
