import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { agencyFileName } from '../../../src/domain/form/plan/agency-workbook.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { errorsOf, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { LOOKS } from '../../support/looks.ts';
import { district, districtPlan } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { programme, roster } from '../../support/report-2565.ts';

/** A workbook that says nothing of itself. */
const plan = { ...districtPlan, properties: {} };
const blank = { ...plan, sheets: plan.sheets.slice(0, 1).map((sheet) => ({ ...sheet, rows: [] })) };

let built: BuiltPane;
let file: Uint8Array;

beforeAll(async () => {
  [built, file] = await Promise.all([startBuiltPane(), createXlsxCodec().encode(blank)]);
});
afterAll(() => built.close());

async function openPane(theme: 'white' | 'black' = 'white'): Promise<Page> {
  const page = await built.open(file, { theme });
  await page.getByRole('searchbox').waitFor();
  return page;
}

const button = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('main').getByRole('button', { name, exact: true });

describe('making workbooks in the pane', () => {
  it('finds an agency by a part of its name and opens its workbook in a new window', async () => {
    const page = await openPane();
    await page.getByRole('searchbox').fill('๕๐๑๙');
    await page.getByLabel(`5019 ${district.name}`).check();
    await page.getByText('เลือกแล้ว ๑ จาก ๗๗ หน่วยงาน').waitFor();
    await button(page, 'สร้างสมุดงาน ๑ หน่วยงาน').click();
    await page.getByText(`สร้างสมุดงานของ${district.name} และเปิดในหน้าต่างใหม่แล้ว`).waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it('makes all of them in one file, with a way to stop', async () => {
    const page = await openPane();
    await page.getByLabel('เลือกทุกหน่วยงานที่แสดง (๗๗)').check();
    await button(page, 'สร้างสมุดงาน ๗๗ หน่วยงาน').click();
    await page.getByRole('button', { name: 'หยุด' }).click();
    await page.getByText('หยุดตามที่สั่งแล้ว').waitFor();
    const downloading = page.waitForEvent('download');
    await button(page, 'สร้างสมุดงาน ๗๗ หน่วยงาน').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('สมุดงาน-ITA-๒๕๖๕.zip');
    const names = Object.keys(unzipSync(await readFile(await download.path())));
    expect(names).toHaveLength(78);
    expect(names).toContain(agencyFileName(programme, district));
  });

  it('leads through the agencies with the arrow keys, and says when a search finds none', async () => {
    const page = await openPane();
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('เลือกแล้ว ๑ จาก ๗๗ หน่วยงาน').waitFor();
    expect(await page.getByLabel(new RegExp(`^${roster.agencies[1]!.code} `)).isChecked()).toBe(true);
    await page.getByRole('searchbox').fill('ไม่มีแน่');
    await page.getByText('ไม่พบหน่วยงานที่มี “ไม่มีแน่”').waitFor();
  });

  it('opens a report without answers', async () => {
    const page = await openPane();
    await button(page, 'สร้างรายงานรวมฉบับใหม่').click();
    await page.getByText('เปิดรายงานรวมในหน้าต่างใหม่แล้ว').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(LOOKS)('is accessible at 320 px in %s', async (_, theme, look) => {
    const page = await openPane(theme);
    await page.emulateMedia(look);
    await page.getByLabel(`5019 ${district.name}`).check();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
  });
});
