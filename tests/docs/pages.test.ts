import { readFileSync } from 'node:fs';
import { PAGES } from './pages.ts';

describe('a generated page', () => {
  it.each(Object.entries(PAGES))('is what `npm run docs` writes: %s', (path, page) => {
    expect(readFileSync(path, 'utf8')).toBe(page());
  });
});
