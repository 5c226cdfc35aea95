import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { read as readBySheetJs, type CellObject } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import ExcelJS from 'exceljs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { thaiDigits } from '../../src/domain/text/digits.ts';
import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { CellPatch, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { asBySheetJs, byReader, bySheetJs, plainBySheetJs, type Common } from '../adapters/xlsx/oracle.ts';
import { checkOoxml } from '../support/check-ooxml.ts';
import { openLibreOffice } from '../support/libreoffice.ts';

const office = openLibreOffice();
afterAll(() => office.close());
const codec = createXlsxCodec();

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** By openpyxl, which Debian has as python3-openpyxl. */
function byOpenpyxl(name: string, ...flags: readonly string[]): string {
  const file = path.join(office.folder, `${name}.xlsx`);
  const script = path.join(import.meta.dirname, '../fixtures/make-with-openpyxl.py');
  execFileSync('/usr/bin/python3', [script, file, ...flags]);
  rmSync(`${file}.png`);
  return file;
}

/** By exceljs, with what it can beyond the workbook of the fast tests. */
async function byExcelJs(): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('ประเด็น ๑');
  const it9 = { name: 'TH SarabunIT๙', bold: true, color: { argb: 'FFC00000' } };
  sheet.getCell('A3').value = { richText: [{ text: 'ปี 25' }, { text: '65', font: it9 }, { text: ' ครั้ง' }] };
  sheet.getCell('A1').value = 'ดำเนินการแล้ว ณ วันที่ 17';
  sheet.getCell('A5').value = 'ก';
  sheet.getCell('A5').note = { texts: [{ text: 'รอเอกสาร\n' }, { text: 'จากกองคลัง', font: { bold: true } }] };
  sheet.getCell('B1').value = 1234.5;
  sheet.addImage(book.addImage({ base64: PNG.toString('base64'), extension: 'png' }), 'F5:G8');
  sheet.addTable({
    name: 'T',
    ref: 'H1',
    headerRow: true,
    columns: [{ name: 'ลำดับ' }, { name: 'ผล 1' }],
    rows: [['ก', 'ข']],
  });
  return office.save('exceljs-all.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
}

/** The same workbook as Gnumeric saves it. */
function byGnumeric(file: string): string {
  const out = path.join(office.folder, `${path.parse(file).name}-gnumeric.xlsx`);
  execFileSync('ssconvert', [file, out], { stdio: 'pipe' });
  return out;
}

interface Writer {
  readonly name: string;
  readonly make: () => string | Promise<string>;
  /** Cell under the picture's upper left corner. */
  readonly corner?: { readonly top: number; readonly left: number };
}

/** Gnumeric puts a corner that lies on the border of cells at the very end of the cell before. */
const AT_BORDER = { top: 3, left: 4 };

const ALL_BUT_RUNS: readonly Writer[] = [
  { name: 'openpyxl', make: () => byOpenpyxl('openpyxl') },
  { name: 'openpyxl with dates from 1904', make: () => byOpenpyxl('openpyxl-1904', '1904') },
  { name: 'Gnumeric', make: () => byGnumeric(byOpenpyxl('to-gnumeric')), corner: AT_BORDER },
  { name: 'LibreOffice', make: () => office.convert(byOpenpyxl('to-libreoffice'), 'xlsx') },
];
const WITH_RUNS: readonly Writer[] = [
  { name: 'exceljs', make: byExcelJs },
  { name: 'Gnumeric, with rich text', make: async () => byGnumeric(await byExcelJs()) },
  { name: 'LibreOffice, with rich text', make: async () => office.convert(await byExcelJs(), 'xlsx') },
];

describe.each([...ALL_BUT_RUNS, ...WITH_RUNS])(
  'a workbook by $name',
  ({ name, make, corner = { top: 4, left: 5 } }) => {
    let bytes: Uint8Array;
    let content: WorkbookContent;
    beforeAll(async () => {
      bytes = readFileSync(await make());
      content = await codec.decode(bytes);
    });
    it('is read as SheetJS reads it', () => {
      const found = byReader(content, plainBySheetJs(bytes));
      expect(explained(asBySheetJs(found))).toEqual(bySheetJs(bytes));
    });

    it('has its comment, as SheetJS reads it too', () => {
      const theirs = (readBySheetJs(bytes).Sheets[content.sheets[0]!.name]!.A5 as CellObject).c!;
      const ours = content.sheets[0]!.comments!;
      expect(ours.map(({ row, column, text }) => [cellName({ row, column }), text])).toEqual([
        ['A5', 'รอเอกสาร\nจากกองคลัง'],
      ]);
      expect(ours.map(({ text }) => text)).toEqual(theirs.map(({ t }) => t.replaceAll('\r\n', '\n')));
    });

    it('has its picture, with the bytes of the image', async () => {
      const [object] = content.sheets[0]!.objects!;
      expect(object).toMatchObject({ kind: 'picture', area: corner, image: { type: 'image/png' } });
      const { picture } = object!.image!;
      const key = 'key' in picture ? picture.key : '';
      expect((await codec.pictures(bytes, new Set([key]))).get(key)).toMatchObject({ format: 'png' });
    });

    it('keeps its looks where digits change, and no other part does', async () => {
      const sheet = content.sheets[0]!.name;
      const patches = content.sheets[0]!.cells.filter(
        ({ kind, formula, text }) => kind === 'text' && formula === undefined && thaiDigits(text) !== text,
      ).map(({ row, column, text }): CellPatch => ({ sheet, row, column, text: thaiDigits(text), keepRuns: true }));
      const format: CellPatch = { sheet, row: 0, column: 1, format: '[$-D00041E]#,##0.00' };
      const after = await codec.patch(bytes, [...patches, format]);
      expect(patches.length).toBeGreaterThan(1);
      const expected = content.sheets[0]!.cells.map((one) => ({
        ...one,
        ...(one.kind === 'text' && one.formula === undefined ? { text: thaiDigits(one.text) } : {}),
        ...(one.row === 0 && one.column === 1 ? { text: '๑,๒๓๔.๕๐', format: '[$-D00041E]#,##0.00' } : {}),
      }));
      const found = await codec.decode(after);
      expect({ ...found, sheets: [] }).toEqual({ ...content, sheets: [] });
      expect(found.sheets).toEqual([{ ...content.sheets[0]!, cells: expected }, ...content.sheets.slice(1)]);
      const [one, other] = [unzipSync(bytes), unzipSync(after)];
      const changed = Object.keys(one).filter((part) => !Buffer.from(one[part]!).equals(Buffer.from(other[part]!)));
      expect(Object.keys(other)).toEqual(Object.keys(one));
      expect(changed.every((part) => /^xl\/(worksheets\/sheet1|styles|tables\/table1)\.xml$/.test(part))).toBe(true);
      expect(complaints(`${name}-after`, after)).toEqual(complaints(`${name}-before`, bytes));
    });
  },
);

describe('the runs of rich text', () => {
  it.each(WITH_RUNS)('by $name are read', async ({ name, make }) => {
    const { sheets } = await codec.decode(readFileSync(await make()));
    const rich = sheets[0]!.cells.find(({ text }) => text === 'ปี 2565 ครั้ง');
    // Gnumeric does not write the fonts of runs.
    const font = name.startsWith('Gnumeric') ? undefined : 'TH SarabunIT๙';
    const [first, second, third] = rich!.runs!;
    expect([first!.start, second!.start, third!.start]).toEqual([0, 5, 7]);
    expect([first!.bold, third!.bold]).toEqual([undefined, undefined]);
    expect({ font: undefined, ...second }).toEqual({ start: 5, bold: true, color: 'C00000', font });
  });
});

/** What a workbook's schema check says, without the names of files: some of these writers break the schemas themselves. */
function complaints(name: string, bytes: Uint8Array): readonly string[] {
  const file = office.save(`${name}.xlsx`, bytes);
  return checkOoxml(file).map((line) => line.replaceAll(file, ''));
}

/** SheetJS gives the formula of an array only to its first cell, C1. */
function explained(common: Common): Common {
  const withoutArray = (cell: string): string => cell.replace(/^(C2\|[^|]*\|[^|]*\|)=B1:B2\*2/, '$1');
  return { ...common, sheets: common.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(withoutArray) })) };
}
