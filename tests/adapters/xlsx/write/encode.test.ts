import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import {
  BORDERS,
  DIFFERENCES,
  STANDARD_FONT,
  STYLES,
  type CellStyle,
  type StyleName,
} from '../../../../src/domain/spreadsheet/styles.ts';
import type { SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { EVERYTHING, partsOf, rowPlan, sheetPlan, workbookPlan } from './encode-plans.ts';

const encoded = encodeWorkbook(EVERYTHING);
const part = async (path: string): Promise<string> => partsOf(await encoded)[path] ?? '';
const cover = (): Promise<string> => part('xl/worksheets/sheet1.xml');
const issue = (): Promise<string> => part('xl/worksheets/sheet2.xml');

describe('what SheetJS reads back', () => {
  const workbook = encoded.then((bytes) => read(bytes, { cellFormula: true, cellNF: true, cellStyles: true }));

  it('has the sheets with their states', async () => {
    const { SheetNames, Workbook } = await workbook;
    expect(SheetNames).toEqual(["ปก 'ก' & ข", '๑', 'ข้อมูล', 'ซ่อน']);
    expect(Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0, 1]);
  });

  it('has texts, numbers and formulas with their cached values', async () => {
    const { Sheets } = await workbook;
    const sheet = Sheets["ปก 'ก' & ข"]!;
    expect(sheet.B2).toMatchObject({ t: 's', v: 'รายงานผล <ITA> & แผน' });
    expect(sheet.C3).toMatchObject({ t: 's', v: '๓', f: 'COUNTA(\'๑\'!$A$3:$A$5)&""' });
    expect(sheet.C4).toMatchObject({ t: 'n', v: 0.75, f: '3/4' });
    expect(Sheets['ข้อมูล']!.A2).toMatchObject({ t: 's', v: '0019' });
    expect(Sheets['ข้อมูล']!.B2).toMatchObject({ t: 'n', v: -12.5 });
    expect(Sheets['๑']!.B3).toMatchObject({ t: 's', v: '- จัดทำแผน\nบรรทัดที่สอง' });
  });

  it('has links, merges, widths and hidden rows and columns', async () => {
    const sheet = (await workbook).Sheets["ปก 'ก' & ข"]!;
    expect((sheet.B3 as { l?: { Target?: string } }).l?.Target).toBe("#'๑'!B3");
    expect(sheet['!merges']).toEqual([{ s: { r: 1, c: 1 }, e: { r: 1, c: 2 } }]);
    expect(sheet['!cols']?.map((column) => [column.width, column.hidden === true])).toEqual([
      [10, true],
      [58, false],
      [22, false],
    ]);
    expect(sheet['!rows']?.[0]).toMatchObject({ hidden: true });
    expect(sheet['!rows']?.[1]).toMatchObject({ hpt: 34 });
  });

  it('has names of the filter and the print with the sheet quoted, scoped to their sheets', async () => {
    expect((await workbook).Workbook?.Names).toEqual([
      { Name: '_xlnm.Print_Area', Sheet: 0, Ref: "'ปก ''ก'' & ข'!$A$1:$C$4" },
      { Name: '_xlnm._FilterDatabase', Sheet: 1, Hidden: true, Ref: "'๑'!$A$2:$C$3" },
      { Name: '_xlnm.Print_Area', Sheet: 1, Ref: "'๑'!$A$1:$B$3" },
      { Name: '_xlnm.Print_Titles', Sheet: 1, Ref: "'๑'!$1:$2" },
      { Name: '_xlnm.Print_Area', Sheet: 2, Ref: "'ข้อมูล'!$A$1:$B$2" },
    ]);
  });

  it('has the properties and the time of the plan', async () => {
    const { Props, Custprops } = await workbook;
    const created = new Date(EVERYTHING.created);
    expect(Props).toMatchObject({ Title: 'รายงาน & แผน', Author: 'กรุงเทพมหานคร', LastAuthor: 'กรุงเทพมหานคร' });
    expect([Props?.CreatedDate, Props?.ModifiedDate].map((date) => new Date(date!))).toEqual([created, created]);
    expect(Custprops).toMatchObject({ 'ITA.Kind': 'agency' });
    // SheetJS takes the part for Latin 1, so the Thai property is looked up in the XML.
    expect(await part('docProps/custom.xml')).toContain(
      'pid="3" name="ITA.หน่วยงาน"><vt:lpwstr>สำนัก &quot;ก&quot; &amp; &lt;ข&gt;</vt:lpwstr>',
    );
  });
});

describe('what exceljs reads back', () => {
  const workbook = encoded.then(async (bytes) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    return book;
  });

  it('has the same values', async () => {
    const sheet = (await workbook).getWorksheet("ปก 'ก' & ข")!;
    expect(sheet.getCell('B2').value).toBe('รายงานผล <ITA> & แผน');
    expect(sheet.getCell('C4').value).toEqual({ formula: '3/4', result: 0.75 });
    expect((await workbook).getWorksheet('๑')!.getCell('B3').value).toBe('- จัดทำแผน\nบรรทัดที่สอง');
  });

  it('has the view, the page and the header', async () => {
    const sheet = (await workbook).getWorksheet('๑')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2, topLeftCell: 'B3' });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: 'A1:B3',
      printTitlesRow: '1:2',
    });
    const { headerFooter } = (await workbook).worksheets[0]!;
    expect(headerFooter).toMatchObject({ oddHeader: '&Cกลาง', oddFooter: '&LA && B&Rหน้า &P จาก &N' });
  });

  it('has a cover on one page where the plan says so', async () => {
    const { print, ...plan } = sheetPlan({ name: 'ปก' });
    const covered = new ExcelJS.Workbook();
    const bytes = await encodeWorkbook(workbookPlan([{ ...plan, print: { ...print, onePage: true } }]));
    await covered.xlsx.load(new Uint8Array(bytes).buffer);
    expect(covered.worksheets[0]!.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
  });

  it('has the list and the hint', async () => {
    const sheet = (await workbook).getWorksheet('๑')!;
    expect(sheet.getCell('A3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['$C$1:$C$2'],
      showErrorMessage: true,
      promptTitle: 'สถานะ',
      prompt: 'เลือก "๑ รายการ"\nจากรายการ',
      error: 'โปรดเลือกจากรายการ',
    });
    expect(sheet.getCell('B3').dataValidation).toMatchObject({ promptTitle: 'ผล', prompt: 'พิมพ์ ๑ ย่อหน้าต่อ ๑ แถว' });
  });

  it('has the filter, with a button in one column', async () => {
    expect((await workbook).getWorksheet('๑')!.autoFilter).toBe('A2:C3');
    expect(await issue()).toContain(
      '<autoFilter ref="A2:C3"><filterColumn colId="1" hiddenButton="1"/><filterColumn colId="2" hiddenButton="1"/></autoFilter>',
    );
  });

  it('has the table', async () => {
    const table = (await workbook).getWorksheet('ข้อมูล')!.getTable('Entries') as unknown as {
      table: { autoFilterRef: string; tableRef: string };
    };
    expect(table.table).toMatchObject({ tableRef: 'A1:B2', autoFilterRef: 'A1:B2' });
  });

  const styles = Object.entries(STYLES).filter(([name]) => name !== 'plain') as [StyleName, CellStyle][];
  it.each(styles)('has the style %s', async (name, style) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(
      (await encodeWorkbook(rowPlan([{ column: 0, style: name, value: 'ก' }]))).buffer as ArrayBuffer,
    );
    const cell: Partial<ExcelJS.Style> = book.worksheets[0]!.getCell('A1').style;
    expect(cell.font).toMatchObject({ name: STANDARD_FONT.name, size: style.size ?? STANDARD_FONT.size, charset: 222 });
    expect([cell.font?.bold === true, cell.font?.italic === true, cell.font?.underline === true]).toEqual([
      style.bold === true,
      style.italic === true,
      style.underline === true,
    ]);
    expect(cell.font?.color?.argb).toBe(style.color && `FF${style.color}`);
    expect((cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb).toBe(style.fill && `FF${style.fill}`);
    const { border = {} } = cell;
    expect(
      Object.fromEntries(Object.entries(border).map(([side, line]) => [side, (line as ExcelJS.Border).style])),
    ).toEqual(style.border === undefined ? {} : BORDERS[style.border]);
    expect(cell.alignment?.indent).toBe(style.indent);
    expect(cell.alignment?.wrapText === true).toBe(style.wrap === true);
    expect([cell.alignment?.horizontal, cell.alignment?.vertical]).toEqual([
      style.horizontal,
      style.vertical === 'center' ? 'middle' : style.vertical,
    ]);
    expect(cell.protection?.locked ?? true).toBe(style.locked ?? true);
    expect(cell.numFmt ?? 'General').toBe(style.format ?? 'General');
  });
});

describe('what the parts say', () => {
  it('makes the standard font the workbook’s own: its first font is that of the Normal style', async () => {
    const styles = await part('xl/styles.xml');
    expect(/<fonts[^>]*><font>.*?<\/font>/.exec(styles)?.[0]).toContain('<sz val="16"/>');
    expect(/<fonts[^>]*><font>.*?<\/font>/.exec(styles)?.[0]).toContain('<name val="TH SarabunPSK"/>');
    expect(styles).toContain('<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>');
  });

  it('gives a plain cell the Normal style', async () => {
    const bytes = await encodeWorkbook(rowPlan([{ column: 0, style: 'plain', value: 1 }]));
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('<c r="A1" s="0"><v>1</v></c>');
  });

  it('sets by hand only the heights of the plan, and tells old programs what the other rows are likely to need', async () => {
    const rows = (await cover()).match(/<row [^>]*>/g);
    expect(rows).toEqual([
      '<row r="1" hidden="1">',
      '<row r="2" ht="34" customHeight="1">',
      '<row r="3" ht="28">',
      '<row r="4" ht="28">',
    ]);
  });

  it.each([
    [
      'as high as its longest wrapped text',
      [
        ['labelCenter', 'ก'.repeat(100)],
        ['labelCenter', 'ก'],
      ],
      194,
    ],
    ['as its line feeds ask', [['answer', 'ก\nข\nค']], 84],
    ['one line high for a text that does not wrap', [['data', 'ก'.repeat(100)]], 28],
    ['higher for larger letters', [['title', 'ก']], 35],
    ['409 points high at most', [['label', 'ก'.repeat(10_000)]], 409],
  ] as const)('a row without a height is likely to be %s', async (_, cells, height) => {
    const row = { cells: cells.map(([style, value], column) => ({ column, style, value })) };
    const columns = cells.map(() => ({ width: 20 }));
    const bytes = await encodeWorkbook(workbookPlan([sheetPlan({ columns, rows: [row] })]));
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain(`<row r="1" ht="${height}">`);
  });

  it('takes the indent of a text from the width of its column', async () => {
    const lines = async (style: StyleName): Promise<number> => {
      const row = { cells: [{ column: 0, style, value: 'ก'.repeat(100) }] };
      const bytes = await encodeWorkbook(workbookPlan([sheetPlan({ columns: [{ width: 20 }], rows: [row] })]));
      return Number(/<row r="1" ht="(\d+)"/.exec(partsOf(bytes)['xl/worksheets/sheet1.xml']!)?.[1]);
    };
    expect(await lines('fieldLabel')).toBeGreaterThan(await lines('labelCenter'));
  });

  it('knows no likely height for blank cells, and for texts in merged or hidden ones', async () => {
    const plan = sheetPlan({
      columns: [{ width: 20 }, { width: 20, hidden: true }],
      rows: [
        {
          cells: [
            { column: 0, style: 'label' },
            { column: 1, style: 'label', value: 'ก' },
          ],
        },
        { cells: [{ column: 0, style: 'label', value: 'ก' }] },
      ],
      merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
    });
    const parts = partsOf(await encodeWorkbook(workbookPlan([plan])));
    expect(parts['xl/worksheets/sheet1.xml']?.match(/<row [^>]*>/g)).toEqual(['<row r="1">', '<row r="2">']);
  });

  it('puts cells in the order of their columns, and no text into a blank one', async () => {
    expect(/<row r="4"[^>]*>(.*?)<\/row>/.exec(await cover())?.[1]).toMatch(/^<c r="B4" s="\d+"\/><c r="C4" .*<\/c>$/);
  });

  it('protects without a password, with the freedoms of the plan', async () => {
    expect(await cover()).toContain('<sheetProtection sheet="1" formatCells="0" formatRows="0"/>');
    expect(await part('xl/worksheets/sheet3.xml')).not.toContain('sheetProtection');
  });

  it('marks the first visible sheet as the one in front', async () => {
    const bytes = await encodeWorkbook(
      workbookPlan([sheetPlan({ name: 'a', state: 'hidden' }), sheetPlan({ name: 'b' })]),
    );
    const parts = partsOf(bytes);
    expect(parts['xl/workbook.xml']).toContain('activeTab="1"');
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
    expect(parts['xl/worksheets/sheet2.xml']).toContain('tabSelected="1"');
  });

  it.each<[string, Partial<SheetPlan>, string]>([
    ['nothing where the plan does not say', {}, ''],
    [
      'the first cell that scrolls',
      { freeze: { rows: 2, columns: 1 } },
      'pane="bottomRight" activeCell="B3" sqref="B3"',
    ],
    ['the cell of the plan', { selected: { row: 3, column: 2 } }, 'activeCell="C4" sqref="C4"'],
    [
      'the cell of the plan among those that scroll',
      { freeze: { rows: 2, columns: 1 }, selected: { row: 3, column: 2 } },
      'pane="bottomRight" activeCell="C4" sqref="C4"',
    ],
    [
      'a merged cell as a whole',
      { selected: { row: 3, column: 2 }, merges: [{ top: 3, left: 2, bottom: 3, right: 4 }] },
      'activeCell="C4" sqref="C4:E4"',
    ],
  ])('selects %s', async (_, sheet, selection) => {
    const parts = partsOf(await encodeWorkbook(workbookPlan([sheetPlan(sheet)])));
    const selections = parts['xl/worksheets/sheet1.xml']!.match(/(?<=<selection ).*?(?=\/>)/g) ?? [];
    expect(selections.join()).toBe(selection);
  });

  it('gives conditional formats the order of the plan and a difference each', async () => {
    const rules = (await cover()).match(/<cfRule.*?<\/cfRule>/g);
    expect(rules).toEqual([
      '<cfRule type="expression" dxfId="0" priority="1"><formula>$C4=0</formula></cfRule>',
      '<cfRule type="expression" dxfId="1" priority="2"><formula>$C4&lt;1</formula></cfRule>',
      '<cfRule type="expression" dxfId="2" priority="3"><formula>$C4&gt;=1</formula></cfRule>',
    ]);
  });

  it('tells the differences apart without colour', async () => {
    const differences = (await part('xl/styles.xml')).match(/<dxf>.*?<\/dxf>/g) ?? [];
    expect(differences).toHaveLength(Object.keys(DIFFERENCES).length);
    const grey = differences.map((xml) => xml.replace(/(rgb)="[0-9A-F]{8}"/g, '$1'));
    expect(new Set(grey).size).toBe(differences.length);
  });

  it('writes a hint as a validation of no type, which refuses nothing', async () => {
    const [list, hint] = (await issue()).match(/<dataValidation .*?<\/dataValidation>/g) ?? [];
    expect(list).toContain('type="list"');
    expect(hint).not.toMatch(/type=|showErrorMessage|formula/);
  });

  it('writes a table’s line feed as Excel does, and a blank row under a table of nothing', async () => {
    expect(await part('xl/tables/table1.xml')).toContain('<tableColumn id="2" name="บรรทัด_x000A_ที่สอง"/>');
    const rows = [{ cells: [{ column: 0, style: 'heading', value: 'รหัส' }] }] as const;
    const table = { name: 'T', range: { top: 0, left: 0, bottom: 0, right: 0 }, columns: ['รหัส'] };
    const bytes = await encodeWorkbook(workbookPlan([sheetPlan({ rows, table })]));
    expect(partsOf(bytes)['xl/tables/table1.xml']).toContain('ref="A1:A2"');
  });

  it('shows numbers in Thai digits by format: Thai digits 0D, no calendar, th-TH 041E', async () => {
    expect(await part('xl/styles.xml')).toContain('formatCode="[$-D00041E]0"');
  });

  it('refers to nothing outside the package', async () => {
    expect(Object.values(partsOf(await encoded)).join('')).not.toContain('TargetMode');
  });
});

describe('the same plan', () => {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  it('gives the same bytes on any day', async () => {
    jest.useFakeTimers({ now: new Date('2031-12-31T23:59:59Z'), doNotFake: ['nextTick', 'queueMicrotask'] });
    const later = await encodeWorkbook(EVERYTHING).finally(() => jest.useRealTimers());
    expect(hash(later)).toBe(hash(await encoded));
  });

  it.each(['Asia/Bangkok', 'America/Los_Angeles', 'Pacific/Apia', 'UTC'])('gives the same bytes in %s', async (TZ) => {
    const script = join(__dirname, 'encode-elsewhere.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' });
    expect([stderr, stdout]).toEqual(['', `${TZ} ${hash(await encoded)}`]);
  });
});
