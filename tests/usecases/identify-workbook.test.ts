import { createExcelWorkbook } from '../../src/adapters/excel/excel-workbook.ts';
import { emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { planIndexWorkbook } from '../../src/domain/form/plan/index-workbook.ts';
import { CURRENT_FORM } from '../../src/domain/form/wordings/wordings.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { planYear } from '../../src/usecases/year/plan-year.ts';
import { identifyWorkbook, type OpenWorkbook } from '../../src/usecases/identify-workbook.ts';
import { codec } from '../support/excel-host/host-workbooks.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const created = '2027-04-01T00:00:00.000Z';
const ofAgency = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created });
const ofOffice = planIndexWorkbook(SMALL_PROGRAMME, SMALL_ROSTER, { created });
const ofMaster = planMaster(finish(emptyConsolidation(SMALL_PROGRAMME, SMALL_ROSTER)), { created });
const ofYear = planYear({ programme: SMALL_PROGRAMME, roster: SMALL_ROSTER }, created);
const agency: OpenWorkbook = {
  kind: 'agency',
  workbook: { programme: 'wiang-2570', version: '3', agency: '02', form: String(CURRENT_FORM.version) },
};

/** The plan as another program may save it: without its properties, and with one sheet only where that is said. */
function stripped(plan: WorkbookPlan, sheet?: number): WorkbookPlan {
  return { ...plan, properties: {}, sheets: sheet === undefined ? plan.sheets : plan.sheets.slice(sheet, sheet + 1) };
}

describe('the workbook that is open', () => {
  it.each<[string, WorkbookPlan, OpenWorkbook, number]>([
    ['an agency by its properties', ofAgency, agency, 1],
    ['an agency by its sheets', stripped(ofAgency), agency, 2],
    ['an agency by a single sheet of it', stripped(ofAgency, 2), agency, 2],
    ['a master by its properties', ofMaster, { kind: 'master', programme: 'wiang-2570', version: '3' }, 1],
    ['the office by its properties', ofOffice, { kind: 'office' }, 1],
    ['the office by its sheets', stripped(ofOffice), { kind: 'office' }, 2],
    ['a programme by its properties', ofYear, { kind: 'programme', programme: 'wiang-2570' }, 1],
    ['a programme by its sheets', stripped(ofYear), { kind: 'programme', programme: '' }, 2],
    ['a programme by a single sheet of it', stripped(ofYear, 2), { kind: 'programme', programme: '' }, 2],
  ])('is known for that of %s', async (_how, plan, expected, syncs) => {
    const host = await openInExcel(plan);
    const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
    expect(await identifyWorkbook(excel)).toEqual(expected);
    expect(host.syncs).toBe(syncs);
  });

  it('may be one that says nothing', async () => {
    const host = await openInExcel(stripped(ofOffice));
    host.workbook.addSheet('ของฉัน');
    host.workbook.removeSheet(host.workbook.sheets[0]!);
    const excel = createExcelWorkbook({ codec, delay: () => new Promise(() => undefined) });
    expect(await identifyWorkbook(excel)).toEqual({ kind: 'unknown' });
  });
});
