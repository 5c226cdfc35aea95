import * as XLSX from '@e965/xlsx';
import { cellName } from '../../src/domain/spreadsheet/address.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';

/** The bytes of a workbook with this content, written by another program. Dates are written as the texts that they show. */
export function writeWithSheetJs(content: WorkbookContent): Uint8Array {
  const workbook = XLSX.utils.book_new();
  for (const sheet of content.sheets) XLSX.utils.book_append_sheet(workbook, worksheet(sheet), sheet.name);
  workbook.Custprops = Object.fromEntries(content.properties);
  workbook.Props = { ModifiedDate: new Date(content.savedAt ?? 0) };
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function worksheet({ cells, merges }: SheetContent): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  for (const cell of cells) sheet[cellName(cell)] = cellObject(cell);
  sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  const last = (of: (cell: CellContent) => number): number => Math.max(0, ...cells.map(of));
  sheet['!ref'] = `A1:${cellName({ row: last(({ row }) => row), column: last(({ column }) => column) })}`;
  return sheet;
}

const NAME_ERROR = 0x1d;

function cellObject({ kind, text, formula }: CellContent): XLSX.CellObject {
  const computed = formula === undefined ? {} : { f: formula };
  switch (kind) {
    case 'text':
    case 'date':
      return { t: 's', v: text, ...computed };
    case 'number':
      return { t: 'n', v: Number(text), ...computed };
    case 'boolean':
      return { t: 'b', v: text === 'TRUE', ...computed };
    case 'error':
      return { t: 'e', v: NAME_ERROR, ...computed };
  }
}
