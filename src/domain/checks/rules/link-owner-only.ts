import { linksIn, type Link } from '../../text/links.ts';
import { textRule, SENTENCES } from './rule.ts';

/** Views of an account by host and path, which show their content to the owner only. */
const OWN_VIEWS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [
    /^drive\.google\.com$/,
    /^\/(?:drive\/)?(?:u\/\d+\/)?(?:my-drive|home|recent|starred|shared-with-me|computers|search|trash)\b/,
  ],
  [/^drive\.google\.com$/, /^\/?(?:drive)?\/?(?:u\/\d+\/?)?$/],
  [/^docs\.google\.com$/, /^\/forms\/(?:u\/\d+\/)?d\/[^/]+\/edit/],
  [/^photos\.google\.com$/, /^\/(?:u\/\d+|photo|album)\b/],
  // The second or a further account that is signed in: readers with one account are refused.
  [/\.google\.com$/, /^\/(?:[a-z]+\/)*u\/[1-9]\d?(?:\/|$)|[?&]authuser=[1-9]/],
  [/^forms\.(?:office|microsoft|cloud\.microsoft)(?:\.com)?$/, /^\/pages\/(?:design|myforms|analysis)/],
  [/-my\.sharepoint\.com$/, /^\/personal\//],
  [/^onedrive\.live\.com$/, /^\/?(?:\?id=root.*)?$/],
  [/^(?:www\.)?canva\.com$/, /^\/design\/[^/]+\/(?:[^/]+\/)?edit/],
  [/^(?:www\.)?facebook\.com$/, /^\/messages\b/],
  [
    /^(?:mail|inbox)\.google\.com$|^outlook\.(?:office(?:365)?|live)\.com$|^mail\.(?:yahoo|live)\.com$|^(?:web)?mail\.|^webmail/,
    /^/,
  ],
];

/** A link to a drive, a mailbox or an editor as its owner sees it, which nobody else can open. */
export const linkOwnerOnly = textRule({
  code: 'link-owner-only',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text) {
    for (const link of linksIn(text)) {
      if (isOwnView(link)) yield { start: link.start, end: link.end, facts: {} };
    }
  },
});

function isOwnView({ host, path }: Link): boolean {
  return OWN_VIEWS.some(([of, view]) => of.test(host) && view.test(path.toLowerCase()));
}
