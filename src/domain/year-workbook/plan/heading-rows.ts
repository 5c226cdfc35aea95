import { columnPoints } from '../../spreadsheet/column-width.ts';
import type { RowPlan } from '../../spreadsheet/plan.ts';
import { STANDARD_FONT } from '../../spreadsheet/styles.ts';
import { estimateHeight } from '../../text/layout.ts';
import { FIRST_COLUMN } from '../sheets.ts';

/** Most characters across which instructions are wrapped: the part of a wide sheet that a screen shows. */
const MOST_WIDTH = 140;

/** The row with a sheet's title. */
export function titleRow(title: string): RowPlan {
  return { cells: [{ column: FIRST_COLUMN, style: 'subtitle', value: title }], height: 32 };
}

/** The row with a sheet's instructions, in a merged cell of that many characters, whose height no program fits by itself. */
export function howToRow(lines: readonly string[], width: number): RowPlan {
  const text = lines.join('\n');
  const widthPoints = columnPoints(Math.min(width, MOST_WIDTH));
  return {
    cells: [{ column: FIRST_COLUMN, style: 'note', value: text }],
    height: estimateHeight(text, { widthPoints, fontSize: STANDARD_FONT.size }),
  };
}
