import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { untilStill } from './until-still.ts';

/** What axe finds on a page when what moves into place is there: the rule, how many elements break it, and the first of them. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  // What fades in is faint for a moment.
  await untilStill(page);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { matches: isForced } = matchMedia('(forced-colors: active)');
    const { violations } = await (globalThis as unknown as { readonly axe: typeof axe }).axe.run(
      // Colours that are forced are those that the person chose, and no style tells them.
      isForced ? { rules: { 'color-contrast': { enabled: false } } } : {},
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]?.html ?? ''}`);
  });
}
