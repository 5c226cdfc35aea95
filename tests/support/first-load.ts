import type { Page } from 'playwright-core';

/** What a page asked for and needed until there was a control to use. */
export interface FirstLoad {
  /** Names of the files in the folder that were asked for until then, and of the fonts that it was shown in. */
  readonly files: readonly string[];
  /** Milliseconds until it was shown, from when Excel was there. */
  readonly ms: number;
}

/** Where a page's script leaves what it saw. */
interface ControlTimes {
  readonly start: number;
  readonly there: number;
  readonly shown: number;
}

/** Has a page look out for its first control; call it before the page is opened. */
export async function watchFirstLoad(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const start = performance.now();
    const watcher = new MutationObserver(() => {
      if (document.querySelector('button') === null) return;
      watcher.disconnect();
      const there = performance.now();
      // The second frame begins when the first one, with the control in it, was painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => Object.assign(globalThis, { control: { start, there, shown: performance.now() } })),
      );
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
}

/** What a watched page did until it had a control, when it has nothing more to load. */
export async function firstLoadOf(page: Page): Promise<FirstLoad> {
  await page.waitForFunction(() => 'control' in globalThis);
  await page.waitForLoadState('networkidle');
  const { control, asked, base } = await page.evaluate(() => ({
    control: (globalThis as unknown as { readonly control: ControlTimes }).control,
    asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    base: new URL('.', location.href).href,
  }));
  const files = asked
    .filter(({ name }) => name.startsWith(base))
    .filter(({ name, startTime }) => startTime <= (name.endsWith('.woff2') ? control.shown : control.there))
    .map(({ name }) => name.slice(base.length));
  return { files: [new URL(page.url()).pathname.slice(1), ...files], ms: control.shown - control.start };
}
