import { rm } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { agencyFileName } from '../../../src/domain/form/plan/agency-workbook.ts';
import { identityOfProperties } from '../../../src/domain/form/identity.ts';
import { changedParts } from '../../support/changed-parts.ts';
import { folderOfWorkbooks } from '../../support/chosen-files.ts';
import { district, districtPlan } from '../../support/plans-2565.ts';
import { programme, roster } from '../../support/report-2565.ts';
import {
  delivered,
  openFile,
  startStandalone,
  wrongsOf,
  type StandalonePages,
} from '../../support/standalone-pages.ts';
import { textsOf } from '../../support/texts-of.ts';

const codec = createXlsxCodec();
const [, first, second] = districtPlan.sheets.map(({ name }) => name) as [string, string, string];
const PROPERTIES = ['docProps/core.xml', 'docProps/custom.xml'];
const SHEETS = /^xl\/(?:worksheets\/sheet\d+|sharedStrings)\.xml$/;

let pages: StandalonePages;
beforeAll(async () => {
  pages = await startStandalone();
});
afterAll(() => pages.close());

const main = (page: Page): Locator => page.getByRole('main');
const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
const ways = (page: Page): Promise<string[]> => page.getByRole('navigation').getByRole('button').allTextContents();

async function textsIn(bytes: Uint8Array): Promise<readonly string[]> {
  return textsOf(await codec.decode(bytes));
}

describe('the pane without Excel', () => {
  it('begins with opening a workbook, and offers only what can be done without one', async () => {
    const page = await pages.open();
    expect(await button(page, 'เปิดสมุดงาน').count()).toBe(1);
    expect(await ways(page)).toEqual([
      'สร้างสมุดงาน',
      'รวบรวมรายงาน',
      'โฟลเดอร์ที่ใช้ร่วมกัน (SharePoint)',
      'ชุดมาตรการของปี',
      'การตั้งค่า',
    ]);
    await openFile(page, pages.file.path);
    await main(page).getByText('ยังไม่พร้อมส่ง').waitFor();
    expect(await ways(page)).toEqual([
      'กรอกคำตอบ',
      'แปลงตัวเลข',
      'สร้างสมุดงาน',
      'รวบรวมรายงาน',
      'โฟลเดอร์ที่ใช้ร่วมกัน (SharePoint)',
      'ชุดมาตรการของปี',
      'การตั้งค่า',
    ]);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('checks a file: what is missing, and what was found sheet by sheet', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    await main(page)
      .getByText(/สิ่งที่พบ: ยังไม่ได้กรอก [๐-๙]+ ข้อ/)
      .waitFor();
    const heading = button(main(page), new RegExp(first));
    expect(await heading.textContent()).toMatch(/ตอบแล้ว ๒ จาก ๗ ข้อ/);
    expect(await button(main(page), new RegExp(second)).textContent()).toMatch(/ตอบแล้ว ๑ จาก ๓ ข้อ/);
    await heading.click();
    await main(page).getByRole('heading', { name: 'ยังไม่ได้กรอก ๕ ข้อ' }).waitFor();
    expect(await main(page).locator('del').allTextContents()).toEqual(expect.arrayContaining(['เเ', '25']));
    expect(wrongsOf(page)).toEqual([]);
  });

  it('fixes after a look at it, takes it back, and saves a copy in which nothing else differs', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    const save = button(page, 'บันทึกสำเนาที่แก้ไขแล้ว');
    const fix = async (): Promise<void> => {
      await button(main(page), 'แก้ไขทั้งหมดที่แก้ได้ (๓ ช่อง)').click();
      await button(page, 'แก้ไข ๓ ช่อง').click();
      await page.getByText('แก้ไขให้แล้ว ๓ ช่อง').waitFor();
    };
    expect(await save.count()).toBe(0);
    await fix();
    await button(page, 'ย้อนกลับ').click();
    await page.getByText('ย้อนกลับแล้ว ๓ ช่องเป็นเหมือนเดิม').waitFor();
    const untouched = await delivered(page, () => save.click());
    expect(await textsIn(untouched.bytes)).toEqual(await textsIn(pages.file.bytes));
    await fix();
    const { name, bytes } = await delivered(page, () => save.click());
    expect(name).toBe(pages.file.name.replace('.xlsx', ' (แก้ไขแล้ว).xlsx'));
    expect(await textsIn(bytes)).toEqual(
      expect.arrayContaining(['แจ้งเวียนแล้ว ๒๕ คน', 'ดูที่ http://203.148.250.178/a', 'รวม ๓๐ คน']),
    );
    const changed = changedParts(pages.file.bytes, bytes);
    // The copy says when it was saved, and what it was made from.
    expect(changed.filter((part) => !SHEETS.test(part))).toEqual(PROPERTIES);
    expect(changed.length).toBeGreaterThan(1);
    expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(pages.file.bytes)));
    expect(wrongsOf(page)).toEqual([]);
  });

  it('saves the copy under the name of the original where that is asked for', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    await button(page, 'แปลงตัวเลข').click();
    await button(page, 'ดูก่อนแปลง').click();
    await button(page, /^แปลง.*ช่อง/).click();
    const { name, bytes } = await delivered(page, () => button(page, 'บันทึกสำเนาเป็นชื่อเดิม').click());
    expect(name).toBe(path.basename(pages.file.path));
    await page.getByText(`เป็นไฟล์ชื่อเดิม “${name}”`).waitFor();
    expect(await button(page, 'บันทึกสำเนาเป็นชื่อเดิม').count()).toBe(0);
    expect(await textsIn(bytes)).toContain('รวม ๓๐ คน');
    expect(wrongsOf(page)).toEqual([]);
  });

  it('changes digits and saves a copy, of which it says where it is', async () => {
    const page = await pages.open();
    await openFile(page, pages.file.path);
    await button(page, 'แปลงตัวเลข').click();
    await button(page, 'ดูก่อนแปลง').click();
    await button(page, /^แปลง.*ช่อง/).click();
    const { name, bytes } = await delivered(page, () => button(page, 'บันทึกสำเนาที่แก้ไขแล้ว').click());
    await page.getByText(`บันทึกสำเนาแล้ว เป็นไฟล์ “${name}” ในโฟลเดอร์ดาวน์โหลด`).waitFor();
    expect(await button(page, 'บันทึกสำเนาที่แก้ไขแล้ว').count()).toBe(0);
    expect(await textsIn(bytes)).toContain('รวม ๓๐ คน');
    expect(changedParts(pages.file.bytes, bytes).filter((part) => !SHEETS.test(part))).toEqual(PROPERTIES);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('makes one workbook as a file, and several in one file', async () => {
    const page = await pages.open();
    await button(page, 'สร้างสมุดงาน').click();
    await page.getByLabel(`5019 ${district.name}`).check();
    const one = await delivered(page, () => button(page, 'สร้างสมุดงาน ๑ หน่วยงาน').click());
    expect(one.name).toBe(agencyFileName(programme, district));
    const other = roster.agencies.find(({ code }) => code !== district.code)!;
    await page.getByLabel(`${other.code} ${other.name}`).check();
    const several = await delivered(page, () => button(page, 'สร้างสมุดงาน ๒ หน่วยงาน').click());
    expect(several.name).toBe('สมุดงาน-ITA-๒๕๖๕.zip');
    const inside = Object.entries(unzipSync(several.bytes));
    expect(inside.map(([name]) => name)).toEqual([other, district].map((agency) => agencyFileName(programme, agency)));
    const whose = await Promise.all(
      inside.map(async ([, bytes]) => identityOfProperties((await codec.decode(bytes)).properties).workbook?.agency),
    );
    expect(whose).toEqual([other.code, district.code]);
    expect(wrongsOf(page)).toEqual([]);
  });

  it('makes of a folder the report as a file, and tells of a file in it that cannot be read', async () => {
    const page = await pages.open();
    await button(page, 'รวบรวมรายงาน').click();
    const received = await folderOfWorkbooks(roster.agencies.slice(0, 3), { 'ส่งช้า/5050.xlsx': 'broken' });
    await page.getByLabel('เลือกทั้งโฟลเดอร์', { exact: true }).setInputFiles(received);
    await page.getByText('ได้รับคำตอบแล้ว ๓ จาก ๗๗ หน่วยงาน', { exact: true }).waitFor();
    await rm(received, { recursive: true, force: true });
    const { name, bytes } = await delivered(page, () => button(page, 'บันทึกเป็นรายงานรวม').click());
    await page.getByText(`จัดทำรายงานรวมแล้ว เป็นไฟล์ “${name}”`).waitFor();
    const { sheets } = await codec.decode(bytes);
    expect(sheets).toHaveLength(18);
    const problems = sheets.find((sheet) => sheet.name === 'ปัญหา')!.cells.map(({ text }) => text);
    expect(problems).toContainEqual(expect.stringContaining('5050.xlsx'));
    const texts = await textsIn(bytes);
    for (const { code } of roster.agencies.slice(0, 3)) expect(texts).toContain(`จัดอบรมของ ${code}`);
    expect(wrongsOf(page)).toEqual([]);
  });
});
