import { createExcelWorkbook } from '../../src/adapters/excel/excel-workbook.ts';
import { createFileWorkbook } from '../../src/adapters/file-workbook/file-workbook.ts';
import { builtInDigitProfile } from '../../src/domain/programme/catalogue.ts';
import { locationName, parseCellName } from '../../src/domain/spreadsheet/address.ts';
import type { ConversionPlan } from '../../src/domain/conversion/changes.ts';
import { planSelectedConversion, planWorkbookConversion } from '../../src/usecases/convert-open-workbook.ts';
import { convertWorkbooks } from '../../src/usecases/convert-workbooks.ts';
import { undoConversion } from '../../src/usecases/undo-conversion.ts';
import type { WorkbookHost } from '../../src/usecases/ports/workbook-host.ts';
import { groupBy } from '../../src/domain/text/group-by.ts';
import { codec } from '../support/excel-host/host-workbooks.ts';
import { HostWorkbook } from '../support/excel-host/model.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { buildWorkbook } from '../support/package-builder.ts';

const OPTIONS = { to: 'thai', profile: builtInDigitProfile() } as const;
const clock = { now: () => '2027-06-01T00:00:00.000Z' };

type Value = string | readonly [formula: string, shown: string];

/** Texts, and formulas with what they show, by sheet and cell. */
const SHEETS: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  คำตอบ: {
    A1: 'ข้อ 1',
    A2: 'ข้อ 2',
    A3: 'ไตรมาส 1',
    A4: 'ระดับ 3',
    A5: 'อบรมรุ่น 4 แล้ว',
    A6: 'ปี 2565',
    A7: 'ปี 2564',
    A8: 'งวด 7',
  },
  สรุป: {
    A1: ['IF(คำตอบ!A1="ข้อ 1",1,0)', '1'],
    A2: ['COUNTIF(คำตอบ!$A$1:$A$9,"*รุ่น 4*")', '1'],
    C1: 'ระดับ 3',
    C2: 'ระดับ 4',
    D1: 'งวด 7',
  },
};
const NAMES = [{ name: 'ปีนี้', refersTo: '"ปี 2565"' }];

const CONVERTED = ['คำตอบ!A2', 'คำตอบ!A7'];
const LEFT = ['คำตอบ!A1', 'คำตอบ!A3', 'คำตอบ!A4', 'คำตอบ!A5', 'คำตอบ!A6', 'คำตอบ!A8', 'สรุป!C1', 'สรุป!D1', 'สรุป!C2'];

/** A list of items, one from cells of the same sheet by name, and one from another sheet as Excel 2010 and later write it. */
const VALIDATIONS =
  '<dataValidations count="2"><dataValidation type="list" sqref="A3 B3"><formula1>"ไตรมาส 1,ไตรมาส 2"</formula1></dataValidation>' +
  '<dataValidation type="custom" sqref="B8"><formula1>B8&lt;&gt;"งวด 7"</formula1></dataValidation></dataValidations>';
const LATER =
  '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
  '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list">' +
  '<x14:formula1>\n<xm:f>สรุป!$C$1:$C$2</xm:f>\n</x14:formula1><xm:sqref>A4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';

function file(): Uint8Array {
  const sheets = Object.entries(SHEETS).map(([name, cells], index) => {
    const rows = groupBy(Object.keys(cells), (cell) => cell.slice(1));
    const data = [...rows].map(
      ([row, names]) => `<row r="${row}">${names.map((cell) => cellXml(cell, cells[cell]!)).join('')}</row>`,
    );
    return { name, data: data.join(''), ...(index === 0 ? { after: VALIDATIONS + LATER } : {}) };
  });
  const names = NAMES.map(({ name, refersTo }) => `<definedName name="${name}">${refersTo}</definedName>`);
  return buildWorkbook({ sheets, names: names.join('') });
}

function cellXml(name: string, value: Value): string {
  if (typeof value === 'string') return `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
  return `<c r="${name}" t="str"><f>${value[0]}</f><v>${value[1]}</v></c>`;
}

async function inExcel() {
  const book = new HostWorkbook();
  for (const [name, cells] of Object.entries(SHEETS)) {
    const sheet = book.addSheet(name);
    for (const [cell, value] of Object.entries(cells)) {
      const { row, column } = parseCellName(cell)!;
      const [formula, shown] = typeof value === 'string' ? [undefined, value] : value;
      sheet.put(row, column, { value: shown, ...(formula === undefined ? {} : { formula: `=${formula}` }) });
    }
  }
  const at = (cell: string) => {
    const { row, column } = parseCellName(cell)!;
    return { top: row, left: column, bottom: row, right: column };
  };
  const list = (cell: string, source: string) =>
    ({ range: at(cell), type: 'List', rule: { list: { inCellDropDown: true, source } } }) as const;
  book.names = NAMES;
  book.sheet('คำตอบ').validations = [
    list('A3', 'ไตรมาส 1,ไตรมาส 2'),
    list('A4', '=สรุป!$C$1:$C$2'),
    { range: at('A8'), type: 'Custom', rule: { custom: { formula: '=A8<>"งวด 7"' } } },
  ];
  const host = await openInExcel(book);
  return { host, excel: createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) }) };
}

function openFile(): WorkbookHost {
  const deliver = () => Promise.resolve();
  return createFileWorkbook({ codec, clock, bytes: file(), onChange: () => undefined, deliver });
}

function outcome({ changes, skipped }: ConversionPlan) {
  const used = skipped.filter(({ reason }) => reason === 'used-text');
  return { converted: changes.map(locationName), left: used.map(locationName) };
}

describe('a conversion leaves texts on which something depends', () => {
  it('in a file, and undoing it gives the texts back', async () => {
    const files = new Map([['/a.xlsx', file()]]);
    const store = createMemoryStore(files);
    const before = await codec.decode(file());
    const ports = { codec, files: store, clock, progress: () => undefined };
    const request = { paths: ['/a.xlsx'], options: OPTIONS, sheets: [], target: { kind: 'in-place' } } as const;
    const [conversion] = await convertWorkbooks(ports, request);
    expect(conversion).toMatchObject({ file: '/a.xlsx', undo: '/a.xlsx.undo.json' });
    expect(outcome((conversion as { plan: ConversionPlan }).plan)).toEqual({ converted: CONVERTED, left: LEFT });
    await undoConversion(ports, '/a.xlsx.undo.json');
    expect((await codec.decode(files.get('/a.xlsx')!)).sheets).toEqual(before.sheets);
  });

  it('in a file on a page', async () => {
    expect(outcome(await planWorkbookConversion(openFile(), OPTIONS))).toEqual({ converted: CONVERTED, left: LEFT });
  });

  it('in Excel', async () => {
    const { excel } = await inExcel();
    expect(outcome(await planWorkbookConversion(excel, OPTIONS))).toEqual({ converted: CONVERTED, left: LEFT });
  });

  it('in the selected cells, where the formula is on another sheet', async () => {
    const { host, excel } = await inExcel();
    host.select('คำตอบ', ['A1:A3']);
    // A step of the person, which any request that is sent as a write would take away.
    host.undo.person(() => undefined);
    expect(outcome(await planSelectedConversion(excel, 'selection', OPTIONS))).toEqual({
      converted: ['คำตอบ!A2'],
      left: ['คำตอบ!A1', 'คำตอบ!A3'],
    });
    expect(host.undo.depth).toBe(1);
  });

  it('and asks about validations only where texts change, once where there are none', async () => {
    const book = new HostWorkbook();
    book.addSheet('ก').put(0, 0, { value: 5 });
    const host = await openInExcel(book);
    const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
    await planWorkbookConversion(excel, OPTIONS);
    const reading = host.syncs;
    await planWorkbookConversion(excel, OPTIONS);
    const again = host.syncs - reading;
    book.sheet('ก').put(0, 0, { value: 'ปี 5' });
    await planWorkbookConversion(excel, OPTIONS);
    expect(host.syncs - reading - again).toBe(again + 1);
  });
});
