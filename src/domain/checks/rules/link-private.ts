import { linksIn, type Link } from '../../text/links.ts';
import { foldDigits } from '../../text/digits.ts';
import { textRule, SENTENCES } from './rule.ts';

/** Addresses of private networks (RFC 1918), of the machine itself and of a link (RFC 3927). */
const PRIVATE_ADDRESS = /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/;

/** A link that opens only within the office, or that leads to a test system. */
export const linkPrivate = textRule({
  code: 'link-private',
  severity: 'should',
  facts: [],
  parameters: {
    /** Words that indicate a test system if they are a whole part of the host or a folder. */
    words: ['uat', 'test', 'testing', 'dev', 'demo', 'staging', 'sandbox', 'localhost', 'intranet'],
    /** Of these words, the ones that public sites have as folders too. */
    publicFolders: ['test', 'testing', 'dev', 'demo'],
    endings: ['local', 'internal', 'lan', 'test', 'localhost', 'intranet'],
  },
  fields: SENTENCES,
  *find(text, { parameters }) {
    for (const link of linksIn(text)) {
      if (isPrivate(link, parameters)) yield { start: link.start, end: link.end, facts: {} };
    }
  },
});

interface Words {
  readonly words: readonly string[];
  readonly publicFolders: readonly string[];
  readonly endings: readonly string[];
}

function isPrivate({ scheme, host, path }: Link, { words, publicFolders, endings }: Words): boolean {
  if (host === '' || scheme === 'file') return false;
  if (PRIVATE_ADDRESS.test(foldDigits(host)) || !host.includes('.')) return true;
  const labels = host.split('.');
  if (endings.includes(labels.at(-1) ?? '')) return true;
  const folders = path
    .replace(/[?#].*$/s, '')
    .toLowerCase()
    .split('/')
    .slice(0, -1);
  const inFolders = words.filter((word) => !publicFolders.includes(word));
  const holds = (part: string, of: readonly string[]): boolean => part.split(/[-_]/).some((word) => of.includes(word));
  return labels.some((label) => holds(label, words)) || folders.some((folder) => holds(folder, inFolders));
}
