import { planIndexWorkbook } from '../../../../src/domain/form/plan/index-workbook.ts';
import type { SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { emptyConsolidation, finish } from '../../../../src/domain/submissions/consolidate.ts';
import { planMaster } from '../../../../src/usecases/plan-master.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../../support/small-programme.ts';

const created = '2027-04-01T00:00:00.000Z';
const master = planMaster(finish(emptyConsolidation(SMALL_PROGRAMME, SMALL_ROSTER)), { created });
const index = planIndexWorkbook(SMALL_PROGRAMME, SMALL_ROSTER, { created });

it.each([...master.sheets, ...index.sheets])(
  '$name opens on a cell that is seen, not on a token',
  (sheet: SheetPlan) => {
    const { row, column } = sheet.selected ?? { row: sheet.freeze?.rows ?? 0, column: sheet.freeze?.columns ?? 0 };
    expect([...sheet.rows][row]?.hidden).not.toBe(true);
    expect(sheet.columns[column]?.hidden).not.toBe(true);
  },
);
