import { TABLE_HEADINGS } from '../../src/domain/master/table-headings.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { SheetContent } from '../../src/domain/spreadsheet/content.ts';
import { isMasterOf } from '../../src/usecases/is-master-of.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { answersOf } from '../support/agency-answers.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';

const created = '2027-06-01T00:00:00Z';
const { year, measure, agency, file } = TABLE_HEADINGS;

/** An extract of the table of all answers that an agency was sent. */
const EXTRACT: SheetContent = {
  name: 'คัดมาให้ตรวจ',
  state: 'visible',
  cells: [year, measure, agency, file].map((text, column) => ({ row: 0, column, kind: 'text', text })),
  merges: [],
};

it('takes no workbook of an agency for a master, also where an extract of a master was put into it', () => {
  const workbook = contentOfPlan(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created }));
  expect(isMasterOf({ ...workbook, sheets: [...workbook.sheets, EXTRACT] }, SMALL_PROGRAMME)).toBe(false);
});

it('knows a master by its properties, and where another program dropped them by its table of all answers', () => {
  const master = contentOfPlan(planMaster(answersOf({ '02': { '1.1.1': ['อบรม'] } }), { created }));
  const another = { ...SMALL_PROGRAMME, id: 'another', year: SMALL_PROGRAMME.year + 1 };
  for (const properties of [master.properties, new Map<string, string>()]) {
    expect(isMasterOf({ ...master, properties }, SMALL_PROGRAMME)).toBe(true);
    expect(isMasterOf({ ...master, properties }, another)).toBe(false);
  }
});
