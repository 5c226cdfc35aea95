import { MAX_ROW_HEIGHT } from '../../spreadsheet/limits.ts';
import type { RowPlan } from '../../spreadsheet/plan.ts';

/** Blank rows under a chart of a height in points: as few as Excel's limit of row heights allows. */
export function chartRows(height: number): readonly RowPlan[] {
  const pieces = Math.ceil(height / MAX_ROW_HEIGHT);
  return Array.from({ length: pieces }, () => ({ cells: [], height: Math.ceil(height / pieces) }));
}
