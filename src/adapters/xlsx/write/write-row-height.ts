import { estimateHeight } from '../../../domain/text/layout.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../../domain/spreadsheet/plan.ts';
import { columnPoints, indentPoints } from '../../../domain/spreadsheet/column-width.ts';
import { MAX_ROW_HEIGHT } from '../../../domain/spreadsheet/limits.ts';
import { STANDARD_FONT, STYLES, type CellStyle } from '../../../domain/spreadsheet/styles.ts';

/** `estimateHeight` overestimates: in LibreOffice a line of Laksaman is 1.63 em high, a single line 1.73 em. */
const LINE_SHARE = 0.87;

/** Default column width in characters. */
export const DEFAULT_WIDTH = 8.43;

/**
 * What a row without a height is likely to need, in points, or undefined for a row without texts.
 *
 * Written without `customHeight` it is the result of the last autofit, not a request: Excel and newer versions of LibreOffice
 * fit the row again when they open the file. LibreOffice up to 24.1 and most viewers do not, and would show one line.
 */
export function likelyHeight(sheet: SheetPlan, row: RowPlan, index: number): number | undefined {
  let height = 0;
  for (const cell of row.cells) {
    if (!isMerged(sheet, index, cell.column)) height = Math.max(height, textHeight(sheet, cell));
  }
  return height === 0 ? undefined : Math.min(MAX_ROW_HEIGHT, Math.ceil(height));
}

function textHeight(sheet: SheetPlan, { column, style, value }: CellPlan): number {
  const { width = DEFAULT_WIDTH, hidden = false } = sheet.columns[column] ?? {};
  if (value === undefined || value === '' || hidden) return 0;
  const { wrap = false, size = STANDARD_FONT.size, indent = 0 }: CellStyle = STYLES[style];
  const widthPoints = wrap ? columnPoints(width) - indentPoints(indent) : Infinity;
  return LINE_SHARE * estimateHeight(String(value), { widthPoints, fontSize: size }, MAX_ROW_HEIGHT / LINE_SHARE);
}

/** Whether a cell is merged: no program autofits rows to merged cells. */
function isMerged({ merges }: SheetPlan, row: number, column: number): boolean {
  return merges.some(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}
