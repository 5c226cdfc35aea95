import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { addResult, emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { thaiDigits } from '../../../src/domain/text/digits.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { contentIn, errorsOf, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { LOOKS } from '../../support/looks.ts';
import { created } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { programme, reportAsSubmissions, roster } from '../../support/report-2565.ts';
import { textsOf } from '../../support/texts-of.ts';

const agencies = roster.agencies.slice(0, 6);
/** In the open report, and not among the files that are chosen. */
const before = reportAsSubmissions().find(({ agency }) => !agencies.some(({ code }) => code === agency))!;

let built: BuiltPane;
let master: Uint8Array;
let folder: string;

beforeAll(async () => {
  const consolidation = finish(
    addResult(emptyConsolidation(programme, roster), { submissions: [before], problems: [] }),
  );
  [built, master, folder] = await Promise.all([
    startBuiltPane(),
    createXlsxCodec().encode(planMaster(consolidation, { created })),
    folderOfWorkbooks(agencies, {
      'เสีย.xlsx': 'no workbook',
      '~$5019.xlsx': 'lock',
      '.ซ่อน.xlsx': 'hidden',
      'ใน/บันทึก.txt': 'note',
    }),
  ]);
});
afterAll(async () => {
  await built.close();
  await rm(folder, { recursive: true, force: true });
});

/** The pane beside a master, with the files of a folder read. */
async function openMaster(theme: 'white' | 'black' = 'white'): Promise<Page> {
  const page = await built.open(master, { theme });
  await page.getByRole('button', { name: 'เลือกทั้งโฟลเดอร์' }).waitFor();
  return page;
}

async function takeIn(page: Page): Promise<void> {
  await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).first().setInputFiles(folder);
  await page.getByText(/^ได้รับคำตอบแล้ว ๗ จาก ๗๗ หน่วยงาน$/).waitFor();
}

/** Every text in the cells of the open workbook. */
async function textsIn(page: Page): Promise<readonly string[]> {
  return textsOf(await contentIn(page));
}

const open = (page: Page, heading: string | RegExp): Promise<void> =>
  page.getByRole('button', { name: heading }).click();

describe('the pane beside a report', () => {
  it('takes in a folder and shows what came of it before anything is written', async () => {
    const page = await openMaster();
    const texts = await textsIn(page);
    await takeIn(page);
    await open(page, 'ยังไม่ได้รับ ๗๐ หน่วยงาน');
    const merge = page.getByRole('region', { name: 'รวมเข้าในรายงานที่เปิดอยู่' });
    expect((await page.getByRole('listitem').count()) - (await merge.getByRole('listitem').count())).toBe(70);
    await open(page, 'ยังไม่ได้รับ ๗๐ หน่วยงาน');
    await open(page, 'เทียบกับรายงานรวมที่เปิดอยู่');
    await page.getByText('ยังไม่มีในรายงาน ๖ หน่วยงาน').waitFor();
    await open(page, /^ปัญหา/);
    await open(page, /เสีย\.xlsx/);
    await page
      .getByText(/ไม่ใช่สมุดงาน Excel|ไม่ใช่ไฟล์/)
      .first()
      .waitFor();
    await open(page, 'ไฟล์ที่เลือก ๙ ไฟล์');
    await page
      .getByText(/~\$5019\.xlsx$/)
      .first()
      .waitFor();
    await open(page, 'ความครบถ้วนรายประเด็น');
    const row = page.getByRole('row', { name: new RegExp(agencies[0]!.name) });
    expect(await row.getByRole('cell').first().textContent()).toMatch(/^ตอบแล้ว ๑ จาก [๐-๙]+ ข้อ, คำตอบไม่ชัดเจน ๑$/);
    await open(page, /^รายงานรวมที่จะได้ ๑๗ แผ่นงาน/);
    const rows = before.entries.map(({ paragraphs, notes }) => Math.max(paragraphs.length, notes.length));
    const inTable = 8 + rows.reduce((sum, count) => sum + count, 0);
    await page.getByText(`ตารางรวม: ${thaiDigits(String(inTable))} แถว`, { exact: true }).waitFor();
    expect(await textsIn(page)).toEqual(texts);
    expect(errorsOf(page)).toEqual([]);
  });

  it('asks before it replaces the report, and offers a new workbook first', async () => {
    const page = await openMaster();
    await takeIn(page);
    await open(page, 'วางแทนที่ในสมุดงานนี้ …');
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('เปิดเป็นสมุดงานใหม่');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await open(page, 'วางแทนที่ในสมุดงานนี้ …');
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'วางแทนที่ในสมุดงานนี้', exact: true }).click();
    await page.getByText('วางรายงานรวมในสมุดงานนี้แล้ว ๑๗ แผ่น').waitFor();
    const texts = await textsIn(page);
    for (const { code } of agencies) expect(texts).toContain(`จัดอบรมของ ${code}`);
    // What the report held before stays in it.
    expect(texts).toContain(before.entries[0]!.paragraphs[0]!.text);
    // The next files can be chosen.
    await open(page, 'เลือกไฟล์ใหม่');
    await page.getByRole('button', { name: 'เลือกไฟล์ของหน่วยงาน' }).waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(LOOKS)('is accessible at 320 px in %s, with everything opened', async (_, theme, look) => {
    const page = await openMaster(theme);
    await page.emulateMedia(look);
    expect(await accessibilityFindings(page)).toEqual([]);
    await takeIn(page);
    const closed = page.getByRole('main').getByRole('button', { expanded: false });
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
  });
});
