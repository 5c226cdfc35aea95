import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { builtInProgramme } from '../../../src/domain/programme/catalogue.ts';
import { planYearWorkbook, yearFileName } from '../../../src/domain/year-workbook/plan/year-workbook.ts';
import { checkOoxml } from '../../support/check-ooxml.ts';

const DATA = builtInProgramme()!;
const PLAN = planYearWorkbook(DATA, {
  created: '2022-01-01T00:00:00Z',
  ruleTitles: new Map([['link-private', 'ลิงก์']]),
});

describe('the workbook of a year', () => {
  it('has a sheet for each kind of data, and says in its properties what it is', () => {
    expect(PLAN.sheets.map(({ name }) => name)).toEqual([
      'ปีงบประมาณ',
      'ประเด็น',
      'มาตรการ',
      'หน่วยงาน',
      'กลุ่มหน่วยงาน',
      'กฎการตรวจ',
    ]);
    expect(PLAN.properties).toMatchObject({ 'ITA.Kind': 'programme', 'ITA.Programme': 'bma-2565', 'ITA.Version': '1' });
    expect(yearFileName(DATA)).toBe('ชุดมาตรการ-bma-2565.xlsx');
  });

  it('shows what a person would write: dates in Thai, numbers in Thai digits, a line for each alias', () => {
    const texts = PLAN.sheets.flatMap(({ rows }) => [...rows].flatMap(({ cells }) => cells.map(({ value }) => value)));
    expect(texts).toEqual(expect.arrayContaining(['๒๙ เมษายน ๒๕๖๕', '๒๕๖๕', '0103', 'ลิงก์', 'ใช้หรือไม่']));
    expect(texts).toContain('สำนักงานเลขาธิการปลัดกรุงเทพมหานคร\nสำนักงานเลขาธิการสำนักปลัดกรุงเทพมหานคร');
    expect(texts).toContain('ข้อความ: ชำราชการ → ข้าราชการ\nข้อความ: เผื่อระวัง → เฝ้าระวัง\nข้อความ: ใส่สะอาด → ใสสะอาด');
  });

  it('is a file that follows the schemas of Office Open XML, the same each time', async () => {
    const codec = createXlsxCodec();
    const bytes = await codec.encode(PLAN);
    expect(await codec.encode(PLAN)).toEqual(bytes);
    const folder = mkdtempSync(path.join(tmpdir(), 'ita-year-'));
    const file = path.join(folder, 'year.xlsx');
    writeFileSync(file, bytes);
    expect(checkOoxml(file)).toEqual(['1 files checked, 0 with problems']);
    rmSync(folder, { recursive: true });
  });
});
