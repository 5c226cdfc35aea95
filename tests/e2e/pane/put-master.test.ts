import { rm } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { YEAR_SHEET } from '../../../src/domain/form/carried-year.ts';
import { backupName } from '../../../src/domain/master/backup-sheets.ts';
import { masterSheetNames } from '../../../src/domain/master/sheet-names.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { contentIn, errorsOf, inHost, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { planOfContent } from '../../support/plan-of-content.ts';
import { emptyMaster } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { programme, roster } from '../../support/report-2565.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();
const agencies = roster.agencies.slice(0, 2);
const NAMES = masterSheetNames(programme);
const BACKUPS = 'แผ่นงานเดิมก่อนวางรายงานครั้งล่าสุดยังเก็บไว้ในสมุดงานนี้ ๑๗ แผ่น';
const EDITED = 'ถ้อยคำที่แก้ด้วยมือ';
const NEWER = `จัดอบรมของ ${agencies[0]!.code}`;

let built: BuiltPane;
let master: Uint8Array;
let folder: string;

beforeAll(async () => {
  [built, master, folder] = await Promise.all([
    startBuiltPane(),
    codec.encode(emptyMaster),
    folderOfWorkbooks(agencies, {}),
  ]);
});
afterAll(async () => {
  await built.close();
  await rm(folder, { recursive: true, force: true });
});

/** All sheets but the one with the data of the year, which stays as it is. */
async function sheetNames(page: Page): Promise<readonly string[]> {
  const { sheets } = await contentIn(page);
  return sheets.map(({ name }) => name).filter((name) => name !== YEAR_SHEET);
}

/** Texts in the sheets that a person sees. */
async function seen(page: Page): Promise<readonly string[]> {
  const { sheets } = await contentIn(page);
  const visible = sheets.filter(({ state }) => state === 'visible');
  expect(visible.map(({ name }) => name)).toEqual(NAMES);
  return textsOf({ sheets: visible });
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

/** The pane beside a master in which somebody has edited wording. */
async function openEdited(): Promise<Page> {
  const page = await built.open(master);
  await page.getByRole('button', { name: 'เลือกทั้งโฟลเดอร์' }).waitFor();
  await inHost(page, (host, [sheet, text]) => host.type('Local', sheet, 40, 1, text), [NAMES[1]!, EDITED] as const);
  return page;
}

/** Takes files in and asks to put the report of them into the open master. */
async function askToPut(page: Page): Promise<Locator> {
  await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).first().setInputFiles(folder);
  await press(page, 'วางแทนที่ในสมุดงานนี้ …');
  const dialog = page.getByRole('alertdialog', { name: 'ต้องการแทนที่รายงานในสมุดงานนี้หรือไม่' });
  await dialog.waitFor();
  return dialog;
}

async function put(page: Page): Promise<void> {
  const dialog = await askToPut(page);
  await dialog.getByRole('button', { name: 'วางแทนที่ในสมุดงานนี้', exact: true }).click();
  await page.getByText('วางรายงานรวมในสมุดงานนี้แล้ว ๑๗ แผ่น และเก็บแผ่นงานเดิมไว้ ๑๗ แผ่น').waitFor();
}

describe('a report that takes the place of one with edited wording', () => {
  it('says that the old one is kept, and is undone by one press; brought back, it is there again', async () => {
    const page = await openEdited();
    const dialog = await askToPut(page);
    expect(await dialog.textContent()).toContain('ยังเก็บไว้ในสมุดงานนี้โดยซ่อนไว้ และนำกลับมาได้');
    expect(await dialog.textContent()).not.toContain('จะหายไป');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'เลือกไฟล์ใหม่' }).click();
    await put(page);
    expect(await seen(page)).toContain(NEWER);
    expect(await seen(page)).not.toContain(EDITED);
    await page.getByText(BACKUPS).waitFor();
    await press(page, 'ย้อนกลับ');
    await page.getByText('นำแผ่นงานที่เก็บไว้กลับมาแล้ว ๑๗ แผ่น').waitFor();
    expect(await seen(page)).toContain(EDITED);
    expect(await seen(page)).not.toContain(NEWER);
    await press(page, /^ปิด$/);
    await press(page, 'นำแผ่นงานที่เก็บไว้กลับมา');
    await page.getByText('นำแผ่นงานที่เก็บไว้กลับมาแล้ว ๑๗ แผ่น').waitFor();
    expect(await seen(page)).toContain(NEWER);
    expect(errorsOf(page)).toEqual([]);
  });

  it('warns of what is kept from the last time, which can be deleted too, after a question', async () => {
    const page = await openEdited();
    await put(page);
    await press(page, 'เลือกไฟล์ใหม่');
    const dialog = await askToPut(page);
    // Beside what was read, no button takes sheets back that were put before.
    expect(await page.getByRole('button', { name: 'ย้อนกลับ', includeHidden: true }).count()).toBe(0);
    expect(await dialog.textContent()).toContain('แผ่นงานที่เก็บไว้จากครั้งก่อน ๑๗ แผ่นจะหายไปและนำกลับมาไม่ได้');
    await page.keyboard.press('Escape');
    await press(page, 'ลบแผ่นงานที่เก็บไว้ …');
    const question = page.getByRole('alertdialog', { name: 'ต้องการลบแผ่นงานที่เก็บไว้หรือไม่' });
    await question.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('เก็บไว้');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    expect(await sheetNames(page)).toHaveLength(2 * NAMES.length);
    await press(page, 'ลบแผ่นงานที่เก็บไว้ …');
    await question.getByRole('button', { name: 'ลบถาวร' }).click();
    await page.getByText('ลบแผ่นงานที่เก็บไว้แล้ว ๑๗ แผ่น').waitFor();
    expect(await sheetNames(page)).toEqual(NAMES);
    expect(await page.getByText(BACKUPS).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'ย้อนกลับ' }).count()).toBe(0);
    expect(errorsOf(page)).toEqual([]);
  });

  it('is offered the old one after the file was saved, closed and opened again', async () => {
    const first = await openEdited();
    await put(first);
    const saved = await codec.encode(planOfContent(await contentIn(first)));
    const page = await built.open(saved);
    await page.getByText(BACKUPS).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    expect(await seen(page)).toContain(NEWER);
    await press(page, 'นำแผ่นงานที่เก็บไว้กลับมา');
    await page.getByText('นำแผ่นงานที่เก็บไว้กลับมาแล้ว ๑๗ แผ่น').waitFor();
    expect(await seen(page)).toContain(EDITED);
    expect((await contentIn(page)).sheets.map(({ name }) => name)).toContain(backupName(NAMES[1]!));
    expect([errorsOf(first), errorsOf(page)]).toEqual([[], []]);
  });
});
