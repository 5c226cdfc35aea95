import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The built add-in: `npm run build` makes it, and `npm test` does so first. */
const BUILT = path.resolve('dist/addin');

/**
 * What the package docx would look for placeholders with. It is a text, which no script is refused for, and becomes an expression
 * only where a document is searched for them, which nothing here does.
 */
const PLACEHOLDERS_OF_DOCX = /new RegExp\(`\(\?<=\$\{\w+\(\w+\)\}\)/g;

describe('the scripts that the pages load', () => {
  it('hold no regular expression with a look-behind, which the web view of macOS before 13.3 refuses with all of its script', async () => {
    const scripts = (await readdir(BUILT)).filter((name) => name.endsWith('.js'));
    expect(scripts).toEqual(expect.arrayContaining(['taskpane.js', 'notice.js', 'standalone.js']));
    const texts = await Promise.all(scripts.map((name) => readFile(path.join(BUILT, name), 'utf8')));
    const others = texts.map((text) => text.replaceAll(PLACEHOLDERS_OF_DOCX, ''));
    expect(scripts.filter((_, index) => /\(\?<[=!]/.test(others[index]!))).toEqual([]);
  });
});
