import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { STATE_WORDS } from '../../../src/domain/master/merge/states.ts';
import { REVIEW_SHEET } from '../../../src/domain/master/sheet-names.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { contentIn, errorsOf, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { editedMaster } from '../../support/edited-master.ts';
import { LOOKS } from '../../support/looks.ts';
import { beside, cutTexts } from '../../support/reflow.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';
import { textsOf } from '../../support/texts-of.ts';

let built: BuiltPane;
let pages: StandalonePages;
let master: Uint8Array;
let folder: string;
beforeAll(async () => {
  [built, pages, { master, folder }] = await Promise.all([startBuiltPane(), startStandalone(), editedMaster()]);
});
afterAll(async () => {
  await Promise.all([built.close(), pages.close()]);
  await rm(folder, { recursive: true, force: true });
});

const preview = (page: Page): Locator => page.getByRole('region', { name: 'รวมเข้าในรายงานที่เปิดอยู่' });

async function takeIn(page: Page): Promise<Locator> {
  await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).first().setInputFiles(folder);
  await preview(page).waitFor();
  return preview(page);
}

/** The pane beside the edited report, with later answers read. */
async function openEdited(theme: 'white' | 'black' = 'white'): Promise<Page> {
  const page = await built.open(master, { theme });
  await page.getByRole('button', { name: 'เลือกทั้งโฟลเดอร์' }).waitFor();
  await takeIn(page);
  return page;
}

const textsIn = async (page: Page): Promise<readonly string[]> => textsOf(await contentIn(page));
const has = (texts: readonly string[], words: string): boolean => texts.some((text) => text.includes(words));

describe('late answers beside an edited report', () => {
  it('are shown by measure in words that went and words that came, and merged by one press, which is undone by one', async () => {
    const page = await openEdited();
    const shown = preview(page);
    for (const group of ['กระทบข้อความที่แก้ไขไว้ ๒ รายการ', 'เพิ่มใหม่ ๑ รายการ', 'เปลี่ยน ๑ รายการ', 'ถอน ๑ รายการ'])
      await shown.getByText(group, { exact: true }).waitFor();
    expect(await shown.locator('del').allTextContents()).toEqual(expect.arrayContaining(['๒๕', '๓', '๑']));
    expect(await shown.locator('ins').allTextContents()).toEqual(expect.arrayContaining(['๓๐', '๔', '๕', '๒']));
    const before = await textsIn(page);
    await shown.getByRole('button', { name: 'รวมเข้าในรายงาน', exact: true }).click();
    await page.getByText(/^รวมคำตอบใหม่เข้าในรายงานแล้ว ๒ มาตรการ/).waitFor();
    const texts = await textsIn(page);
    expect(has(texts, 'ได้จัดอบรมบุคลากรจำนวน ๓๐ คน')).toBe(true);
    expect(texts).toEqual(expect.arrayContaining([STATE_WORDS.review]));
    expect(await preview(page).count()).toBe(0);
    // A report without the merge would take its place.
    expect(await page.getByRole('button', { name: 'วางแทนที่ในสมุดงานนี้ …' }).count()).toBe(0);
    await page.getByRole('button', { name: 'ย้อนกลับ' }).click();
    await page.getByText('นำแผ่นงานที่เก็บไว้กลับมาแล้ว').waitFor();
    const { sheets } = await contentIn(page);
    expect(textsOf({ sheets: sheets.filter(({ state }) => state === 'visible') })).toEqual(before);
    expect(errorsOf(page)).toEqual([]);
  });

  it('are refused or accepted one by one or all of a kind', async () => {
    const page = await openEdited();
    const shown = preview(page);
    const added = shown.getByRole('group', { name: 'เพิ่มใหม่ ๑ รายการ' });
    await added.getByRole('button', { name: 'ไม่รับรายการใดเลย' }).click();
    const choices = shown.getByRole('combobox');
    const met = shown.getByRole('combobox', { name: /ตรงคำที่แก้ไขไว้/ });
    expect(await met.inputValue()).toBe('ours');
    await met.selectOption({ label: 'รับคำตอบใหม่' });
    expect(await choices.evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value))).toEqual(
      expect.arrayContaining(['usual', 'theirs', 'ours']),
    );
    await shown.getByRole('button', { name: 'รวมเข้าในรายงาน', exact: true }).click();
    await page.getByText(/^รวมคำตอบใหม่เข้าในรายงานแล้ว/).waitFor();
    const { sheets } = await contentIn(page);
    const [report, list] = [(name: string) => /^[๐-๙]/.test(name), (name: string) => name === REVIEW_SHEET].map((is) =>
      textsOf({ sheets: sheets.filter(({ name }) => is(name)) }),
    ) as [readonly string[], readonly string[]];
    expect([has(report, 'แจ้งเวียนแล้ว'), has(report, 'ติดประกาศ ๕ แห่ง')]).toEqual([false, true]);
    expect([has(list, 'แจ้งเวียนแล้ว'), has(list, 'ติดประกาศ ๔ แห่ง')]).toEqual([true, true]);
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(LOOKS)('can be read and chosen at 320 px in %s', async (_, theme, look) => {
    const page = await openEdited(theme);
    await page.emulateMedia(look);
    const closed = preview(page).getByRole('button', { expanded: false });
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
  });
});

describe('late answers and an edited report on the page without Excel', () => {
  it('are saved as a merged report beside the chosen file', async () => {
    const page = await pages.open({ viewport: { width: 1200, height: 900 } });
    const file = path.join(pages.folder, 'รายงานรวม.xlsx');
    await writeFile(file, master);
    await openFile(page, file, 'สมุดงานของผู้รวบรวมรายงาน');
    const shown = await takeIn(page);
    const { bytes } = await delivered(page, () => shown.getByRole('button', { name: 'บันทึกรายงานที่รวมแล้ว' }).click());
    await page.getByText(/^รวมคำตอบใหม่เข้าในรายงานแล้ว ๒ มาตรการ/).waitFor();
    const texts = textsOf(await createXlsxCodec().decode(bytes));
    for (const words of ['ได้จัดอบรมบุคลากรจำนวน ๓๐ คน', 'ติดประกาศ ๔ แห่ง', 'แจ้งเวียนแล้ว'])
      expect([words, has(texts, words)]).toEqual([words, true]);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(wrongsOf(page)).toEqual([]);
  });
});
