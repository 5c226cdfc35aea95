import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { codec, contentOfHostWorkbook } from '../../support/excel-host/host-workbooks.ts';
import { TODAY } from '../../support/excel-host/host.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import { Person } from '../../support/excel-host/person.ts';
import type { ExcelHost, HostSettings } from '../../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';
import type { LiveWorkbook } from '../../../src/usecases/ports/workbook-host.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const NAMES = plan.sheets.map(({ name }) => name);
const first = NAMES[1]!;
/** An answer, which is not locked, and the label beside it, which is. */
const ANSWER = { sheet: first, row: 5, column: 5 };
const LOCKED = { sheet: first, row: 2, column: 1 };

async function open(
  settings: Partial<HostSettings> = {},
): Promise<{ host: ExcelHost; excel: LiveWorkbook; person: Person }> {
  const host = await openInExcel(plan, { ...TODAY, ...settings });
  return {
    host,
    excel: createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) }),
    person: new Person(host.workbook, 'Local', host.undo),
  };
}

describe.each(['windows', 'mac', 'web'] as const)('what a person can undo, on %s', (platform) => {
  it('stays when the whole workbook is read, and when a sheet is read that they typed into', async () => {
    const { host, excel, person } = await open({ platform });
    const before = contentOfHostWorkbook(host.workbook);
    await excel.read();
    const stop = await excel.watch(() => undefined);
    for (const [index, text] of ['หนึ่ง', 'สอง', 'สาม'].entries()) {
      person.write(first, ANSWER.row + index, ANSWER.column, text);
      await excel.read([first]);
    }
    await stop();
    expect(host.requests.filter(({ writes, undoable }) => writes && !undoable)).toEqual([]);
    for (let step = 0; step < 3; step += 1) expect(host.undo.undo()).toBe(true);
    expect(contentOfHostWorkbook(host.workbook)).toEqual(before);
  });

  it('stays when a selection is read', async () => {
    const { host, excel, person } = await open({ platform });
    person.write(first, ANSWER.row, ANSWER.column, 'หนึ่ง');
    host.select(first, ['F6']);
    await excel.readSelected();
    expect(host.undo.depth).toBe(1);
  });

  it('is joined by what is written into unlocked cells', async () => {
    const { host, excel, person } = await open({ platform });
    person.write(first, ANSWER.row, ANSWER.column, 'ปี 2565');
    const typed = contentOfHostWorkbook(host.workbook);
    await excel.read();
    await excel.write([{ ...ANSWER, text: 'ปี ๒๕๖๕' }]);
    expect(host.workbook.sheet(first).at(ANSWER.row, ANSWER.column).value).toBe('ปี ๒๕๖๕');
    expect(host.undo.undo()).toBe(true);
    expect(contentOfHostWorkbook(host.workbook)).toEqual(typed);
    expect(host.undo.depth).toBe(1);
  });

  it('does not keep a locked cell from being written', async () => {
    const { host, excel } = await open({ platform });
    await excel.read();
    await excel.write([{ ...LOCKED, text: 'ข ๑' }]);
    expect(host.workbook.sheet(first).at(LOCKED.row, LOCKED.column).value).toBe('ข ๑');
    expect(host.workbook.sheet(first).protection).toBeDefined();
  });

  it('does not keep a report from being put twice, swapped with its backup and the backup from being deleted', async () => {
    const { host, excel } = await open({ platform });
    await excel.putSheets(plan);
    await excel.putSheets(plan);
    expect(await excel.swapBackups(NAMES)).toEqual({ restored: NAMES, backups: NAMES });
    await excel.deleteBackups(NAMES);
    expect(host.workbook.sheets.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  });

  it('is never asked of Excel as one group, which it refuses for some calls', async () => {
    const { excel } = await open({ platform });
    const { run } = Excel as unknown as { run: (...args: unknown[]) => unknown };
    const given: unknown[][] = [];
    Object.assign(Excel, {
      run: (...args: unknown[]) => {
        given.push(args);
        return run(...args);
      },
    });
    await excel.read();
    await excel.write([{ ...ANSWER, text: 'ก ๑' }]);
    await excel.putSheets(plan);
    expect(given.length).toBeGreaterThan(2);
    expect(given.filter(({ length }) => length > 1)).toEqual([]);
  });
});

describe('own changes', () => {
  it.each([true, false])('are not reported as a person’s, whether Excel names who made them (%s)', async (named) => {
    const { host, excel, person } = await open();
    host.workbook.switches.namesTrigger = named;
    await excel.read();
    const heard: (readonly string[])[] = [];
    const quick = createExcelWorkbook({
      codec,
      delay: (ms) => (ms > 1000 ? new Promise(() => undefined) : Promise.resolve()),
    });
    await quick.read();
    await quick.watch(({ sheets }) => heard.push(sheets));
    await quick.write([
      { ...ANSWER, text: 'ก ๑' },
      { ...ANSWER, row: ANSWER.row + 1, text: 'ก ๒' },
    ]);
    await quick.read([]);
    expect(heard).toEqual([]);
    person.write(first, ANSWER.row, ANSWER.column, 'ก ๓');
    await quick.read([]);
    expect(heard).toEqual([[first]]);
  });
});
