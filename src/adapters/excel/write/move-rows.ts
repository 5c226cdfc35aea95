import { COLUMNS, ROWS } from '../../../domain/spreadsheet/limits.ts';
import type { SheetRows } from '../../../usecases/ports/workbook-host.ts';
import type { RunExcel } from '../run-excel.ts';
import type { KnownSheets } from '../sheets/known-sheets.ts';
import { changeSheets } from './change-sheets.ts';

/** Inserts or deletes whole rows in one round trip. Protection is removed meanwhile. @throws {HostFault} */
export async function moveRows(
  run: RunExcel,
  known: KnownSheets,
  { sheet, row, count }: SheetRows,
  way: 'insert' | 'delete',
): Promise<void> {
  const target = known.named(sheet);
  // Excel tells of it as of any change that moves cells: it may have touched the whole sheet.
  known.ownChange({ sheetId: target.id, top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 });
  await changeSheets(run, target.protection === undefined ? [] : [target], ({ workbook }) => {
    const rows = workbook.worksheets.getItem(target.id).getRangeByIndexes(row, 0, count, 1).getEntireRow();
    if (way === 'insert') rows.insert('Down');
    else rows.delete('Up');
  });
  known.rowsMoved(target.id);
}
