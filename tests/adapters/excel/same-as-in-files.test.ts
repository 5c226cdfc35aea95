import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { cellName } from '../../../src/domain/spreadsheet/address.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { numberFormatMeaning } from '../../../src/domain/spreadsheet/number-formats.ts';
import type { CellContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { changeCells } from '../../../src/usecases/change-cells.ts';
import { planWorkbookConversion } from '../../../src/usecases/convert-open-workbook.ts';
import { convertWorkbooks } from '../../../src/usecases/convert-workbooks.ts';
import { codec } from '../../support/excel-host/host-workbooks.ts';
import { HostWorkbook } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { sheetWorkbook } from '../../support/package-builder.ts';

/** 17 February 2022, noon: 17/2/2565 of the Buddhist era. */
const NOON = 44609.5;

/** 15 March 2565 of the common era: what an Excel that counts no Buddhist years makes of 15/3/2565. */
const TYPED = 242_962;
/** 15 March 1965: what it makes of 15/3/65. */
const TYPED_SHORT = 23_816;

/** A number with its format, which is a number where it is built in, and what the cell shows after the conversion to Thai digits. */
type Cell = readonly [format: string | 14 | 22, value: number, thai: string];

const CONVERTED: readonly Cell[] = [
  [14, NOON, '๑๗/๒/๒๕๖๕'],
  [22, NOON, '๑๗/๒/๒๕๖๕ ๑๒:๐๐'],
  ['[$-,107]d/mm/yyyy;@', NOON, '๑๗/๐๒/๒๕๖๕'],
  ['[$-107041E]d mmmm yyyy', NOON, '๑๗ กุมภาพันธ์ ๒๕๖๕'],
  ['[$-th-TH]d mmm yy', NOON, '๑๗ ก.พ. ๖๕'],
  ['[$-41E]d/m/yyyy', NOON, '๑๗/๒/๒๕๖๕'],
  ['[$-1070000]d/mm/yyyy', NOON, '๑๗/๐๒/๒๕๖๕'],
  ['d/m/yyyy', NOON, '๑๗/๒/๒๕๖๕'],
  ['yyyy-mm-dd', NOON, '๒๕๖๕-๐๒-๑๗'],
  ['h:mm', NOON, '๑๒:๐๐'],
  ['d/m/yyyy', TYPED, '๑๕/๓/๒๕๖๕'],
  ['d/m/yy', TYPED, '๑๕/๓/๖๕'],
  ['d/m/yy', TYPED_SHORT, '๑๕/๓/๖๕'],
  ['[$-41E]d mmm yy', TYPED_SHORT, '๑๕ มี.ค. ๖๕'],
  ['d/m/yyyy', TYPED_SHORT, '๑๕/๓/๒๕๐๘'],
  ['[$-41E]d mmmm yyyy', TYPED, '๑๕ มีนาคม ๒๕๖๕'],
  ['[$-101041E]d mmmm yyyy', TYPED, '๑๕ มีนาคม ๒๕๖๕'],
  ['[$-th-TH]d mmm yy', TYPED, '๑๕ มี.ค. ๖๕'],
  ['yyyy-mm-dd;@', TYPED, '๒๕๖๕-๐๓-๑๕'],
  ['[$-107041E]d/m/yyyy', TYPED, '๑๕/๓/๓๑๐๘'],
  ['General', 1.5, '๑.๕'],
  ['General', 0.3333333333333, '๐.๓๓๓๓๓๓๓๓๓๓๓๓๓'],
  ['0', 25, '๒๕'],
  ['#,##0.00', 1234.5, '๑,๒๓๔.๕๐'],
  ['0%', 0.85, '๘๕%'],
  ['[$-th-TH]0', 25, '๒๕'],
  ['[$฿-41E]#,##0', 25, '฿๒๕'],
];

/** In Thai digits already, by Excel 365 or by this program. */
const THAI: readonly Cell[] = [
  ['[$-,D07]d/mm/yyyy;@', NOON, '๑๗/๐๒/๒๕๖๕'],
  ['[$-D07041E]d/m/yyyy', NOON, '๑๗/๒/๒๕๖๕'],
  ['[$-th-TH,D07]d mmmm yyyy', NOON, '๑๗ กุมภาพันธ์ ๒๕๖๕'],
  ['[$-th-TH,D00]0', 25, '๒๕'],
  ['[$-D00041E]General', 1.5, '๑.๕'],
  ['t0', 25, '๒๕'],
];

/** Formats of which the system decides what is shown, so that no code shows the same in Thai digits. */
const LEFT: readonly (readonly [format: string, value: number])[] = [
  ['[$-x-sysdate]dddd, mmmm dd, yyyy', NOON],
  ['[$-x-systime]h:mm:ss AM/PM', NOON],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', NOON],
  ['[$-F400]h:mm:ss\\ AM/PM', NOON],
];

const CELLS = [...CONVERTED, ...THAI, ...LEFT];
const OPTIONS = { to: 'thai', profile: builtInDigitProfile() } as const;

/** The conversion of one way: what it changed, what it left, and the workbook afterwards. */
interface Conversion {
  readonly changed: readonly number[];
  readonly left: readonly (readonly [row: number, reason: string])[];
  readonly after: WorkbookContent;
}

/** The cells below each other in a file, as `ita convert` converts it. */
async function convertedFile(): Promise<Conversion> {
  const ids = CELLS.map(([format], index) => (typeof format === 'number' ? format : 164 + index));
  const codes = CELLS.flatMap(([format], index) =>
    typeof format === 'number' ? [] : [`<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`],
  );
  const styles =
    `<numFmts>${codes.join('')}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>` +
    `<cellStyleXfs><xf/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
  const rows = CELLS.map(
    ([, value], row) => `<row><c r="${cellName({ row, column: 0 })}" s="${row}"><v>${value}</v></c></row>`,
  );
  const files = new Map([['/a.xlsx', sheetWorkbook(rows.join(''), { styles })]]);
  const [conversion] = await convertWorkbooks(
    {
      codec,
      files: createMemoryStore(files),
      clock: { now: () => '2027-06-01T00:00:00.000Z' },
      progress: () => undefined,
    },
    { paths: ['/a.xlsx'], options: OPTIONS, sheets: [], target: { kind: 'in-place' } },
  );
  if (conversion === undefined || 'problem' in conversion) throw new Error('the file was not read');
  return { ...sorted(conversion.plan), after: await codec.decode(files.get('/a.xlsx')!) };
}

/** The same cells in Excel, as the pane converts them. */
async function convertedInExcel(): Promise<Conversion> {
  const book = new HostWorkbook();
  const sheet = book.addSheet('S');
  CELLS.forEach(([format, value], row) => sheet.put(row, 0, { value, format: inExcel(format) }));
  await openInExcel(book);
  const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
  const plan = await planWorkbookConversion(excel, OPTIONS);
  await changeCells(excel, plan.changes);
  return { ...sorted(plan), after: await excel.read() };
}

function inExcel(format: Cell[0]): string {
  if (typeof format === 'string') return format;
  return format === 14 ? 'm/d/yyyy' : 'm/d/yyyy h:mm';
}

function sorted({ changes, skipped }: Awaited<ReturnType<typeof planWorkbookConversion>>) {
  return { changed: changes.map(({ row }) => row), left: skipped.map(({ row, reason }) => [row, reason] as const) };
}

function cellsOf({ sheets }: WorkbookContent): readonly CellContent[] {
  return sheets[0]!.cells;
}

describe('a workbook of dates and numbers, converted as a file and in Excel', () => {
  it('shows the same in Thai digits both ways', async () => {
    for (const { after } of [await convertedFile(), await convertedInExcel()]) {
      const shown = cellsOf(after).map(({ text }) => text);
      expect(shown.slice(0, -LEFT.length)).toEqual([...CONVERTED, ...THAI].map(([, , thai]) => thai));
    }
  });

  it('has formats that mean the same both ways, with one tag in a section', async () => {
    const formats = [await convertedFile(), await convertedInExcel()].map(({ after }) =>
      cellsOf(after)
        .slice(0, -LEFT.length)
        .map(({ format = 'General' }) => format),
    );
    const [file, excel] = formats.map((all) => all.map(numberFormatMeaning));
    expect(excel).toEqual(file);
    for (const format of formats.flat()) {
      for (const section of format.split(';')) expect(section.match(/\[\$/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('keeps both ways what is Thai already, and what the system decides, with a reason', async () => {
    const expected = {
      changed: CONVERTED.map((_, row) => row),
      left: LEFT.map((_, index) => [CONVERTED.length + THAI.length + index, 'no-such-format']),
    };
    expect(await convertedFile()).toMatchObject(expected);
    expect(await convertedInExcel()).toMatchObject(expected);
  });

  it('has nothing left to convert both ways', async () => {
    const { after } = await convertedInExcel();
    const rules = () => Promise.resolve([]);
    const again = await planWorkbookConversion({ read: () => Promise.resolve(after), rules }, OPTIONS);
    expect(again.changes).toEqual([]);
    const file = await planWorkbookConversion({ read: async () => (await convertedFile()).after, rules }, OPTIONS);
    expect(file.changes).toEqual([]);
  });
});
