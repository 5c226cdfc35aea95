import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { CDN, officeFile } from '../../support/excel-host/load-office.ts';
import { serveFolder } from '../../support/serve-folder.ts';

let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchChromium(), serveFolder(path.resolve('dist/addin'))]);
});
afterAll(async () => {
  await browser.close();
  served.close();
});

/** How Microsoft's CDN answers where there is no Excel. */
const NETWORKS = {
  'in a browser': 'reached',
  'where a firewall refuses office.js': 'refused',
  'where office.js is never answered': 'silent',
} as const;
type Network = (typeof NETWORKS)[keyof typeof NETWORKS];

/** The page of the pane without Excel, and the errors that nobody caught. */
async function open(network: Network): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
  await context.route(`${CDN}**`, async (route) => {
    if (network === 'silent') return;
    if (network === 'refused') return route.abort();
    const name = new URL(route.request().url()).pathname.slice(new URL(CDN).pathname.length);
    const body = await readFile(officeFile(name)).catch(() => undefined);
    await (body === undefined ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }));
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await page.goto(`${served.base}taskpane.html`, { waitUntil: 'commit' });
  return { page, errors };
}

describe.each(Object.entries(NETWORKS))('taskpane.html %s', (_where, network) => {
  it('says in Thai and in English what it is, and leads to the page without Excel', async () => {
    const { page, errors } = await open(network);
    await page.getByText('หน้านี้คือแผงงานของส่วนเสริม ITA ซึ่งทำงานใน Excel').waitFor();
    expect(
      await page.$$eval('p', (lines) => lines.map((line) => line.closest('[lang]')!.getAttribute('lang'))),
    ).toEqual(['th', 'en']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(errors).toEqual([]);
    await page.getByRole('link', { name: 'แผงงานที่ไม่ต้องใช้ Excel' }).click();
    await page.waitForURL('**/standalone.html');
    await page.getByRole('button', { name: 'เปิดสมุดงาน' }).waitFor();
  });
});
