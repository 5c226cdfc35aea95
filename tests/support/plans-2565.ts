import { emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { packText } from '../../src/adapters/xlsx/packed-text.ts';
import { yearDigest, yearText } from '../../src/domain/programme/year-text.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { programme, roster } from './report-2565.ts';

/** When workbooks of the tests were made. */
export const created = '2022-04-01T00:00:00.000Z';

const data = { programme, roster };

/** The data of the year, as workbooks carry them. */
export const year = { digest: yearDigest(data), ...packText(yearText(data)) };

/** An agency of the printed report, the one that tests take where any will do. */
export const district = roster.agencies.find(({ code }) => code === '5019')!;

/** Its workbook without answers. */
export const districtPlan = planAgencyWorkbook(programme, district, { created, year });

/** The report without answers. */
export const emptyMaster = planMaster(finish(emptyConsolidation(programme, roster), { grouping: true }), {
  created,
  year,
});
