import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { emptyConsolidation, finish } from '../../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-files.ts';
import { errorsOf, inHost, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { tabTo } from '../../support/keyboard.ts';
import { LOOKS } from '../../support/looks.ts';
import { created, district, districtPlan } from '../../support/plans-2565.ts';
import { beside } from '../../support/reflow.ts';
import { tightLines } from '../../support/tight-lines.ts';
import { programme, roster } from '../../support/report-2565.ts';

/** A programme that comes with another version. */
const later = { ...programme, id: 'bma-2570', year: 2570 };

let built: BuiltPane;
let file: Uint8Array;

beforeAll(async () => {
  [built, file] = await Promise.all([startBuiltPane(), createXlsxCodec().encode(districtPlan)]);
});
afterAll(() => built.close());

/** The pane beside an agency's workbook, once it knows what is open. */
async function openPane(theme: 'white' | 'black' = 'white'): Promise<Page> {
  const page = await built.open(file, { theme });
  await page.getByText(`สมุดงานของ${district.name}`).waitFor();
  return page;
}

const button = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('button', { name, exact: true });

describe('the pane beside an agency’s workbook', () => {
  it('says whose workbook is open, and what to do next', async () => {
    const page = await openPane();
    expect(await page.getByRole('main').getByRole('heading', { level: 2 }).textContent()).toBe('ตรวจสอบ');
    await button(page, 'ตรวจทั้งสมุดงาน').click();
    await page.getByText('ตรวจทั้งสมุดงานแล้ว').waitFor();
    await page.getByText(/สิ่งที่พบ: ยังไม่ได้กรอก [๐-๙]+ ข้อ/).waitFor();
    // It is said once.
    expect(await page.getByText('ยังไม่พร้อมส่ง').count()).toBe(1);
    expect(errorsOf(page)).toEqual([]);
  });

  it.each([
    ["an agency's workbook", planAgencyWorkbook(later, district, { created })],
    ['a report', planMaster(finish(emptyConsolidation(later, roster)), { created })],
  ])('says of %s of a year that it does not know that this is so', async (_what, workbook) => {
    const page = await built.open(await createXlsxCodec().encode(workbook));
    await page.locator('.open').getByText('เป็นแบบรายงานของปีงบประมาณ ๒๕๗๐ ซึ่งโปรแกรมรุ่นนี้ยังไม่มีชุดมาตรการ').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    const page = await openPane();
    await tabTo(page, 'แปลงตัวเลข');
    await page.keyboard.press('Enter');
    await button(page, 'ดูก่อนแปลง').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('แปลงตัวเลข');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  });

  it.each(LOOKS)('is accessible at 320 px in %s', async (_, theme, look) => {
    const page = await openPane(theme);
    await page.emulateMedia(look);
    await button(page, 'ตรวจทั้งสมุดงาน').click();
    await page.getByText(/ตรวจทั้งสมุดงานแล้ว/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
  });

  it('is set in Sarabun with room for tone marks, as its own files give it', async () => {
    const page = await openPane();
    const control = page.getByRole('main').getByRole('button').first();
    const family = await control.evaluate((element) => getComputedStyle(element).fontFamily);
    expect(family).toMatch(/^Sarabun,/);
    for (const section of ['แปลงตัวเลข', 'สร้างสมุดงาน', 'รวบรวมรายงาน', 'การตั้งค่า', 'ตรวจสอบ']) {
      await button(page, section).click();
      const closed = page.getByRole('main').getByRole('button', { expanded: false });
      while ((await closed.count()) > 0) await closed.first().click();
      expect(await tightLines(page)).toEqual([]);
    }
    const faces = await page.evaluate(async () => {
      const { size: loaded } = await document.fonts.ready;
      return [loaded, [...document.fonts].filter(({ status }) => status === 'error').length];
    });
    expect(faces).toEqual([4, 0]);
  });

  it('speaks English where that is set, and remembers it', async () => {
    const page = await openPane();
    await button(page, 'การตั้งค่า').click();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.reload();
    await button(page, 'Settings').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it('stays usable where a part of it does not arrive, and tries again', async () => {
    const page = await openPane();
    const parts = /[.][0-9a-f]{20}[.]js$/;
    await page.route(parts, (route) => route.abort());
    await button(page, 'การตั้งค่า').click();
    const alert = page.getByRole('alert');
    await alert.getByText('เปิดส่วนนี้ไม่ได้ เพราะการเชื่อมต่อขัดข้อง').waitFor();
    expect(await button(page, 'แปลงตัวเลข').isEnabled()).toBe(true);
    await page.unroute(parts);
    await alert.getByRole('button', { name: 'ลองใหม่' }).click();
    await page.getByRole('radio', { name: 'ไทย' }).waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('stays usable where a view fails while it is shown, and tries again', async () => {
    const page = await openPane();
    const [script = ''] = await scriptsWith('src/addin/pane/components/settings/SettingsView.tsx');
    await page.route(`**/${script}`, async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      const [, view = ''] = /SettingsView:\(\)=>(\w+)/.exec(body) ?? [];
      const begins = new RegExp(`function ${view}\\([^)]*\\){`);
      await route.fulfill({ response, body: body.replace(begins, '$&if(!globalThis.fixed)throw Error("a fault");') });
    });
    await button(page, 'การตั้งค่า').click();
    const alert = page.getByRole('alert');
    await alert.getByText(/a fault/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await alert.getByRole('button', { name: 'ลองใหม่' }).click();
    await alert.getByText(/a fault/).waitFor();
    // The other views and the work in the workbook go on.
    await button(page, 'แปลงตัวเลข').click();
    await button(page, 'ดูก่อนแปลง').click();
    await page.getByText('ไม่มีตัวเลขที่ต้องแปลง').waitFor();
    expect(await alert.count()).toBe(0);
    await button(page, 'การตั้งค่า').click();
    await alert.getByText(/a fault/).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { fixed: true }));
    await alert.getByRole('button', { name: 'ลองใหม่' }).click();
    await page.getByRole('radio', { name: 'ไทย' }).waitFor();
    expect(await alert.count()).toBe(0);
    expect(errorsOf(page)).toEqual([]);
  });

  it('follows the theme of Excel when it gets the focus', async () => {
    const page = await openPane();
    const background = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('.fui-FluentProvider')!).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await inHost(page, (host) => host.setTheme('black'), undefined);
    // office.js remembers a theme for five seconds.
    await page.clock.install();
    await page.clock.fastForward(5_100);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    expect(await background()).toBe('rgb(38, 38, 38)');
  });
});
