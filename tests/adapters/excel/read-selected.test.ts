import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { patchOf } from '../../../src/domain/conversion/changes.ts';
import { planConversion } from '../../../src/domain/conversion/plan-conversion.ts';
import type { LiveWorkbook } from '../../../src/usecases/ports/workbook-host.ts';
import { faultOf } from '../../contracts/workbook-host.contract.ts';
import { codec } from '../../support/excel-host/host-workbooks.ts';
import type { HostSheet } from '../../support/excel-host/model.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });
const [cover, first] = plan.sheets.map(({ name }) => name) as [string, string];

interface Subject {
  readonly host: ExcelHost;
  readonly sheet: HostSheet;
  readonly excel: LiveWorkbook;
}

async function open(settings: Parameters<typeof openInExcel>[1] = {}): Promise<Subject> {
  const host = await openInExcel(plan, settings);
  const delay = (): Promise<void> => new Promise(() => undefined);
  return { host, sheet: host.workbook.sheet(first), excel: createExcelWorkbook({ codec, delay }) };
}

describe('what is selected in Excel', () => {
  it('comes with its sheet as reading gives it, in two round trips, whether the workbook is known or not', async () => {
    const { host, excel } = await open();
    host.select(first, ['F6']);
    const { content, selection } = await excel.readSelected();
    expect(host.syncs).toBe(2);
    expect(selection).toEqual([{ sheet: first, range: { top: 5, left: 5, bottom: 5, right: 5 } }]);
    expect(content).toEqual(await excel.read([first]));
    const before = host.syncs;
    expect(await excel.readSelected()).toEqual({ content, selection });
    expect(host.syncs).toBe(before + 2);
  });

  it('is a cell of the first sheet before anybody selects something', async () => {
    const { excel } = await open();
    const { selection } = await excel.readSelected();
    expect(selection).toEqual([{ sheet: cover, range: { top: 0, left: 0, bottom: 0, right: 0 } }]);
  });

  it.each([
    ['several areas', ['F6:G8', 'B2']],
    ['whole columns', ['F:G']],
    ['whole rows', ['6:6']],
    ['the whole sheet', ['1:1048576']],
  ])('may be %s', async (_what, addresses) => {
    const { host, excel } = await open();
    host.select(first, addresses);
    const { selection } = await excel.readSelected();
    expect(host.syncs).toBe(2);
    expect(selection.map(({ range }) => range)).toEqual(host.workbook.selected.ranges);
  });

  it('is converted in three round trips, and the rest of the sheet stays', async () => {
    const { host, sheet, excel } = await open();
    for (const row of [5, 6]) sheet.put(row, 5, { value: 'จัดอบรม 12 ครั้ง', locked: false });
    host.select(first, ['F6']);
    const { content, selection } = await excel.readSelected();
    const { changes } = planConversion(content, {
      to: 'thai',
      profile: builtInDigitProfile(),
      selection,
      keepsRuns: false,
    });
    expect(await excel.write(changes.map(patchOf))).toEqual([]);
    expect(host.syncs).toBe(3);
    expect([5, 6].map((row) => sheet.at(row, 5).value)).toEqual(['จัดอบรม ๑๒ ครั้ง', 'จัดอบรม 12 ครั้ง']);
  });

  it('comes without comments, however many there are', async () => {
    const { host, sheet, excel } = await open();
    sheet.comments = [{ row: 5, column: 5, author: 'สมศรี', content: 'ขอหลักฐาน', replies: [] }];
    host.select(first, ['F6']);
    const { content } = await excel.readSelected();
    expect(content.sheets[0]!.comments).toBeUndefined();
    expect(host.syncs).toBe(2);
  });

  it('comes in pieces where its sheet is too large for one answer', async () => {
    const { host, sheet, excel } = await open();
    for (let row = 20; row < 40; row += 1) sheet.put(row, 5, { value: 'ก'.repeat(30_000) });
    host.select(first, ['F:F']);
    const whole = await excel.readSelected();
    host.workbook.switches.payloadLimit = 3_000_000;
    expect(await excel.readSelected()).toEqual(whole);
  });

  it('is a fault where it is a chart, and reading goes on', async () => {
    const { host, excel } = await open();
    host.select(first, []);
    expect(await faultOf(excel.readSelected())).toMatchObject({ reason: 'no-cells-selected' });
    expect((await excel.read()).sheets).toHaveLength(plan.sheets.length);
  });

  it('is a fault in an Excel that does not know several areas', async () => {
    const { excel } = await open({ requirements: { ExcelApi: '1.8' } });
    expect(await faultOf(excel.readSelected())).toMatchObject({ reason: 'not-supported' });
  });
});
