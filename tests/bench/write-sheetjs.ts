import { utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { SheetPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';

/** The plan as a workbook of SheetJS, whose free edition knows neither styles nor validations. */
export function forSheetJs(plan: WorkbookPlan): WorkBook {
  const workbook = utils.book_new();
  for (const sheet of plan.sheets) utils.book_append_sheet(workbook, worksheet(sheet), sheet.name);
  workbook.Custprops = { ...plan.properties };
  return workbook;
}

function worksheet(plan: SheetPlan): WorkSheet {
  const sheet: WorkSheet = {};
  const rows = [...plan.rows];
  rows.forEach((row, index) => {
    for (const { column, value, formula } of row.cells) {
      if (value === undefined) continue;
      const computed = formula === undefined ? {} : { f: formula };
      sheet[cellName({ row: index, column })] = { t: typeof value === 'number' ? 'n' : 's', v: value, ...computed };
    }
  });
  sheet['!ref'] = `A1:${cellName({ row: rows.length - 1, column: plan.columns.length - 1 })}`;
  sheet['!cols'] = plan.columns.map(({ width, hidden = false }) => ({ wch: width, hidden }));
  sheet['!merges'] = plan.merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  return sheet;
}
