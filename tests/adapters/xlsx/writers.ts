import { cellAt } from '../../support/cells.ts';
import { utils, write, type BookType, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { encodeWorkbook } from '../../../src/adapters/xlsx/write/encode.ts';
import type { WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { buildWorkbook, relationship } from '../../support/package-builder.ts';

/** Texts that readers have stumbled over. */
export const TEXTS = [
  'ดำเนินการแล้ว ณ วันที่ ๑๗ กุมภาพันธ์ ๒๕๖๕',
  ' ช่องว่างหน้าและหลัง ',
  '- ข้อ ๑\n- ข้อ ๒\n\n- ข้อ ๓',
  '=1+1',
  '#N/A',
  'TRUE',
  '00123',
  '1234567890123',
  '<b>R&D "\'</b>',
  'น้ำ นํ้า เเละ',
  '😀 𠮷',
  ']]>',
  'ก'.repeat(300),
];

/** A workbook by exceljs: rich text, formulas, dates, links, merged cells, hidden sheets. */
export async function byExcelJs(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date('2022-03-01T00:00:00Z');
  const sheet = workbook.addWorksheet('ประเด็น ๑');
  for (const [index, text] of TEXTS.entries()) sheet.getCell(index + 1, 1).value = text;
  sheet.getCell('B1').value = { richText: [{ text: 'หนา', font: { bold: true } }, { text: ' บาง' }] };
  sheet.getCell('B2').value = { formula: 'A1&"x"', result: 'ผล' };
  sheet.getCell('B3').value = { formula: 'SUM(C1:C3)', result: 6 };
  sheet.getCell('B4').value = { sharedFormula: 'B3', result: 7 };
  sheet.getCell('B5').value = new Date(Date.UTC(2022, 2, 1));
  sheet.getCell('B6').value = true;
  sheet.getCell('B7').value = { error: '#DIV/0!' };
  sheet.getCell('B8').value = 1234.5;
  sheet.getCell('B9').value = { text: 'ลิงก์', hyperlink: 'https://example.org/?a=1&b=2' };
  sheet.getCell('B10').value = { formula: 'A1', result: '' };
  sheet.getCell('D1').value = 'รวม';
  sheet.mergeCells('D1:E3');
  for (let row = 1; row <= 30; row++) {
    sheet.getCell(row, 6).border = { top: { style: 'thin' } };
    sheet.getCell(row, 6).numFmt = '@';
  }
  workbook.addWorksheet('ซ่อน', { state: 'hidden' }).getCell('A1').value = 1;
  workbook.addWorksheet('ซ่อนมาก', { state: 'veryHidden' }).getCell('C3').value = 'id';
  workbook.definedNames.add("'ประเด็น ๑'!$A$1", 'ITA_FIRST');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A workbook by SheetJS, with or without shared strings. */
export function bySheetJs(bookSST: boolean, date1904 = false): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ...TEXTS.map((text, index) => [text, index, index % 2 === 0, null]),
    [
      { t: 'n', v: 44_621, z: 'yyyy-mm-dd' },
      { t: 'e', v: 7 },
      { t: 'n', v: 2, f: '1+1' },
      { t: 's', v: 'ลิงก์', l: { Target: 'https://example.org' } },
    ],
  ]);
  sheet['!merges'] = [{ s: { r: 20, c: 0 }, e: { r: 22, c: 3 } }];
  const book: WorkBook = {
    SheetNames: ['ก', 'Sheet two'],
    Sheets: { ก: sheet, 'Sheet two': utils.sheet_add_aoa({}, [['x']], { origin: 'C5' }) },
    Workbook: {
      Sheets: [{ Hidden: 0 }, { Hidden: 2 }],
      Names: [
        { Name: 'ITA', Ref: "'Sheet two'!$C$5" },
        { Name: 'Own', Ref: 'ก!$A$1', Sheet: 0 },
      ],
      WBProps: { date1904 },
    },
    Custprops: { programme: 'bma-2565', agency: 'สำนักงานเขต' },
  };
  const options = { type: 'array', bookType: 'xlsx' as BookType, bookSST, compression: true } as const;
  return new Uint8Array(write(book, options) as ArrayBuffer);
}

/** A workbook by this project's own encoder. */
export async function byEncoder(): Promise<Uint8Array> {
  const print = { lastColumn: 2, header: {}, footer: {} };
  const rest = {
    state: 'visible',
    columns: [{ width: 20 }],
    merges: [],
    validations: [],
    conditionalFormats: [],
    print,
  } as const;
  const plan: WorkbookPlan = {
    title: 'รายงาน',
    author: 'สำนักงาน ก.ก.',
    created: '2022-03-01T00:00:00Z',
    properties: { programme: 'bma-2565', version: '1' },
    sheets: [
      {
        ...rest,
        name: 'ประเด็น ๑',
        rows: TEXTS.map((value, row) => ({
          cells: [
            { column: 0, style: 'answer', value },
            { column: 1, style: 'count', value: row },
            { column: 2, style: 'plain', value: row * 2, formula: `B${row + 1}*2` },
          ],
        })),
        merges: [{ top: 20, left: 0, bottom: 21, right: 2 }],
      },
      {
        ...rest,
        name: 'ซ่อน',
        state: 'hidden',
        rows: [{ cells: [{ column: 0, style: 'link', value: 'ไป', link: { sheet: 'ประเด็น ๑', ...cellAt('A1') } }] }],
      },
    ],
  };
  return encodeWorkbook(plan);
}

/** A workbook as Excel lays it out: attributes and elements that only Excel writes, shared and array formulas, a calculation chain. */
export function byHand(): Uint8Array {
  return buildWorkbook({
    properties: ' defaultThemeVersion="166925"',
    sheets: [
      {
        name: 'คำตอบ',
        before:
          '<sheetPr><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:F9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" width="9" style="2" customWidth="1"/></cols>',
        data:
          '<row r="1" spans="1:6" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="3"><v>44621</v></c></row>' +
          '<row r="2" spans="1:6" s="1" customFormat="1"><c r="A2" s="1"/><c r="B2"><f t="shared" ref="B2:B4" si="0">A2&amp;C2</f><v>3</v></c><c r="F2" t="e"><v>#N/A</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="0"/><v>5</v></c><c r="D3"><f t="array" ref="D3:D4">F1:F2</f><v>1</v></c></row>' +
          '<row r="4"><c r="B4" t="str"><f t="shared" si="0"/><v>ผล</v></c><c r="D4"><v>2</v></c></row>' +
          '<row r="6"/><row r="8" s="3"><c r="C8" t="b"><v>1</v></c></row>',
        after:
          '<sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="A8:B9"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
        relationships: relationship('hyperlink', 'rId1', 'https://example.org', 'External'),
      },
      {
        name: 'ว่าง',
        xml: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
      },
    ],
    strings:
      '<si><t>หัวข้อ</t></si><si><r><rPr><b/></rPr><t>หนา</t></r><r><t xml:space="preserve"> บาง</t></r><phoneticPr fontId="1"/></si>',
    styles: '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="2"/><xf numFmtId="14"/></cellXfs>',
    chain: '<c r="B2" i="1"/><c r="B3"/><c r="B4" l="1"/><c r="D3" a="1"/>',
    names: '<definedName name="_xlnm.Print_Titles" localSheetId="0">คำตอบ!$1:$1</definedName>',
    custom:
      '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="agency"><vt:lpwstr>A01</vt:lpwstr></property>',
    core: '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-03-01T00:00:00Z</dcterms:modified>',
  });
}

/** Every writer with a name. */
export const WRITERS: readonly (readonly [name: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ['exceljs', byExcelJs],
  ['SheetJS', () => bySheetJs(true)],
  ['SheetJS without shared strings', () => bySheetJs(false)],
  ['SheetJS with dates from 1904', () => bySheetJs(true, true)],
  ['the encoder', byEncoder],
  ['Excel, as made by hand', byHand],
];
