import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import type { WorkbookChange } from '../../../src/usecases/ports/workbook-host.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const sheet = plan.sheets[1]!.name;
const ROW = 5;

/** Changes are told of at once; no request is too late. */
const delay = (milliseconds: number): Promise<void> =>
  milliseconds < 1_000 ? Promise.resolve() : new Promise(() => undefined);

async function open() {
  const host = await openInExcel(plan);
  const told: WorkbookChange[] = [];
  const excel = createExcelWorkbook({ codec, delay });
  await excel.watch((change) => told.push(change));
  return { host, told, excel, rows: () => contentOfHostWorkbook(host.workbook).sheets[1]!.cells };
}

describe('moving rows in Excel', () => {
  it.each([true, false])('moves what stands below, and takes it back (Excel names its trigger: %s)', async (names) => {
    const { host, told, excel, rows } = await open();
    host.workbook.switches.namesTrigger = names;
    const before = rows();
    await excel.read();
    await excel.insertRows({ sheet, row: ROW, count: 2 });
    const moved = before.map((cell) => (cell.row >= ROW ? { ...cell, row: cell.row + 2 } : cell));
    expect(rows().map(({ row, column, text }) => [row, column, text])).toEqual(
      moved.map(({ row, column, text }) => [row, column, text]),
    );
    // What this program did itself is no change by others, which a later write would leave alone.
    expect(await excel.write([{ sheet, row: ROW, column: 5, text: 'ใหม่' }])).toEqual([]);
    await excel.deleteRows({ sheet, row: ROW, count: 2 });
    expect(rows()).toEqual(before);
    expect(told).toEqual([]);
  });

  it('lifts the protection of the sheet meanwhile', async () => {
    const { host, excel } = await open();
    const protection = () => host.workbook.sheet(sheet).protection;
    expect(protection()).toBeDefined();
    await excel.read();
    await excel.insertRows({ sheet, row: ROW, count: 1 });
    expect(protection()).toBeDefined();
  });

  it.each([
    ['two tables beside the report', [8, 10], ROW, 1, 'insert'],
    ['the headings of a table', [8], 3, 1, 'delete'],
  ] as const)('says that %s are in the way, and changes nothing', async (_, columns, row, count, way) => {
    const { host, excel, rows } = await open();
    const own = host.workbook.sheet(sheet);
    own.tables = columns.map((left) => ({ name: `ของเรา${left}`, range: { top: 3, bottom: 9, left, right: left } }));
    const before = rows();
    await excel.read();
    const moving = way === 'insert' ? excel.insertRows({ sheet, row, count }) : excel.deleteRows({ sheet, row, count });
    await expect(moving).rejects.toMatchObject({ reason: 'rows-held' });
    expect(rows()).toEqual(before);
    expect(own.protection).toBeDefined();
  });

  it('says which sheet is gone', async () => {
    const { host, excel } = await open();
    await excel.read();
    host.workbook.removeSheet(host.workbook.sheet(sheet));
    await expect(excel.deleteRows({ sheet, row: ROW, count: 1 })).rejects.toMatchObject({ reason: 'sheet-gone' });
  });
});
