import { MAX_ROW_HEIGHT } from '../../spreadsheet/limits.ts';
import type { RowPlan } from '../../spreadsheet/plan.ts';

/** Blank rows of a height in points together, for a chart to lie over: as few as a row's greatest height allows. */
export function chartRows(height: number): readonly RowPlan[] {
  const pieces = Math.ceil(height / MAX_ROW_HEIGHT);
  return Array.from({ length: pieces }, () => ({ cells: [], height: Math.ceil(height / pieces) }));
}
