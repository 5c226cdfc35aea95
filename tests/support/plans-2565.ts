import { emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { programme, roster } from './report-2565.ts';

/** When workbooks of the tests were made. */
export const created = '2022-04-01T00:00:00.000Z';

/** An agency of the printed report, the one that tests take where any will do. */
export const district = roster.agencies.find(({ code }) => code === '5019')!;

/** Its workbook without answers. */
export const districtPlan = planAgencyWorkbook(programme, district, { created });

/** The report without answers. */
export const emptyMaster = planMaster(finish(emptyConsolidation(programme, roster), { grouping: true }), { created });
