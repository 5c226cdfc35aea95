import { rm } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Answers } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { roster } from '../../support/report-2565.ts';
import { startStandalone, wrongsOf, type StandalonePages } from '../../support/standalone-pages.ts';

const [first, second] = roster.agencies as unknown as [{ name: string; code: string }, { name: string; code: string }];

const done = ({ code }: { readonly code: string }): Answers => ({
  '1.1.1': { status: 'ดำเนินการแล้ว', result: `จัดอบรมของ ${code}` },
});

let pages: StandalonePages;
let folder: string;
beforeAll(async () => {
  [pages, folder] = await Promise.all([startStandalone(), folderOfWorkbooks(roster.agencies.slice(0, 3), {}, done)]);
});
afterAll(async () => {
  await pages.close();
  await rm(folder, { recursive: true, force: true });
});

const map = (page: Page): Locator => page.getByRole('region', { name: 'ผลรายมาตรการของแต่ละหน่วยงาน' });

/** The map of three agencies' answers, in a window so many pixels wide. */
async function openMap(width: number): Promise<Page> {
  const page = await pages.open({ viewport: { width, height: 900 } });
  await page.getByRole('button', { name: 'รวบรวมรายงาน' }).click();
  await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).setInputFiles(folder);
  await page.getByRole('button', { name: 'ผลรายมาตรการของแต่ละหน่วยงาน' }).click();
  await map(page).waitFor();
  return page;
}

describe('the map of agencies and measures', () => {
  it.each([320, 1200])('shows numbers, and every column within a window of %d px', async (width) => {
    const page = await openMap(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await map(page).getByRole('row').count()).toBe(79);
    const row = map(page).getByRole('row', { name: first.name });
    expect(await row.getByRole('cell').first().innerText()).toMatch(/^๑\/[๐-๙]+$/);
    // The last column can be scrolled to.
    const last = row.getByRole('cell').last();
    await last.scrollIntoViewIfNeeded();
    const box = (await last.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('uses the width of a wide window, so that nothing has to be scrolled sideways', async () => {
    const page = await openMap(1200);
    const sizes = await map(page).evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(sizes.clientWidth).toBeGreaterThan(1100);
    expect(sizes.scrollWidth).toBe(sizes.clientWidth);
  });

  it('leads from an agency to its answers, from a cell to that answer, and to the problems of its files', async () => {
    const page = await openMap(1200);
    await map(page).getByRole('button', { name: first.name }).click();
    const dialog = page.getByRole('dialog', { name: `${first.name} (${first.code})` });
    await dialog.getByText(`จัดอบรมของ ${first.code}`).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(20);
    await dialog.getByText(/^ปัญหา [๐-๙]+ ข้อ$/).waitFor();
    await page.keyboard.press('Escape');
    await map(page).getByRole('row', { name: second.name }).getByTitle('ดำเนินการแล้ว').first().click();
    const other = page.getByRole('dialog', { name: `${second.name} (${second.code})` });
    await other.getByText(`จัดอบรมของ ${second.code}`).waitFor();
    expect(await other.getByRole('listitem').count()).toBe(1);
  });

  it('is narrowed to a class of agencies and to a state', async () => {
    const page = await openMap(1200);
    await page.getByLabel('หน่วยงาน', { exact: true }).selectOption({ label: 'สำนักงานเขต ทั้ง ๕๐ เขต' });
    await page.getByText('แสดง ๕๐ จาก ๗๗ หน่วยงาน').waitFor();
    await page.getByLabel('หน่วยงาน', { exact: true }).selectOption({ label: 'ทุกหน่วยงาน' });
    await page.getByLabel('มีมาตรการในสถานะ').selectOption({ label: 'ดำเนินการแล้ว' });
    await page.getByText('แสดง ๓ จาก ๗๗ หน่วยงาน').waitFor();
    expect(await map(page).getByRole('row').count()).toBe(5);
  });
});
