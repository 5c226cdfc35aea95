import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import type { CellRange } from '../../../../src/domain/spreadsheet/content.ts';
import type { CellPlan, SheetPlan, TablePlan, WorkbookPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { rowPlan, sheetPlan, workbookPlan } from './encode-plans.ts';

const A1: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };
const long = (length: number): string => 'ก'.repeat(length);
const oneSheet = (parts: Partial<SheetPlan>): WorkbookPlan => workbookPlan([sheetPlan(parts)]);
const oneCell = (cell: Partial<CellPlan>): WorkbookPlan => rowPlan([{ column: 1, style: 'text', ...cell }]);
const heading = (...texts: string[]): SheetPlan['rows'] => [
  { cells: texts.map((value, column) => ({ column, style: 'heading', value })) },
];
const table = (name: string, columns: readonly string[]): TablePlan => ({
  name,
  range: { top: 0, left: 0, bottom: 1, right: columns.length - 1 },
  columns,
});
const hint = { range: A1, promptTitle: 'ก', prompt: 'ข' };

const faults: readonly (readonly [string, WorkbookPlan, RegExp])[] = [
  ['a text over 32,767 characters', oneCell({ value: long(32_768) }), /แผ่น.*B1.*32768 characters.*32767/],
  ['a number that is none', oneCell({ value: Number.NaN }), /B1.*NaN/],
  ['a formula over 8,192 characters', oneCell({ formula: long(8193) }), /B1.*8192/],
  ['two cells in one place', rowPlan([1, 1].map((column) => ({ column, style: 'text' }))), /B1.*two cells/],
  ['a cell outside the sheet', oneCell({ column: 16_384 }), /outside/],
  ['a row over 409 points', oneSheet({ rows: [{ cells: [], height: 409.5 }] }), /row 1.*409.5 points.*409/],
  ['a column over 255 characters', oneSheet({ columns: [{ width: 256 }] }), /column 1.*256/],
  ['no sheet', workbookPlan([]), /no sheet is visible/],
  ['no visible sheet', oneSheet({ state: 'hidden' }), /no sheet is visible/],
  ['a sheet name that is too long', oneSheet({ name: long(32) }), /too-long/],
  ['a sheet name with a bad character', oneSheet({ name: 'ก/ข' }), /bad-character/],
  ['a sheet name with a control character', oneSheet({ name: 'ก\nข' }), /control character/],
  ['a sheet name that Excel keeps for itself', oneSheet({ name: 'History' }), /reserved/],
  ['a sheet name twice', workbookPlan([sheetPlan({ name: 'A' }), sheetPlan({ name: 'a' })]), /"a".*same name/],
  ['a property name over 255', workbookPlan([sheetPlan()], { properties: { [long(256)]: '' } }), /property name.*255/],
  ['a property value over 255', workbookPlan([sheetPlan()], { properties: { ก: long(256) } }), /"ก".*255/],
  ['a property with a control character', workbookPlan([sheetPlan()], { title: 'ก\u0001' }), /control character/],
  ['a time that is none', workbookPlan([sheetPlan()], { created: 'เมษายน' }), /created.*เมษายน/],
  [
    'a filter beside a table',
    oneSheet({
      rows: heading('ก'),
      table: table('T', ['ก']),
      filter: { range: { top: 0, left: 0, right: 0 }, column: 0 },
    }),
    /filters already/,
  ],
  [
    'a filter without its column',
    oneSheet({ filter: { range: { top: 0, left: 0, right: 1 }, column: 2 } }),
    /lacks its column/,
  ],
  ['a prompt title over 32', oneSheet({ validations: [{ ...hint, promptTitle: long(33) }] }), /A1.*prompt title.*32/],
  ['a prompt over 255', oneSheet({ validations: [{ ...hint, prompt: long(256) }] }), /A1.*prompt.*255/],
  ['an error text over 225', oneSheet({ validations: [{ ...hint, error: long(226) }] }), /A1.*error.*225/],
  [
    'a list of rows and columns',
    oneSheet({ validations: [{ ...hint, list: { ...A1, bottom: 1, right: 1 } }] }),
    /A1.*neither one row nor one column/,
  ],
  [
    'merges that share cells',
    oneSheet({
      merges: [
        { ...A1, bottom: 3 },
        { ...A1, top: 3, bottom: 3, right: 2 },
      ],
    }),
    /A1:A4.*A4:C4/,
  ],
  ['a link to a sheet that is not there', oneCell({ link: { sheet: 'ไม่มี', row: 0, column: 0 } }), /B1.*ไม่มี/],
  [
    'a header over 255',
    oneSheet({ print: { lastColumn: 0, header: { left: long(200), right: long(60) }, footer: {} } }),
    /oddHeader.*255/,
  ],
  ['a table whose heading differs', oneSheet({ rows: heading('ก', 'ข'), table: table('T', ['ก', 'ค']) }), /"ค"/],
  [
    'a table with a column twice',
    oneSheet({ rows: heading('A', 'a'), table: table('T', ['A', 'a']) }),
    /name of another/,
  ],
  ['a table named like a cell', oneSheet({ rows: heading('ก'), table: table('AB12', ['ก']) }), /takes no such name/],
  [
    'two tables of one name',
    workbookPlan(['a', 'b'].map((name) => sheetPlan({ name, rows: heading('ก'), table: table('T', ['ก']) }))),
    /another table/,
  ],
];

describe('a plan that Excel would refuse or fix is refused', () => {
  it.each(faults)('%s', async (_, plan, sentence) => {
    const encoding = encodeWorkbook(plan);
    await expect(encoding).rejects.toThrow(RangeError);
    await expect(encoding).rejects.toThrow(sentence);
  });
});

describe('at the limits a plan is taken', () => {
  it.each([
    ['a row of 409 points', oneSheet({ rows: [{ cells: [], height: 409 }] })],
    ['a property value of 255', workbookPlan([sheetPlan()], { properties: { ก: long(255) } })],
    ['a prompt of 255', oneSheet({ validations: [{ ...hint, prompt: long(255) }] })],
    [
      'merges side by side',
      oneSheet({
        merges: [
          { ...A1, bottom: 3 },
          { top: 0, left: 1, bottom: 3, right: 1 },
        ],
      }),
    ],
    ['a sheet without rows', oneSheet({})],
  ])('%s', async (_, plan) => {
    await expect(encodeWorkbook(plan)).resolves.toBeInstanceOf(Uint8Array);
  });
});
