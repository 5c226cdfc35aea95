import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { buildScript } from '../../support/build-script.ts';
import { launchChromium } from '../../support/chromium.ts';
import { openExcelPage } from '../../support/excel-host/excel-page.ts';
import { serveFolder } from '../../support/serve-folder.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

/** The built add-in: `npm run build` makes it, and `npm test` does so first. */
const BUILT = path.resolve('dist/addin');
const PLAN = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });

interface PageGlobals {
  /** What the policy stopped: the directive, and what it was about. */
  readonly stopped: readonly string[];
  ran?: boolean;
}

let folder: string;
let hostScript: string;
let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-built-pages-'));
  hostScript = await buildScript('tests/support/excel-host/in-page.ts', folder, 'host.js');
  [browser, served] = await Promise.all([launchChromium(), serveFolder(BUILT)]);
});
afterAll(async () => {
  await browser.close();
  served.close();
  await rm(folder, { recursive: true, force: true });
});

/** A built page beside a workbook, once office.js is ready in it. */
async function open(name: string): Promise<{ readonly page: Page; readonly errors: readonly Error[] }> {
  const page = await openExcelPage(browser, hostScript, await createXlsxCodec().encode(PLAN));
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() => {
    const stopped: string[] = [];
    Object.assign(globalThis, { stopped });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      stopped.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.goto(`${served.base}${name}`);
  expect(await page.evaluate(async () => (await Office.onReady()).host)).toBe('Excel');
  return { page, errors };
}
const stoppedIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as PageGlobals).stopped);

describe.each(['taskpane.html', 'notice.html'])('the built %s', (name) => {
  it('loads office.js and its own files within its policy', async () => {
    const { page, errors } = await open(name);
    expect(errors).toEqual([]);
    expect(await stoppedIn(page)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).lineHeight)).not.toBe('normal');
  });

  it('takes no script or style that somebody puts into it, and talks to nobody else', async () => {
    const { page } = await open(name);
    await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="none.png" onerror="globalThis.ran = true">');
      document.body.insertAdjacentHTML('beforeend', '<style>body { display: none }</style><p style="color: red"></p>');
      await fetch('https://elsewhere.example/').catch(() => undefined);
    });
    // The policy stops each of these things, or does not.
    await page.waitForFunction(() => (globalThis as unknown as PageGlobals).stopped.length >= 5);
    expect(await page.evaluate(() => (globalThis as unknown as PageGlobals).ran)).toBeUndefined();
    expect([...(await stoppedIn(page))].toSorted()).toEqual([
      'connect-src https://elsewhere.example/',
      'script-src-attr inline',
      'script-src-elem inline',
      'style-src-attr inline',
      'style-src-elem inline',
    ]);
  });
});
