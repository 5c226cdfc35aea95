import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { issuesOfAgency } from '../../../src/domain/programme/assignment.ts';
import { answer, type Answers } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { errorsOf, inHost, startBuiltPane, textAt, untilSelected, type BuiltPane } from '../../support/built-pane.ts';
import { tabTo, untilFocused } from '../../support/keyboard.ts';
import { LOOKS } from '../../support/looks.ts';
import { district, districtPlan } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { programme } from '../../support/report-2565.ts';

const codec = createXlsxCodec();
const [, first, second] = districtPlan.sheets.map(({ name }) => name) as [string, string, string];
const MEASURES = issuesOfAgency(programme, district.code).flatMap(({ measures }) => measures.map(({ key }) => key));
const OF_SECOND = MEASURES.find((key) => key.startsWith('2.'))!;
const DONE = 'ดำเนินการแล้ว';

let built: BuiltPane;
beforeAll(async () => {
  built = await startBuiltPane();
});
afterAll(() => built.close());

/** The pane beside the agency's workbook with answers in it, once it was checked. */
async function openPane(answers: Answers, settings: Parameters<BuiltPane['open']>[1] = {}): Promise<Page> {
  const page = await built.open(await answer(codec, await codec.encode(districtPlan), answers), settings);
  page.setDefaultTimeout(10_000);
  await main(page)
    .getByText(/สิ่งที่พบ|ไม่พบสิ่งที่ต้องแก้ไข/)
    .first()
    .waitFor();
  return page;
}

const main = (page: Page): Locator => page.getByRole('main');
const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });

const ANSWERS: Answers = {
  '1.1.1': { status: DONE, result: 'เเจ้งเวียนแล้ว 25 คน' },
  '1.1.2': { result: 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a' },
  [OF_SECOND]: { status: DONE, result: 'รวม 30 คน' },
};

describe("the agency's view", () => {
  it('tells of each sheet how many measures are answered and what is missing', async () => {
    const page = await openPane(ANSWERS);
    const heading = button(main(page), new RegExp(first));
    expect(await heading.textContent()).toMatch(/ตอบแล้ว ๒ จาก ๗ ข้อ/);
    await heading.click();
    await main(page).getByRole('heading', { name: 'ยังไม่ได้กรอก ๕ ข้อ' }).waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it('leads to a cell with something to correct, and to where an answer is missing', async () => {
    const page = await openPane(ANSWERS);
    await button(main(page), 'ไปยังช่องแรกที่ต้องแก้ไข').click();
    await untilSelected(page, first, 'F8');
    await button(main(page), new RegExp(first)).click();
    await button(main(page), 'ช่อง F6').click();
    await untilSelected(page, first, 'F6');
    await button(main(page), /มาตรการสร้างขวัญกำลังใจ/).click();
    await untilSelected(page, first, 'E12');
    expect(errorsOf(page)).toEqual([]);
  });

  it('moves paragraphs that were pasted over several measures under theirs, and takes it back', async () => {
    const bytes = await answer(codec, await codec.encode(districtPlan), { '1.1.1': { status: DONE } });
    const pasted = ['จัดอบรม', 'ออกประกาศ', 'ประชุมคณะทำงาน', 'เผยแพร่คู่มือ', 'ติดตามผล'];
    const cells = pasted.map((text, index) => ({ sheet: first, row: 5 + index, column: 5, text }));
    const page = await built.open(await codec.patch(bytes, cells), {});
    const heading = button(main(page), new RegExp(first));
    await heading.filter({ hasText: 'ตอบแล้ว ๑ จาก ๗ ข้อ' }).click();
    await button(main(page), 'ย้ายไปต่อท้ายช่อง F7').click();
    await page.getByText('ย้ายข้อความ ๓ ช่องไปต่อท้ายช่อง F7 แล้ว').waitFor();
    expect(await textAt(page, first, 6, 5)).toBe(pasted.slice(1).join('\n'));
    expect(await textAt(page, first, 7, 5)).toBeUndefined();
    await button(page, 'ย้อนกลับ').click();
    await button(main(page), 'ย้ายไปต่อท้ายช่อง F7').waitFor();
    expect(await textAt(page, first, 7, 5)).toBe(pasted[2]);
    expect(errorsOf(page)).toEqual([]);
  });

  it('shows before and after of one cell, fixes it, checks again, and takes it back', async () => {
    const page = await openPane(ANSWERS);
    await button(main(page), new RegExp(first)).click();
    expect(await main(page).locator('del').allTextContents()).toEqual(
      expect.arrayContaining(['เเ', '25', 'http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a']),
    );
    await button(main(page), 'แก้ไขช่องนี้ F6').click();
    await page.getByText('แก้ไขให้แล้ว ๑ ช่อง').waitFor();
    expect(await textAt(page, first, 5, 5)).toBe('แจ้งเวียนแล้ว ๒๕ คน');
    await button(main(page), 'แก้ไขช่องนี้ F6').waitFor({ state: 'detached' });
    await button(page, 'ย้อนกลับ').click();
    await button(main(page), 'แก้ไขช่องนี้ F6').waitFor();
    expect(await textAt(page, first, 5, 5)).toBe('เเจ้งเวียนแล้ว 25 คน');
  });

  it('takes the second click of a double click for none, whatever has moved to its place meanwhile', async () => {
    const page = await openPane(ANSWERS);
    // What is said after a check moves the button that fixes under the pointer.
    await page.setViewportSize({ width: 240, height: 700 });
    await button(main(page), 'ตรวจทั้งสมุดงาน').dblclick();
    await main(page).getByText('ตรวจทั้งสมุดงานแล้ว').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await button(main(page), new RegExp(first)).dblclick();
    await button(main(page), 'แก้ไขช่องนี้ F6').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it('says once what is the same at several places of a cell', async () => {
    const page = await openPane({ '1.1.1': { status: 'ดำเนินการแล้ว', result: 'จัดอบรม 25 คน 3 รุ่น' } });
    await button(main(page), new RegExp(first)).click();
    const said = main(page).getByText(/ยังเป็นเลขอารบิก/);
    await said.first().waitFor();
    expect(await said.allTextContents()).toEqual([expect.stringMatching(/ยังเป็นเลขอารบิก \(๒ แห่ง\)$/)]);
  });

  it('lists all repairs before it makes them, and leaves out those that are not wanted', async () => {
    const page = await openPane(ANSWERS);
    await button(main(page), 'แก้ไขทั้งหมดที่แก้ได้ (๓ ช่อง)').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'เปลี่ยนช่อง F6' }).uncheck();
    await button(dialog, 'แก้ไข ๒ ช่อง').click();
    await page.getByText('แก้ไขให้แล้ว ๒ ช่อง').waitFor();
    expect(await textAt(page, first, 5, 5)).toBe('เเจ้งเวียนแล้ว 25 คน');
    expect(await textAt(page, second, 5, 5)).toBe('รวม ๓๐ คน');
  });

  it('says that the workbook is ready when nothing blocks, and where to save it', async () => {
    const answers = Object.fromEntries(MEASURES.map((key) => [key, { status: 'ไม่เกี่ยวข้อง' }]));
    const page = await openPane(answers);
    await main(page).getByText('พร้อมส่ง', { exact: true }).waitFor();
    await main(page)
      .getByText(/“บันทึกสำเนา” บันทึกไว้ที่ โฟลเดอร์ที่ได้รับแจ้ง โดยใช้ชื่อไฟล์เดิม/)
      .waitFor();
    expect(await button(main(page), 'ไปยังช่องแรกที่ต้องแก้ไข').count()).toBe(0);
    await page.evaluate(() => localStorage.setItem('ita-settings', JSON.stringify({ folder: 'ITA ๒๕๖๕' })));
    await page.reload();
    await main(page)
      .getByText(/“บันทึกสำเนา” บันทึกไว้ที่ “ITA ๒๕๖๕” โดยใช้ชื่อไฟล์เดิม/)
      .waitFor();
  });

  it('says calmly that a change waits to be checked while somebody types, and follows when typing has ended', async () => {
    const page = await openPane(ANSWERS);
    await inHost(page, (host) => host.set({ cellEdit: true }), undefined);
    await inHost(page, (host, name) => host.type('Local', name, 5, 5, 'แจ้งเวียนแล้ว'), first);
    const stale = main(page).getByText('มีการแก้ไขที่ยังไม่ได้ตรวจ');
    await stale.waitFor();
    await inHost(page, (host) => host.set({ cellEdit: false }), undefined);
    await stale.waitFor({ state: 'detached' });
    expect(await button(main(page), 'แก้ไขทั้งหมดที่แก้ได้ (๒ ช่อง)').count()).toBe(1);
  });

  it('shows of two thousand remarks those of the sheet that is opened', async () => {
    const link = 'http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a ';
    const answers = Object.fromEntries(MEASURES.map((key) => [key, { status: DONE, result: link.repeat(45) }]));
    const page = await openPane(answers);
    await main(page)
      .getByText(/ต้องแก้ไข [๒-๙][๐-๙]{3},/)
      .waitFor();
    await button(main(page), new RegExp(first)).click();
    await button(main(page), 'ช่อง F6').waitFor();
    // Only the cells of the sheet that is opened are on the page.
    expect(await button(main(page), /^ช่อง [A-Z]+[0-9]+$/).count()).toBeLessThan(20);
  });

  it.each(LOOKS)('is accessible in %s, with a sheet and the repairs open', async (_, theme, look) => {
    const page = await openPane(ANSWERS, { theme });
    await page.emulateMedia(look);
    await button(main(page), new RegExp(first)).click();
    await button(main(page), 'ช่อง F6').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    await button(main(page), /แก้ไขทั้งหมดที่แก้ได้/).click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('needs no mouse: a repair is found, looked at and made by keys', async () => {
    const page = await openPane(ANSWERS);
    await tabTo(page, /^แก้ไขทั้งหมด/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^แก้ไข . ช่อง$/);
    await page.keyboard.press('Enter');
    await page.getByText('แก้ไขให้แล้ว ๓ ช่อง').waitFor();
    await untilFocused(page, 'ตรวจสอบ');
    expect(errorsOf(page)).toEqual([]);
  });
});
