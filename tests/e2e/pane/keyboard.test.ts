import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { answer } from '../../support/answer.ts';
import { contentIn, errorsOf, startBuiltPane, type BuiltPane } from '../../support/built-pane.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { tabTo, untilFocused } from '../../support/keyboard.ts';
import { district, districtPlan, emptyMaster } from '../../support/plans-2565.ts';
import { roster } from '../../support/report-2565.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();
const [received] = roster.agencies;

let built: BuiltPane;
let agencyFile: Uint8Array;
let master: Uint8Array;
let folder: string;
beforeAll(async () => {
  const blank = await codec.encode(districtPlan);
  [built, agencyFile, master, folder] = await Promise.all([
    startBuiltPane(),
    answer(codec, blank, { '1.1.1': { result: 'จัดอบรม 25 คน' } }),
    codec.encode(emptyMaster),
    folderOfWorkbooks([received!]),
  ]);
});
afterAll(async () => {
  await built.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPane(file: Uint8Array, open: string): Promise<Page> {
  const page = await built.open(file);
  page.setDefaultTimeout(10_000);
  await page.getByText(open).waitFor();
  return page;
}

async function textsIn(page: Page): Promise<readonly string[]> {
  return textsOf(await contentIn(page));
}

const OFFICE = 'สมุดงานของผู้รวบรวมรายงาน';
const AGENCY = `สมุดงานของ${district.name}`;

// Looking at repairs and making them is in agency.test.ts.
describe('with no mouse', () => {
  it('an agency checks its workbook', async () => {
    const page = await openPane(agencyFile, AGENCY);
    await tabTo(page, 'ตรวจทั้งสมุดงาน');
    await page.keyboard.press('Enter');
    await page.getByText('ตรวจทั้งสมุดงานแล้ว').waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it('digits are converted in the whole workbook, and back', async () => {
    const page = await openPane(agencyFile, AGENCY);
    await tabTo(page, 'แปลงตัวเลข');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'ช่องที่เลือก' }).waitFor();
    await tabTo(page, 'ช่องที่เลือก');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'ดูก่อนแปลง');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'ก่อนแปลงเป็นเลขไทย' }).waitFor();
    await tabTo(page, 'แปลง ๑ ช่อง');
    await page.keyboard.press('Enter');
    await page.getByText('แปลงเป็นเลขไทยแล้ว ๑ ช่อง (๑ แห่ง)').waitFor();
    // The button that was pressed is gone.
    await untilFocused(page, 'แปลงตัวเลข');
    expect(await textsIn(page)).toContain('จัดอบรม ๒๕ คน');
    await tabTo(page, 'ย้อนกลับ');
    await page.keyboard.press('Enter');
    await page.getByText('ย้อนกลับแล้ว ๑ ช่องเป็นเหมือนเดิม').waitFor();
    expect(await textsIn(page)).toContain('จัดอบรม 25 คน');
    expect(errorsOf(page)).toEqual([]);
  });

  it('an agency’s workbook is made', async () => {
    const page = await openPane(master, OFFICE);
    await tabTo(page, 'สร้างสมุดงาน');
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await tabTo(page, 'ค้นหาหน่วยงานด้วยชื่อหรือรหัส');
    await page.keyboard.type('บางกอกน้อย');
    await tabTo(page, /^เลือกทุกหน่วยงานที่แสดง/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await tabTo(page, 'สร้างสมุดงาน ๑ หน่วยงาน');
    await page.keyboard.press('Enter');
    await page.getByText(`สร้างสมุดงานของ${district.name} และเปิดในหน้าต่างใหม่แล้ว`).waitFor();
    expect(errorsOf(page)).toEqual([]);
  });

  it('files are taken in, looked at, and put into the open report', async () => {
    const page = await openPane(master, OFFICE);
    const [file = ''] = await readdir(folder);
    // From now on, for the browser takes a moment to hand its dialog over.
    page.once('filechooser', (dialog) => void dialog.setFiles(path.join(folder, file)));
    await page.getByRole('button', { name: 'เลือกไฟล์ของหน่วยงาน' }).waitFor();
    await tabTo(page, 'เลือกไฟล์ของหน่วยงาน');
    await page.keyboard.press('Enter');
    await page.getByText(/^ได้รับคำตอบแล้ว ๑ จาก ๗๗ หน่วยงาน$/).waitFor();
    await tabTo(page, 'ความครบถ้วนรายประเด็น');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'ความครบถ้วนรายประเด็น' }).getByRole('table').waitFor();
    await tabTo(page, 'วางแทนที่ในสมุดงานนี้ …');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await tabTo(page, 'วางแทนที่ในสมุดงานนี้');
    await page.keyboard.press('Enter');
    await page.getByText('วางรายงานรวมในสมุดงานนี้แล้ว ๑๗ แผ่น').waitFor();
    // What was read stays in view, and the way on from where the person was.
    await untilFocused(page, 'วางแทนที่ในสมุดงานนี้ …');
    expect(await textsIn(page)).toContain(`จัดอบรมของ ${received!.code}`);
    expect(errorsOf(page)).toEqual([]);
  });
});
