import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { ShellNotice } from '../../../src/usecases/ports/add-in-shell.ts';
import { buildScript } from '../../support/build-script.ts';
import { closing } from '../../support/built-pane.ts';
import { launchChromium } from '../../support/chromium.ts';
import { openExcelPage } from '../../support/excel-host/excel-page.ts';
import { serveFolder } from '../../support/serve-folder.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';
import type { NoticeCaller } from './notice-caller.ts';

const PLAN = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const NOTICE: ShellNotice = {
  heading: 'ตรวจพบ 3 รายการ',
  lines: ['ชีต “๑)” <b>ขาดหลักฐาน</b>\nแถว 5', '3 findings'],
  actions: [
    { id: 'open', label: 'เปิดแผงงาน' },
    { id: 'close', label: 'ปิด Close' },
  ],
};

let folder: string;
let browser: Browser;
let served: Awaited<ReturnType<typeof serveFolder>>;
let pane: Page;
const errors: Error[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ita-notice-'));
  const hostScript = await buildScript('tests/support/excel-host/in-page.ts', folder, 'host.js');
  const caller = await buildScript('tests/e2e/excel/notice-caller.ts', folder, 'caller.js');
  [browser, served] = await Promise.all([launchChromium(), serveFolder(path.resolve('dist/addin'))]);
  pane = await openExcelPage(browser, hostScript, await createXlsxCodec().encode(PLAN));
  await pane.addInitScript({ path: caller });
  pane.context().on('page', (page) => page.on('pageerror', (error) => errors.push(error)));
  await pane.goto(`${served.base}taskpane.html`);
});

afterAll(async () => {
  await browser.close();
  served.close();
  await rm(folder, { recursive: true, force: true });
});

interface Shown {
  readonly page: Page;
  readonly answer: Promise<string | undefined>;
}

/** The window of a notice, and what the add-in is told of it. */
async function show(notice: ShellNotice): Promise<Shown> {
  const opening = pane.context().waitForEvent('page');
  const answer = pane.evaluate((given) => (globalThis as unknown as NoticeCaller).showNotice(given), notice);
  const page = await opening;
  // A key that is pressed before the window has the keyboard goes nowhere.
  await page.waitForFunction(() => document.hasFocus() && document.activeElement?.localName === 'button');
  return { page, answer };
}

describe('the window of a notice', () => {
  it('shows its texts as texts, in their languages', async () => {
    const { page, answer } = await show(NOTICE);
    expect(await page.title()).toBe(NOTICE.heading);
    const texts = await page.$$eval('h1, p, button', (elements) =>
      elements.map((element) => [element.localName, (element as HTMLElement).lang, (element as HTMLElement).innerText]),
    );
    expect(texts).toEqual([
      ['h1', 'th', NOTICE.heading],
      ['p', 'th', NOTICE.lines[0]],
      ['p', 'en', NOTICE.lines[1]],
      ['button', 'th', 'เปิดแผงงาน'],
      ['button', 'th', 'ปิด Close'],
    ]);
    await page.close();
    expect(await answer).toBeUndefined();
    expect(errors).toEqual([]);
  });

  it.each<[string, (page: Page) => Promise<void>, string | undefined]>([
    ['Enter takes the first button', (page) => page.keyboard.press('Enter'), 'open'],
    ['a click takes any button', (page) => page.click('text=Close'), 'close'],
    ['Escape takes none', (page) => page.keyboard.press('Escape'), undefined],
  ])('is closed by the add-in when %s', async (_what, act, action) => {
    const { page, answer } = await show(NOTICE);
    await closing(page, act(page));
    expect(await answer).toBe(action);
  });

  it('gives way to the next one', async () => {
    const first = await show(NOTICE);
    const closed = first.page.waitForEvent('close');
    const second = await show({ ...NOTICE, heading: 'ต่อไป' });
    await closed;
    expect(await first.answer).toBeUndefined();
    expect(await second.page.title()).toBe('ต่อไป');
    await closing(second.page, second.page.click('text=Close'));
    expect(await second.answer).toBe('close');
  });

  it('has room in 320 pixels, and its buttons in sight however long it is', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `แถว ${index} https://bangkok.go.th/${'ก'.repeat(60)}`);
    const { page, answer } = await show({ ...NOTICE, lines });
    await page.setViewportSize({ width: 320, height: 256 });
    const { across, spacing } = await page.evaluate(() => ({
      across: document.documentElement.scrollWidth,
      spacing:
        parseFloat(getComputedStyle(document.body).lineHeight) / parseFloat(getComputedStyle(document.body).fontSize),
    }));
    expect(across).toBe(320);
    expect(spacing).toBeCloseTo(1.6);
    const { y, height } = (await page.locator('text=Close').boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(256);
    await page.close();
    await answer;
  });
});
