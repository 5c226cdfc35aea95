import type { Page, Request } from 'playwright-core';

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

/**
 * Has a page look out for its first control; call it before the page is opened.
 * @returns a function that tells what the page did until then
 */
export async function watchFirstLoad(page: Page): Promise<() => Promise<FirstLoad>> {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  await page.addInitScript(() => {
    const start = performance.now();
    let isFound = false;
    const look = (): void => {
      if (isFound || document.querySelector('button') === null) return;
      isFound = true;
      watcher.disconnect();
      const there = performance.now();
      // The second frame begins when the first one, with the control in it, was painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => Object.assign(globalThis, { control: { start, there, shown: performance.now() } })),
      );
    };
    // An observer is told only when the task ends in which React puts the page there, and asks for what comes after it.
    const append = Reflect.get(Node.prototype, 'appendChild') as (this: Node, child: Node) => Node;
    Node.prototype.appendChild = function <Child extends Node>(this: Node, child: Child): Child {
      append.call(this, child);
      look();
      return child;
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true });
  });
  return async () => {
    await page.waitForFunction(() => 'control' in globalThis);
    // A file is listed when it is there, and those that count have been asked for by now.
    const folder = new URL('.', page.url()).href;
    const asked = [...underWay].filter((request) => request.url().startsWith(folder));
    await Promise.all(asked.map(async (request) => (await request.response())?.finished()));
    await page.evaluate(() => document.fonts.ready);
    return firstLoadOf(page);
  };
}

async function firstLoadOf(page: Page): Promise<FirstLoad> {
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
