import { rm } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Answers } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { roster } from '../../support/report-2565.ts';
import { startStandalone, wrongsOf, type StandalonePages } from '../../support/standalone-pages.ts';

const ANSWERS: Answers = {
  '1.1.1': { status: 'ดำเนินการแล้ว', result: 'จัดอบรมแล้ว โทร 081-234-5678' },
  '1.1.2': { status: 'อยู่ระหว่างดำเนินการ', result: 'ร่างแล้ว' },
  '1.1.3': { status: 'ยังไม่ดำเนินการ' },
};

let pages: StandalonePages;
let folder: string;
beforeAll(async () => {
  [pages, folder] = await Promise.all([
    startStandalone(),
    folderOfWorkbooks(roster.agencies.slice(0, 3), {}, () => ANSWERS),
  ]);
});
afterAll(async () => {
  await pages.close();
  await rm(folder, { recursive: true, force: true });
});

/** The overview of three agencies' answers. */
async function openOverview(look: BrowserContextOptions): Promise<Page> {
  const page = await pages.open(look);
  await page.getByRole('button', { name: 'รวบรวมรายงาน' }).click();
  await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).setInputFiles(folder);
  await page.getByRole('button', { name: 'ภาพรวม', exact: true }).click();
  await page.getByRole('region', { name: 'สถานะตามประเด็น' }).first().waitFor();
  return page;
}

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'a narrow window': { viewport: { width: 320, height: 900 } },
  'a wide and dark one': { viewport: { width: 1200, height: 900 }, colorScheme: 'dark' },
  'forced colours': { viewport: { width: 320, height: 900 }, forcedColors: 'active', colorScheme: 'dark' },
};

describe('the overview', () => {
  it.each(Object.entries(LOOKS))('is readable in %s, as charts and as tables', async (_, look) => {
    const page = await openOverview(look);
    const charts = page.getByRole('region', { name: 'สถานะตามกลุ่มหน่วยงาน' }).first();
    const bar = charts.getByRole('img', { name: /^ดำเนินการแล้ว ๓, อยู่ระหว่างดำเนินการ ๓, ยังไม่ดำเนินการ ๓, / });
    expect(await bar.count()).toBe(2);
    await charts.getByText('ดูตัวเลขเป็นตาราง').focus();
    await page.keyboard.press('Enter');
    const table = charts.getByRole('table');
    expect(await table.getByRole('row').count()).toBe(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.viewport!.width);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(wrongsOf(page)).toEqual([]);
  });
});
