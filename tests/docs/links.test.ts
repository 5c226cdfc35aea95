import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PAGES = [
  ...readdirSync('.'),
  ...['docs', 'src', 'tests'].flatMap((folder) =>
    readdirSync(folder, { encoding: 'utf8', recursive: true }).map((file) => path.join(folder, file)),
  ),
].filter((file) => file.endsWith('.md'));

/** Addresses of links and pictures in a page, without those of other sites. */
function addressesIn(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/^```[^]*?^```/gm, '');
  const found = text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g);
  return [...found].map(([, link, source]) => link ?? source!).filter((address) => !/^[a-z]+:/.test(address));
}

/** The anchors of a page's headings, as far as headings are plain words. */
function anchorsIn(page: string): ReadonlySet<string> {
  const headings = readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm);
  return new Set(Array.from(headings, ([, heading]) => heading!.toLowerCase().replaceAll(' ', '-')));
}

describe('a link', () => {
  it.each(PAGES)('leads to something that is there: %s', (page) => {
    const broken = addressesIn(page).filter((address) => {
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).has(anchor));
    });
    expect(broken).toEqual([]);
  });
});

describe.each(['README.md', 'README.th.md'])('%s', (page) => {
  it('has the two commands and a picture in the first screen', () => {
    const firstScreen = readFileSync(page, 'utf8').split(/^## /m).slice(0, 2).join('');
    expect(firstScreen).toContain('\nnpm ci && npm run demo\n');
    expect(firstScreen).toContain('\nnpm ci && npm test\n');
    expect(firstScreen).toMatch(/docs\/images\/[a-z-]+\.png/);
  });
});
