import type { Page } from 'playwright-core';

/** More controls than any view has before the one that is looked for. */
const MOST = 150;

/** Presses the tab key until a control of this name has the focus; fails where there is no way to it. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const named = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
  const passed: string[] = [];
  while (passed.length < MOST) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const control = document.activeElement;
      const [label] = control instanceof HTMLInputElement ? (control.labels ?? []) : [];
      return control?.getAttribute('aria-label') ?? label?.textContent ?? control?.textContent ?? '';
    });
    if (named(focused)) return;
    passed.push(focused);
  }
  throw new Error(`the tab key leads to ${[...new Set(passed)].join(' | ')}`);
}

/** Waits until what has the focus has this text. */
export async function untilFocused(page: Page, text: string): Promise<void> {
  await page.waitForFunction((expected) => document.activeElement?.textContent === expected, text);
}
