import { limitsPage } from './limits-page.ts';
import { rulesPage } from './rules-page.ts';

/** The generated pages by their path; `npm run docs` writes them, and a test compares them with what is committed. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/rules.md': rulesPage,
  'docs/limits.md': limitsPage,
};
