import type { RowPlan, WorkbookPlan } from '../../../src/domain/spreadsheet/plan.ts';
import { EVERYTHING, sheetPlan } from '../../adapters/xlsx/write/encode-plans.ts';

/** A workbook with every kind of part, and a sheet of so many rows that are made one by one. */
export function largePlan(rows: number): WorkbookPlan {
  function* made(): Generator<RowPlan> {
    for (let row = 0; row < rows; row += 1) {
      yield { cells: [{ column: 0, style: 'text', value: `ประกาศเจตนารมณ์ <ครั้งที่> ${row} & 👩‍👩‍👧` }] };
    }
  }
  return {
    ...EVERYTHING,
    sheets: [...EVERYTHING.sheets, sheetPlan({ name: 'มาก', rows: { [Symbol.iterator]: made } })],
  };
}
