import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CDN, officeFile } from './load-office.ts';
import type { HostSettings } from './transport.ts';

/**
 * A page as Excel shows it in its task pane, with a file open beside it: whatever page is opened finds the emulated Excel, and
 * gets the unmodified office.js of the npm package where it asks Microsoft's CDN for it. Nothing else is reached outside.
 * Of a protected sheet only those cells can be typed into that are unlocked and not blank in the file: reading tells of no others.
 * @param hostScript what `buildScript` made of `in-page.ts`
 */
export async function openExcelPage(
  browser: Browser,
  hostScript: string,
  file: Uint8Array,
  settings: Partial<Omit<HostSettings, 'openWindow'>> = {},
): Promise<Page> {
  // The web view of Excel for Mac ignores links to blobs (office-js#2700, #4681, #6468).
  const acceptDownloads = settings.platform !== 'mac';
  // A click at something that still moves into place goes astray, so nothing moves.
  const context: BrowserContext = await browser.newContext({
    locale: 'th-TH',
    acceptDownloads,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(`globalThis.excelFile = ${JSON.stringify(Buffer.from(file).toString('base64'))}`);
  await context.addInitScript(`globalThis.excelSettings = ${JSON.stringify(settings)}`);
  await context.addInitScript({ path: hostScript });
  await context.route(/^https:/, (route) => route.abort());
  await context.route(`${CDN}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(new URL(CDN).pathname.length);
    const body = await readFile(officeFile(name)).catch(() => undefined);
    await (body === undefined ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }));
  });
  return context.newPage();
}
