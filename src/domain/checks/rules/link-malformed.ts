import { linksIn, type Link } from '../../text/links.ts';
import { matchesNotAfter } from '../../text/matches.ts';
import { textRule, SENTENCES } from './rule.ts';

/** `http:/x`, `https//x`, `http: //x`, `http:// x`: almost a scheme; `wwww.a.go.th`. */
const ALMOST = /https?(?::\/(?!\/)|\/\/|: ?\/\/(?=[\s<>"“”()]|$)|: \/\/)\S{0,100}|(?:w{4,}|ww)\.(?=[a-z])\S{0,100}/gi;

/** A link that was copied as a page showed it, shortened. */
const CUT = /^\.{3}/;
/** Official endings with a letter lost. */
const MISSPELT_HOST = /\.(?:go|co|or|ac|in)\.(?:t|h|ht|tn|yh)$|\.(?:g|o)\.th$/;

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
      const cut = CUT.exec(text.slice(link.end, link.end + 4))?.[0].length ?? 0;
      const isWrong = link.host !== '' && (cut > 0 || isMalformed(link));
      if (isWrong) yield { start: link.start, end: link.end + cut, facts: {} };
    }
  },
});

const SCHEMES: ReadonlySet<string> = new Set(['', 'http', 'https', 'ftp', 'ftps', 'file', 'smb', 'line', 'mailto']);

function isMalformed({ scheme, host, path, text }: Link): boolean {
  if (scheme === 'file') return false;
  return (
    !SCHEMES.has(scheme) ||
    !HOST.test(host) ||
    MISSPELT_HOST.test(host) ||
    path.startsWith('\\') ||
    text.includes('…') ||
    /[a-z]:\/\/[a-z]{3,6}:?\/\//i.test(text)
  );
}
