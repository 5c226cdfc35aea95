import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { issuesOfAgency } from '../../../src/domain/programme/assignment.ts';
import { thaiDigits } from '../../../src/domain/text/digits.ts';
import { answer } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import {
  contentIn,
  errorsOf,
  inHost,
  startBuiltPane,
  textAt,
  untilSelected,
  type BuiltPane,
} from '../../support/built-pane.ts';
import { LOOKS } from '../../support/looks.ts';
import { district, districtPlan } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { programme } from '../../support/report-2565.ts';

const codec = createXlsxCodec();
const [, first] = districtPlan.sheets.map(({ name }) => name) as [string, string];

let built: BuiltPane;
let file: Uint8Array;
beforeAll(async () => {
  built = await startBuiltPane();
  file = await answer(codec, await codec.encode(districtPlan), {
    '1.1.1': { result: 'จัดอบรม 25 คน ดูที่ https://shorturl.asia/9nO1T' },
    '1.1.2': { result: 'รวม 30 คน' },
    '1.1.3': { result: 'รุ่น COVID-19' },
  });
});
afterAll(() => built.close());

/** The digits' view beside the agency's workbook. */
async function openDigits(settings: Parameters<BuiltPane['open']>[1] = {}, workbook = file): Promise<Page> {
  const page = await built.open(workbook, settings);
  page.setDefaultTimeout(10_000);
  await button(page, 'แปลงตัวเลข').click();
  await button(page, 'ดูก่อนแปลง').waitFor();
  return page;
}

const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });

/** Shows what a conversion of the whole workbook would do. */
async function preview(page: Page): Promise<Locator> {
  await page.getByRole('radio', { name: 'ทั้งสมุดงาน' }).check();
  await button(page, 'ดูก่อนแปลง').click();
  const shown = page.getByRole('region', { name: 'ก่อนแปลงเป็นเลขไทย' });
  await shown.waitFor();
  return shown;
}

/** Chooses a font that draws ASCII digits as Thai ones for every cell that holds a text. */
async function setTrap(page: Page, text: string): Promise<void> {
  const { sheets } = await contentIn(page);
  const locations = sheets.flatMap(({ name, cells }) =>
    cells.filter((cell) => cell.text === text).map(({ row, column }) => [name, row, column] as const),
  );
  await inHost(
    page,
    (host, cells) => {
      for (const [sheet, row, column] of cells) host.setFont(sheet, row, column, 'TH SarabunIT๙');
    },
    locations,
  );
}

/** The texts of the first three answers. */
async function answers(page: Page): Promise<readonly (string | undefined)[]> {
  return Promise.all([5, 7, 9].map((row) => textAt(page, first, row, 5)));
}

const BEFORE = ['จัดอบรม 25 คน ดูที่ https://shorturl.asia/9nO1T', 'รวม 30 คน', 'รุ่น COVID-19'];

describe("the digits' view", () => {
  it('shows each cell before and after, what stays and why, and changes nothing yet', async () => {
    const page = await openDigits();
    const shown = await preview(page);
    await shown.getByText('จะเปลี่ยน ๒ ช่อง (๒ แห่ง)').waitFor();
    expect(await shown.locator('del').allTextContents()).toEqual(['25', '30']);
    expect(await shown.locator('ins').allTextContents()).toEqual(['๒๕', '๓๐']);
    await shown.getByText('คงไว้ “https://shorturl.asia/9nO1T” (ลิงก์)').waitFor();
    await button(shown, '๑ ช่องมีเฉพาะตัวเลขที่ต้องคงเป็นเลขอารบิก เช่น ลิงก์').click();
    await shown.getByText('คงไว้ “COVID-19” (รหัสที่มีอักษรอังกฤษ)').waitFor();
    expect(await answers(page)).toEqual(BEFORE);
    expect(errorsOf(page)).toEqual([]);
  });

  it('converts what is wanted, leaves what was taken out, and takes it back', async () => {
    const page = await openDigits();
    const shown = await preview(page);
    await shown.getByRole('checkbox', { name: 'เปลี่ยนช่อง F6' }).uncheck();
    await button(shown, 'แปลง ๑ ช่อง').click();
    await page.getByText('แปลงเป็นเลขไทยแล้ว ๑ ช่อง (๑ แห่ง)').waitFor();
    expect(await answers(page)).toEqual([BEFORE[0], 'รวม ๓๐ คน', BEFORE[2]]);
    // The way back stays when the message is put away.
    await button(page, 'ปิด').click();
    await button(page, 'ย้อนกลับครั้งล่าสุด (๑ ช่อง)').click();
    await page.getByText('ย้อนกลับแล้ว ๑ ช่องเป็นเหมือนเดิม').waitFor();
    expect(await answers(page)).toEqual(BEFORE);
  });

  it('speaks no more of it when something else is looked at', async () => {
    const page = await openDigits();
    await button(await preview(page), 'แปลง ๒ ช่อง').click();
    await page.getByText(/แปลงเป็นเลขไทยแล้ว/).waitFor();
    await button(page, 'การตั้งค่า').click();
    await page.getByRole('heading', { name: 'การตั้งค่า' }).waitFor();
    expect(await page.getByText(/แปลงเป็นเลขไทยแล้ว/).count()).toBe(0);
  });

  it('takes a whole sheet out and in again, and offers nothing to do while all is out', async () => {
    const page = await openDigits();
    const shown = await preview(page);
    const whole = shown.getByRole('checkbox', { name: 'ทั้งแผ่นงาน' });
    await whole.uncheck();
    expect(await button(shown, 'แปลง ๐ ช่อง').isDisabled()).toBe(true);
    await whole.check();
    await shown.getByRole('checkbox', { name: 'เปลี่ยนช่อง F8' }).uncheck();
    expect(await whole.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    await button(shown, 'ยกเลิก').click();
    await shown.waitFor({ state: 'detached' });
    expect(await answers(page)).toEqual(BEFORE);
  });

  it('looks at the selected cells only, and says so where there is nothing to convert', async () => {
    const page = await openDigits();
    await inHost(page, (host, name) => host.select(name, ['F8']), first);
    await button(page, 'ดูก่อนแปลง').click();
    await page.getByText('จะเปลี่ยน ๑ ช่อง (๑ แห่ง)').waitFor();
    await page.getByRole('radio', { name: 'เลขอารบิก' }).check();
    await button(page, 'ดูก่อนแปลง').click();
    await page.getByText('ไม่มีตัวเลขที่ต้องแปลง').waitFor();
    expect(await page.getByRole('region', { name: /ก่อนแปลง/ }).count()).toBe(0);
  });

  it('warns of a font that draws other digits than there are, and leads to the cell', async () => {
    const page = await openDigits();
    await setTrap(page, BEFORE[1]!);
    const shown = await preview(page);
    const warning = shown.getByRole('group').filter({ hasText: 'แบบอักษร “TH SarabunIT๙”' });
    await warning.getByText(/ตัวเลข ๑ ช่องนี้จึงดูเหมือนแปลงแล้วทั้งที่ยังเป็นเลขอารบิก/).waitFor();
    await button(warning, 'F8').click();
    await untilSelected(page, first, 'F8');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });

  it('shows of a long list its beginning, and more of it with each wish', async () => {
    const keys = issuesOfAgency(programme, district.code).flatMap(({ measures }) => measures.map(({ key }) => key));
    const [convertible, ...kept] = keys;
    const text = 'รุ่น COVID-19';
    const results = Object.fromEntries(kept.map((key) => [key, { result: text }]));
    const blank = await codec.encode(districtPlan);
    const page = await openDigits(
      {},
      await answer(codec, blank, { ...results, [convertible!]: { result: 'รวม 30 คน' } }),
    );
    await setTrap(page, text);
    const shown = await preview(page);
    await button(shown, /^[๐-๙]+ ช่องมีเฉพาะตัวเลขที่ต้องคงเป็นเลขอารบิก/).click();
    const ofTrap = shown.getByRole('group').filter({ hasText: 'แบบอักษร' }).getByRole('listitem');
    const ofKept = shown.getByRole('listitem').filter({ hasText: 'คงไว้ “COVID-19”' });
    const more = button(shown, `แสดงเพิ่ม (เหลืออีก ${thaiDigits(String(kept.length - 40))})`);
    await more.nth(1).waitFor();
    for (const lines of [ofTrap, ofKept]) {
      expect(await lines.count()).toBe(40);
      await more.first().click();
      await lines.nth(kept.length - 1).waitFor();
      expect(await lines.count()).toBe(kept.length);
    }
    expect(await more.count()).toBe(0);
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(LOOKS)('is accessible at 320 px in %s', async (_, theme, look) => {
    const page = await openDigits({ theme });
    await page.emulateMedia(look);
    const shown = await preview(page);
    await button(shown, /ต้องคงเป็นเลขอารบิก/).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
  });

  it('speaks English where that is set', async () => {
    const page = await openDigits();
    await page.evaluate(() => localStorage.setItem('ita-settings', JSON.stringify({ language: 'en' })));
    await page.reload();
    await button(page, 'Convert digits').click();
    await page.getByRole('radio', { name: 'Whole workbook' }).check();
    await button(page, 'Preview').click();
    await page.getByText('2 cells will change (2 places). Nothing has changed yet.').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });
});
