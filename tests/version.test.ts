import { readFileSync } from 'node:fs';
import lock from '../package-lock.json';
import { version } from '../package.json';

const textsIn = (file: string, pattern: RegExp): readonly (string | undefined)[] =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, text]) => text);

/** Its home is package.json; CONTRIBUTING.md says how a release changes it. */
describe('the version number', () => {
  it('of the manifest is that of the package, with a fourth number for Office', () => {
    expect(textsIn('manifest.xml', /<Version>(.*)<\/Version>/g)).toEqual([`${version}.0`]);
  });

  it('of the lock file is that of the package', () => {
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  });

  it('is the newest release of the changelog', () => {
    expect(textsIn('CHANGELOG.md', /^## (\d.*)$/gm)[0]).toBe(version);
  });
});
