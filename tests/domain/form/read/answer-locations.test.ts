import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { answerLocations } from '../../../../src/domain/form/read/answer-locations.ts';
import type { SheetContent, WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import { codec } from '../../../support/excel-host/host-workbooks.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../../support/small-programme.ts';

const PLAN = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const [, first = ''] = PLAN.sheets.map(({ name }) => name);
let content: WorkbookContent;

beforeAll(async () => {
  content = await codec.decode(await codec.encode(PLAN));
});

/** Places as text, of the workbook with its first issue's sheet changed. */
function locations(change: (sheet: SheetContent) => SheetContent): Readonly<Record<string, string>> {
  const sheets = content.sheets.map((sheet) => (sheet.name === first ? change(sheet) : sheet));
  return Object.fromEntries(
    [...answerLocations({ ...content, sheets })].map(([key, { sheet, row, column }]) => [
      key,
      `${sheet} ${row} ${column}`,
    ]),
  );
}

describe('where the answer to a measure belongs', () => {
  it('is the first row of every measure that is asked for, in the column of the status', () => {
    expect(locations((sheet) => sheet)).toMatchObject({ '1.1.1': `${first} 5 4`, '1.1.2': `${first} 7 4` });
    expect(Object.keys(locations((sheet) => sheet))).toEqual([
      '1.1.1',
      '1.1.2',
      '1.1.3',
      '2.1.1',
      '2.2.1',
      '2.2.2',
      '3.1.1',
    ]);
  });

  it('follows rows and columns that were moved, and a sheet that was renamed', () => {
    const moved = locations((sheet) => ({
      ...sheet,
      name: 'ของฉัน',
      cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row + 3, column: cell.column + 1 })),
    }));
    expect(moved).toMatchObject({ '1.1.1': 'ของฉัน 8 5', '1.1.2': 'ของฉัน 10 5' });
  });

  it('is not known where the rows or the columns of a sheet are gone', () => {
    const gone = locations((sheet) => ({ ...sheet, cells: [] }));
    expect(Object.keys(gone)).toEqual(['2.1.1', '2.2.1', '2.2.2', '3.1.1']);
    const withoutStatus = locations((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ column }) => column !== 4) }));
    expect(Object.keys(withoutStatus)).toEqual(['2.1.1', '2.2.1', '2.2.2', '3.1.1']);
  });
});
