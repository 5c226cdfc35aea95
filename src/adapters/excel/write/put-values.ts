import { columnPoints } from '../../../domain/spreadsheet/column-width.ts';
import type { CellPlan, RowPlan, SheetPlan, WorkbookPlan } from '../../../domain/spreadsheet/plan.ts';
import { STYLES, type CellStyle } from '../../../domain/spreadsheet/styles.ts';
import { changeSheets } from './change-sheets.ts';
import { REQUEST_BYTES } from '../limits.ts';
import type { RunExcel } from '../run-excel.ts';

/**
 * Adds sheets with their values, formulas, number formats, merged cells and hidden rows and columns, in batches below
 * the request limit.
 * @param structure whether the workbook's structure is protected
 */
export async function addFilledSheets(run: RunExcel, plan: WorkbookPlan, structure: boolean): Promise<void> {
  const add = ({ workbook }: Excel.RequestContext): void => {
    for (const { name } of plan.sheets) workbook.worksheets.add(name);
  };
  await changeSheets(run, [], add, { structure });
  for (const sheet of plan.sheets) {
    const allRows = [...sheet.rows];
    for (const { first, rows } of pieces(allRows)) {
      await changeSheets(run, [], ({ workbook }) =>
        fillRows(workbook.worksheets.getItem(sheet.name), sheet, first, rows),
      );
    }
    await changeSheets(run, [], ({ workbook }) => shape(workbook.worksheets.getItem(sheet.name), sheet, allRows), {
      structure,
    });
  }
}

/** Splits rows into pieces that each fit into a request. */
function pieces(rows: readonly RowPlan[]): readonly { readonly first: number; readonly rows: readonly RowPlan[] }[] {
  const found: { first: number; rows: RowPlan[] }[] = [];
  let bytes = Infinity;
  rows.forEach((row, index) => {
    const size = new TextEncoder().encode(JSON.stringify(row.cells)).byteLength;
    bytes += size;
    if (bytes > REQUEST_BYTES) {
      found.push({ first: index, rows: [] });
      bytes = size;
    }
    found.at(-1)?.rows.push(row);
  });
  return found;
}

function fillRows(target: Excel.Worksheet, sheet: SheetPlan, first: number, rows: readonly RowPlan[]): void {
  const width = Math.max(
    1,
    sheet.columns.length,
    ...rows.flatMap(({ cells }) => cells.map(({ column }) => column + 1)),
  );
  const matrix = <Value>(empty: Value, of: (cell: CellPlan) => Value): Value[][] =>
    rows.map(({ cells }) => {
      const row = Array<Value>(width).fill(empty);
      for (const cell of cells) row[cell.column] = of(cell);
      return row;
    });
  const range = target.getRangeByIndexes(first, 0, rows.length, width);
  range.numberFormat = matrix('General', formatOf);
  range.values = matrix<string | number>('', valueOf);
  range.format.wrapText = true;
}

/** Cells with text get the Text format, so that the text stays text. */
function formatOf({ value, formula, style }: CellPlan): string {
  const { format = 'General' }: CellStyle = STYLES[style];
  return typeof value === 'string' && formula === undefined ? '@' : format;
}

function valueOf({ value, formula }: CellPlan): string | number {
  if (formula !== undefined) return `=${formula}`;
  return typeof value === 'string' && value.startsWith("'") ? `'${value}` : (value ?? '');
}

function shape(target: Excel.Worksheet, sheet: SheetPlan, rows: readonly RowPlan[]): void {
  sheet.columns.forEach(({ width, hidden }, column) => {
    const range = target.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
    range.format.columnWidth = columnPoints(width);
    if (hidden === true) range.columnHidden = true;
  });
  rows.forEach(({ hidden }, row) => {
    if (hidden === true) target.getRangeByIndexes(row, 0, 1, 1).getEntireRow().rowHidden = true;
  });
  for (const { top, left, bottom, right } of sheet.merges) {
    target.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).merge();
  }
  if (sheet.state !== 'visible') target.visibility = sheet.state === 'hidden' ? 'Hidden' : 'VeryHidden';
}
