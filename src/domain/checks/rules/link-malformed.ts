import { linksIn, type Link } from '../../text/links.ts';
import { matchesNotAfter } from '../../text/matches.ts';
import { textRule, SENTENCES } from './rule.ts';

/** `http:/x`, `https//x`, `http: //x`, `http:// x`: almost a scheme. */
const ALMOST = /https?(?::\/(?!\/)|\/\/|: ?\/\/(?=[\s<>"“”()]|$)|: \/\/)\S{0,100}/gi;

const HOST = /^(?:[^\s.,@_\\-](?:[^\s.,@\\]*[^\s.,@\\-])?\.)*[^\s.,@_\\-](?:[^\s.,@\\]*[^\s.,@\\-])?$/;

/** A link that no browser opens. */
export const linkMalformed = textRule({
  code: 'link-malformed',
  severity: 'should',
  facts: [],
  parameters: {},
  fields: SENTENCES,
  *find(text) {
    for (const { 0: found, index } of matchesNotAfter(text, /[a-z]/i, ALMOST)) {
      yield { start: index, end: index + found.length, facts: {} };
    }
    for (const link of linksIn(text)) {
      if (link.host !== '' && isMalformed(link)) yield { start: link.start, end: link.end, facts: {} };
    }
  },
});

const SCHEMES: ReadonlySet<string> = new Set(['', 'http', 'https', 'ftp', 'ftps', 'file', 'smb', 'line', 'mailto']);

function isMalformed({ scheme, host, path, text }: Link): boolean {
  if (scheme === 'file') return false;
  return !SCHEMES.has(scheme) || !HOST.test(host) || path.startsWith('\\') || /[a-z]:\/\/[a-z]{3,6}:?\/\//i.test(text);
}
