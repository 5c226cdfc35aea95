import { cellName } from '../../../../../src/domain/spreadsheet/address.ts';
import { parseCellName } from '../../../../../src/domain/spreadsheet/address.ts';
import { planAgencyWorkbook } from '../../../../../src/domain/form/plan/agency-workbook.ts';
import type { WorkbookContent } from '../../../../../src/domain/spreadsheet/content.ts';
import {
  firstLocation,
  sheetGroups,
  type SheetGroup,
} from '../../../../../src/addin/pane/components/agency/sheet-groups.ts';
import { severityOfRemark } from '../../../../../src/domain/checks/remark.ts';
import { checkOpened, type CheckedWorkbook } from '../../../../../src/usecases/check-open-workbook.ts';
import { codec } from '../../../../support/excel-host/host-workbooks.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../../../support/small-programme.ts';

const PLAN = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const [, first = '', second = ''] = PLAN.sheets.map(({ name }) => name);
let blank: WorkbookContent;

beforeAll(async () => {
  blank = await codec.decode(await codec.encode(PLAN));
});

type Written = readonly (readonly [sheet: string, cell: string, text: string])[];

/** The workbook with texts in some of its cells, checked. */
function check(written: Written, content = blank): CheckedWorkbook {
  const sheets = content.sheets.map((sheet) => {
    const own = written.filter(([name]) => name === sheet.name);
    const put = own.map(([, cell, text]) => {
      const at = parseCellName(cell)!;
      const old = sheet.cells.find(({ row, column }) => row === at.row && column === at.column);
      return { kind: 'text' as const, ...old, ...at, text, unlocked: true as const };
    });
    const others = sheet.cells.filter(
      ({ row, column }) => !put.some((cell) => cell.row === row && cell.column === column),
    );
    return { ...sheet, cells: [...others, ...put].toSorted((a, b) => a.row - b.row || a.column - b.column) };
  });
  return checkOpened({ ...content, sheets }, { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
}

function groups(written: Written): readonly SheetGroup[] {
  return sheetGroups(check(written), SMALL_PROGRAMME);
}

const ANSWERED: Written = [
  [first, 'E6', 'ดำเนินการแล้ว'],
  [first, 'F6', 'จัดอบรม ๑ ครั้ง'],
];

describe("what is to be said of an agency's workbook", () => {
  it('tells sheet by sheet how far each issue is, and which measures wait for an answer and where', () => {
    const [, one, two] = groups(ANSWERED);
    expect(one).toMatchObject({ sheet: first, progress: { expected: 3, answered: 1 } });
    expect(one!.missing.map(({ measure, location }) => [measure.key, location])).toEqual([
      ['1.1.2', { sheet: first, row: 7, column: 4 }],
      ['1.1.3', { sheet: first, row: 9, column: 4 }],
    ]);
    expect(two).toMatchObject({ sheet: second, progress: { expected: 3, answered: 0 } });
    expect(two!.missing).toHaveLength(3);
  });

  it('loses no remark: each is in the group of its sheet, with a cell or as a missing answer', () => {
    const checked = check([...ANSWERED, [first, 'F8', 'ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a']]);
    const shown = sheetGroups(checked, SMALL_PROGRAMME);
    expect(shown.flatMap(({ remarks }) => remarks)).toHaveLength(checked.remarks.length);
    expect(new Set(shown.flatMap(({ remarks }) => remarks))).toEqual(new Set(checked.remarks));
    const inCells = shown.flatMap(({ cells }) => cells.flatMap(({ remarks }) => remarks));
    const missing = shown.flatMap((group) => group.missing);
    expect(inCells.length + missing.length).toBe(checked.remarks.length);
  });

  it('puts the whole file first, then the sheets as they stand in the workbook', () => {
    const [whole, ...sheets] = groups([]);
    expect(whole!.sheet).toBeUndefined();
    expect(sheets.map(({ sheet }) => sheet)).toEqual(
      PLAN.sheets.map(({ name }) => name).filter((name) => sheets.some(({ sheet }) => sheet === name)),
    );
  });

  it('puts the gravest cells of a sheet first, and the gravest remark of a cell', () => {
    const group = groups([
      [first, 'E6', 'ดำเนินการแล้ว'],
      [first, 'F6', 'จัดอบรม 25 คน'],
      [first, 'F8', 'อบรม 3 ครั้ง ดูที่ http://๒๐๓.๑๔๘.๒๕๐.๑๗๘/a'],
    ]).find(({ sheet }) => sheet === first)!;
    expect(group.cells.map(({ location }) => location && cellName(location))).toEqual(['F8', 'F6']);
    const severities = group.cells.map(({ remarks }) => remarks.map(severityOfRemark));
    const order = ['must', 'should', 'may'];
    for (const told of severities) expect(told).toEqual(told.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(severities[0]![0]).toBe('must');
    expect(group.cells.map(({ change }) => change?.text)).toEqual([
      'อบรม ๓ ครั้ง ดูที่ http://203.148.250.178/a',
      'จัดอบรม ๒๕ คน',
    ]);
  });

  it('knows a sheet that was renamed by what it asks for', () => {
    const renamed = {
      ...blank,
      sheets: blank.sheets.map((sheet) => (sheet.name === first ? { ...sheet, name: 'ของฉัน' } : sheet)),
    };
    const shown = sheetGroups(check([], renamed), SMALL_PROGRAMME);
    expect(shown.map(({ sheet }) => sheet)).not.toContain(first);
    expect(shown.find(({ sheet }) => sheet === 'ของฉัน')).toMatchObject({
      progress: { expected: 3, answered: 0 },
      cells: [],
    });
  });

  it('leads to the first of the gravest, and nowhere when nothing blocks', () => {
    expect(firstLocation(groups(ANSWERED))).toEqual({ sheet: first, row: 7, column: 4 });
    expect(firstLocation([])).toBeUndefined();
  });
});
