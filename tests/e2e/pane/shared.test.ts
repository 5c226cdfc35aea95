import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { answer } from '../../support/answer.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { errorsOf, startBuiltPane } from '../../support/built-pane.ts';
import { LOOKS } from '../../support/looks.ts';
import { district, districtPlan } from '../../support/plans-2565.ts';
import { beside, cutTexts } from '../../support/reflow.ts';
import { fileInShared, openSharedFolder, SHARED_SECTION } from '../../support/shared-in-page.ts';
import { startStandalone, wrongsOf, type StandalonePages } from '../../support/standalone-pages.ts';

const codec = createXlsxCodec();
const FOLDER = 'ITA 2565';

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

let pages: StandalonePages;
beforeAll(async () => {
  pages = await startStandalone();
});
afterAll(() => pages.close());

/** The page with the folder that a person picked. */
async function opened(look?: Parameters<StandalonePages['open']>[0]): Promise<Page> {
  const page = await pages.open(look);
  await openSharedFolder(page, FOLDER);
  return page;
}

/** The row of the agency in the table of how far they are. */
const rowOf = (page: Page): Locator =>
  page.getByRole('group', { name: 'ความคืบหน้า' }).getByRole('row', { name: `${district.code} ${district.name}` });

describe('a folder that is kept in step, on the page without Excel', () => {
  it('is given out into, followed up, answered and collected, and found again', async () => {
    const page = await opened();
    await button(page, 'ดูก่อนว่าจะแจกอะไร').click();
    await page.getByText('จะสร้างสมุดงาน ๗๗ จาก ๗๗ หน่วยงาน').waitFor();
    expect(await page.getByRole('row').count()).toBe(78);
    expect(await cutTexts(page)).toEqual([]);
    await button(page, 'แจก ๗๗ หน่วยงาน').click();
    await page.getByText(`แจกสมุดงานแล้ว ๗๗ จาก ๗๗ หน่วยงาน ในโฟลเดอร์ “${FOLDER}”`).waitFor();

    const blank = await fileInShared(page, FOLDER, district);
    const status = 'ดำเนินการแล้ว';
    const filled = await answer(codec, blank, { '1.1.1': { status, result: 'แจ้งเวียนแล้ว ๒๕ คน' } });
    await fileInShared(page, FOLDER, district, filled);
    await button(page, 'อ่านความคืบหน้า').click();
    await page.getByText('อ่านความคืบหน้าแล้ว').waitFor();
    expect(await rowOf(page).textContent()).toContain('กำลังกรอก');
    await page.getByLabel('วันครบกำหนด').fill('2099-04-30');
    expect(await page.getByText('เกินกำหนด ๗๗ หน่วยงาน').count()).toBe(0);
    await page.getByLabel('วันครบกำหนด').fill('2022-04-29');
    expect(await page.getByText('เกินกำหนด ๗๗ หน่วยงาน').count()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);

    await button(page, `${district.code} ${district.name}`).click();
    await page.getByLabel('ข้อความถึงหน่วยงาน (ถ้ามี)').fill('โปรดแนบหลักฐาน');
    expect(await accessibilityFindings(page)).toEqual([]);
    await button(page, 'ส่งคืนให้แก้ไข').click();
    const message = page.getByLabel(`ข้อความสำหรับแจ้ง${district.name}`);
    await message.waitFor();
    expect(await message.inputValue()).toContain(`ข้อสังเกต-${district.code}-ครั้งที่-๑.xlsx`);
    await rowOf(page).getByText('ส่งคืนให้แก้ไข').waitFor();

    await button(page, 'รวบรวมจากโฟลเดอร์นี้').click();
    await page.getByRole('heading', { name: 'รวบรวมรายงาน' }).waitFor();
    await page.getByText('อ่านแล้ว ๗๗ ไฟล์').waitFor();

    // The next day.
    await page.reload();
    await button(page, SHARED_SECTION).click();
    await button(page, `เปิดโฟลเดอร์ “${FOLDER}”`).click();
    await button(page, 'ดูก่อนว่าจะแจกอะไร').click();
    await page.getByText('ไม่มีสิ่งที่ต้องแจก').waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it.each(LOOKS)('is accessible and as wide as the pane in %s', async (_, _theme, look) => {
    const page = await opened();
    await page.emulateMedia(look);
    await button(page, 'ดูก่อนว่าจะแจกอะไร').click();
    await page.getByRole('table').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
  });
});

it('is told by the pane of an installation without SharePoint who has to do what', async () => {
  const built = await startBuiltPane();
  try {
    const page = await built.open(await codec.encode(districtPlan));
    await button(page, SHARED_SECTION).click();
    await page.getByText('เจ้าหน้าที่ไอทีต้องลงทะเบียนแอป').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    expect(errorsOf(page)).toEqual([]);
  } finally {
    await built.close();
  }
});
