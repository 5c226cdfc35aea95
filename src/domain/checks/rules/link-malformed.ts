import { linksIn, type Link } from '../../text/links.ts';
import { matchesNotAfter } from '../../text/matches.ts';
import { textRule, SENTENCES } from './rule.ts';

/** `http:/x`, `https//x`, `http: //x`, `http:// x`: almost a scheme; `wwww.a.go.th`. */
const ALMOST = /https?(?::\/(?!\/)|\/\/|: ?\/\/(?=[\s<>"“”()]|$)|: \/\/)\S{0,100}|(?:w{4,}|ww)\.(?=[a-z])\S{0,100}/gi;

/** The end of a link that was copied in the shortened form of a page. */
const CUT = /^\.{3}/;
/** Official endings with a letter missing. */
const MISSPELT_HOST = /\.(?:go|co|or|ac|in)\.(?:t|h|ht|tn|yh)$|\.(?:g|o)\.th$/;

/** The rest of a link after a blank that was typed within its host: `www. bangkok.go.th`, `www.bangkok .go.th`. */
const DOMAIN = /^\.? {1,2}[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?![a-z@])\S*/i;
const REST_OF_HOST = /^(?:\. {1,2}| {1,2}\.)(?:(?:go|co|or|ac|in|mi|net)\.th|com|org|net|th)(?![a-z@])\S*/i;
/** The same within its path: a query or folders, an identifier or file name after an open end, the rest of a Thai file name. */
const REST_OF_PATH = /^ {1,2}(?:[?&][a-z\d_]+=\S*|\/[a-z\d%._~-]+[/.?=][^\sก-๙]*)/i;
const IDENTIFIER = /^ {1,2}[a-z\d][\w-]*(?=[\s/?&.]|$)\S*/i;
const FILE = /^ {1,2}[^\s/]*\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|html?|aspx?|php|zip)(?![a-z])\S*/i;
const REST_OF_FILE = /^(?: {1,2}[^\s/]{1,30}){0,3} {1,2}[^\s/]*\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip)(?![a-z])/i;
const OPEN_END = /[=&%_-]$|\/(?:d|folders)\/$/;
const THAI_NAME = /(?:[ก-๙]|%e0%b[89])[^/.?#]*$/i;
/** Characters after a link, and at its end, that are examined. */
const MAX_EXAMINED = 120;

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
      const rest = cut > 0 ? 0 : restBehindBlank(link, text.slice(link.end, link.end + MAX_EXAMINED)).length;
      const isWrong = rest > 0 || (link.host !== '' && (cut > 0 || isMalformed(link)));
      if (isWrong) yield { start: link.start, end: link.end + cut + rest, facts: {} };
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

/** The part of a link that a blank cut off, with the blank; empty if there is none. */
function restBehindBlank(link: Link, behind: string): string {
  for (const pattern of restsOf(link)) {
    const [rest] = pattern.exec(behind) ?? [];
    if (rest !== undefined) return rest;
  }
  return '';
}

function restsOf({ host, path, text }: Link): readonly RegExp[] {
  if (host === 'www') return [DOMAIN];
  if (path === '') return [REST_OF_HOST, REST_OF_PATH];
  if (OPEN_END.test(text)) return [IDENTIFIER, FILE];
  if (text.endsWith('/')) return [FILE];
  return THAI_NAME.test(path.slice(-MAX_EXAMINED)) ? [REST_OF_PATH, REST_OF_FILE] : [REST_OF_PATH];
}
