import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page: the rule, how many elements break it, and the first of them. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
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
