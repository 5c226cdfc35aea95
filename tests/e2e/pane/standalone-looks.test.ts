import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from '../../support/axe.ts';
import { tabTo } from '../../support/keyboard.ts';
import { district } from '../../support/plans-2565.ts';
import { beside, cutTexts } from '../../support/reflow.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';

let pages: StandalonePages;
beforeAll(async () => {
  pages = await startStandalone();
});
afterAll(() => pages.close());

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** The page with a file that can be fixed, checked and with a sheet open. */
async function openChecked(look?: Parameters<StandalonePages['open']>[0]): Promise<Page> {
  const page = await pages.open(look);
  await openFile(page, pages.file.path);
  await button(page, /ตอบแล้ว ๒ จาก ๗ ข้อ/).click();
  await page.getByRole('heading', { name: 'ยังไม่ได้กรอก ๕ ข้อ' }).waitFor();
  return page;
}

describe('the page without Excel', () => {
  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const)('is accessible in %s, and nothing of it lies beside a window of 320 px', async (_, look) => {
    const page = await pages.open(look);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    const checked = await openChecked(look);
    expect(await accessibilityFindings(checked)).toEqual([]);
    expect(await beside(checked)).toBe(0);
    await openFile(checked, 'package.json', 'อ่านไฟล์นี้ไม่ได้');
    await checked.getByText('ไฟล์นี้ไม่ใช่สมุดงาน Excel จึงอ่านไม่ได้').waitFor();
    expect(await accessibilityFindings(checked)).toEqual([]);
    expect(await beside(checked)).toBe(0);
    expect([...wrongsOf(page), ...wrongsOf(checked)]).toEqual([]);
  });

  // WCAG 2.2, 1.4.10: 320 CSS px is a window of 1280 px at 400 %. Browsers zoom by making CSS px larger, so 200 % of a window of
  // 640 px is 320 CSS px of two pixels each: what the tests above look at, here with the pixels of that zoom.
  it('loses nothing at 200 % of a window of 640 px', async () => {
    const page = await openChecked({ viewport: { width: 320, height: 350 }, deviceScaleFactor: 2 });
    expect(await page.evaluate(() => devicePixelRatio)).toBe(2);
    expect(await beside(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
  });

  // WCAG 2.2, 1.4.4 where only text grows, as by a larger font in the browser's settings: every size of text that the page names
  // and that of its root are doubled.
  it('loses nothing where text alone is set at 200 %', async () => {
    const page = await openChecked({ viewport: { width: 640, height: 700 } });
    const height = (): Promise<number> => button(page, 'การตั้งค่า').evaluate((element) => element.clientHeight);
    const before = await height();
    await page.evaluate(() => {
      const themed = document.querySelector<HTMLElement>('.shell')!;
      const styles = getComputedStyle(themed);
      document.documentElement.style.fontSize = '200%';
      for (const name of ['100', '200', '300', '400', '500', '600'].flatMap((step) => [
        `--fontSizeBase${step}`,
        `--lineHeightBase${step}`,
      ])) {
        themed.style.setProperty(name, `${2 * parseFloat(styles.getPropertyValue(name))}px`);
      }
    });
    expect(await height()).toBeGreaterThan(1.4 * before);
    expect(await beside(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
  });

  it('needs no mouse: a file is opened, fixed and saved by keys', async () => {
    const page = await pages.open();
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, /^เปิดสมุดงาน$/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(pages.file.path);
    await page.getByText(`สมุดงานของ${district.name}`).waitFor();
    // The focus stays where it was, and what the button is for now is something else.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('เปิดสมุดงานอื่น');
    await tabTo(page, /^แก้ไขทั้งหมด/);
    await page.keyboard.press('Enter');
    await button(page, 'แก้ไข ๓ ช่อง').waitFor();
    await tabTo(page, /^แก้ไข ๓ ช่อง$/);
    await page.keyboard.press('Enter');
    await page.getByText('แก้ไขให้แล้ว ๓ ช่อง').waitFor();
    await tabTo(page, /^บันทึกสำเนาที่แก้ไขแล้ว$/);
    const { name } = await delivered(page, () => page.keyboard.press('Enter'));
    expect(name).toBe(pages.file.name.replace('.xlsx', ' (แก้ไขแล้ว).xlsx'));
    expect(wrongsOf(page)).toEqual([]);
  });

  it('speaks English where that is set, also of files and the next time', async () => {
    const page = await pages.open();
    await button(page, 'การตั้งค่า').click();
    await page.getByRole('radio', { name: 'English' }).check();
    await button(page, 'Open a workbook').waitFor();
    await openFile(page, 'package.json', 'This file cannot be read');
    await page.getByText('This file is not an Excel workbook and cannot be read.').waitFor();
    await openFile(page, pages.file.path, `Workbook of ${district.name}`);
    await page.getByText('Not ready to send yet').waitFor();
    await page.reload();
    await page.getByText('No workbook is open').waitFor();
    await button(page, 'Open a workbook').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Work without an open workbook');
    // Nothing but names of agencies and the language itself is Thai now.
    expect(await page.locator('body').textContent()).not.toMatch(/[ก-๛]/);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('keeps nothing but its settings, and sends nothing anywhere', async () => {
    const page = await openChecked();
    await button(page, 'การตั้งค่า').click();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('radio', { name: 'ไทย' }).check();
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: await indexedDB.databases(),
      caches: typeof caches === 'undefined' ? [] : await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookies: document.cookie,
    }));
    expect(kept).toEqual({ local: ['ita-settings'], session: [], databases: [], caches: [], workers: 0, cookies: '' });
    expect(await page.evaluate(() => localStorage.getItem('ita-settings'))).not.toMatch(/แจ้งเวียน|5019/);
    // The policy lets nothing out, whatever a script asks for.
    const isLetOut = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => true,
        () => false,
      ),
    );
    expect(isLetOut).toBe(false);
    expect(wrongsOf(page)).toContainEqual(expect.stringContaining('Content Security Policy'));
    expect(wrongsOf(page).filter((wrong) => wrong.startsWith('http'))).toEqual([]);
  });
});
