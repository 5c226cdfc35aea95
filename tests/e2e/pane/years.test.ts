import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { parseCellName } from '../../../src/domain/spreadsheet/address.ts';
import { accessibilityFindings } from '../../support/axe.ts';
import { beside } from '../../support/reflow.ts';
import { delivered, startStandalone, wrongsOf, type StandalonePages } from '../../support/standalone-pages.ts';

const codec = createXlsxCodec();
let pages: StandalonePages;

beforeAll(async () => {
  pages = await startStandalone();
});
afterAll(() => pages.close());

describe('the section of years on the page without Excel', () => {
  it('makes the workbook of a year, shows what was edited in it, takes it, and has it the next time', async () => {
    const page = await pages.open();
    await page.getByRole('button', { name: 'ชุดมาตรการของปี' }).click();
    const make = page.getByRole('button', { name: 'สร้างสมุดงานชุดมาตรการ' });
    const { name, bytes } = await delivered(page, () => make.click());
    expect(name).toBe('ชุดมาตรการ-bma-2565.xlsx');
    const edits = {
      'ปีงบประมาณ!C6': 'bma-2566',
      'ปีงบประมาณ!C7': '๒๕๖๖',
      'มาตรการ!E5': 'ข้อความใหม่',
      'หน่วยงาน!H7': '0 2424 0056',
    };
    const patches = Object.entries(edits).map(([at, text]) => {
      const [sheet = '', cell = ''] = at.split('!');
      return { sheet, text, ...parseCellName(cell)! };
    });
    const file = path.join(pages.folder, 'ปีใหม่.xlsx');
    await writeFile(file, await codec.patch(bytes, patches));
    await page.locator('input[aria-label="เลือกไฟล์ชุดมาตรการ"]').setInputFiles(file);
    await page.getByRole('heading', { name: 'เปลี่ยนแปลงจาก bma-2565 รุ่น 1 จำนวน ๔ แห่ง' }).waitFor();
    await page.getByText('จาก “(ว่าง)” เป็น “0 2424 0056”').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    await page.getByRole('button', { name: 'ใช้ชุดมาตรการนี้' }).click();
    await page.getByRole('button', { name: 'เลิกใช้ bma-2566' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'สร้างสมุดงาน', exact: true }).click();
    await page.getByText('ปีงบประมาณ ๒๕๖๖').first().waitFor();
    expect(wrongsOf(page)).toEqual([]);
  });

  it('shows what an older report for Word tells, and makes the workbook of it', async () => {
    const page = await pages.open();
    await page.getByRole('button', { name: 'ชุดมาตรการของปี' }).click();
    const report = 'tests/fixtures/reports/report-2565.docx';
    await page.locator('input[aria-label="เลือกรายงานใน Word"]').setInputFiles(report);
    await page.getByRole('heading', { name: 'รายงานปีงบประมาณ ๒๕๖๕ จากไฟล์ report-2565.docx' }).waitFor();
    await page.getByText('มาตรการที่พบ ๕๙ ข้อ').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await beside(page)).toBe(0);
    const make = page.getByRole('button', { name: 'สร้างสมุดงานของปี ๒๕๖๕ จากรายงานนี้' });
    const { name, bytes } = await delivered(page, () => make.click());
    expect(name).toBe('ชุดมาตรการ-bma-2565.xlsx');
    expect((await codec.decode(bytes)).properties.get('ITA.Kind')).toBe('programme');
    expect(wrongsOf(page)).toEqual([]);
  });
});
