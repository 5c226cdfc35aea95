import type { Download, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { errorsOf, inHost, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { districtPlan } from '../../support/plans-2565.ts';
import { roster } from '../../support/report-2565.ts';

let built: BuiltPane;
let file: Uint8Array;

beforeAll(async () => {
  built = await startBuiltPane();
  file = await createXlsxCodec().encode(districtPlan);
});
afterAll(() => built.close());

/** The view that makes workbooks, with so many agencies chosen, and what was downloaded. */
async function chooseAgencies(
  count: number,
): Promise<{ readonly page: Page; readonly downloads: readonly Download[] }> {
  const page = await built.open(file, { platform: 'mac' });
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'สร้างสมุดงาน' }).click();
  for (const { code, name } of roster.agencies.slice(0, count)) await page.getByLabel(`${code} ${name}`).check();
  return { page, downloads };
}

describe('making workbooks in Excel for Mac, which ignores downloads', () => {
  it('opens the one of an agency as a new workbook and says where its window is', async () => {
    const { page, downloads } = await chooseAgencies(1);
    await page.getByRole('button', { name: 'สร้างสมุดงาน ๑ หน่วยงาน' }).click();
    await page.getByText(/เปิดในหน้าต่างใหม่ซึ่งอยู่ด้านหลังหน้าต่างนี้แล้ว/).waitFor();
    expect(await inHost(page, (host) => host.opened().length, undefined)).toBe(1);
    expect(downloads).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });

  it('offers the page without Excel in a browser for several, and makes no file that would be lost', async () => {
    const { page, downloads } = await chooseAgencies(2);
    await page.getByText(/Excel สำหรับ Mac รับสมุดงานจากแผงงานได้ครั้งละ ๑ ไฟล์/).waitFor();
    const browser = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'เปิดแผงงานในเบราว์เซอร์' }).click();
    expect((await browser).url()).toBe(`${built.base}standalone.html`);
    await page.getByRole('button', { name: 'สร้างสมุดงาน ๒ หน่วยงาน' }).click();
    await page.getByText(/Excel สำหรับ Mac รับไฟล์จากแผงงานไม่ได้/).waitFor();
    expect(downloads).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });
});
