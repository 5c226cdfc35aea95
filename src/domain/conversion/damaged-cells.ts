import type { CellLocation } from '../spreadsheet/address.ts';
import type { WorkbookContent } from '../spreadsheet/content.ts';
import type { ConversionPlan, SkippedCell } from './changes.ts';

/** The cells of a workbook that cannot be read, where all others can; empty where more than single cells is lost. */
export function damagedCells({ unread = [] }: WorkbookContent): readonly SkippedCell[] {
  const lost = unread.filter(({ holds }) => holds === 'cells' || holds === 'place');
  const cells = lost.flatMap(({ sheet, cell, text = '', holds }): readonly SkippedCell[] =>
    holds === 'place' && sheet !== undefined && cell
      ? [{ sheet, ...cell, text, reason: 'unreadable', preserved: [] }]
      : [],
  );
  return cells.length === lost.length ? cells : [];
}

/** A plan that leaves damaged cells as they are, and says so. */
export function withoutCells(plan: ConversionPlan, damaged: readonly SkippedCell[]): ConversionPlan {
  const isDamaged = (location: CellLocation): boolean =>
    damaged.some(
      ({ sheet, row, column }) => sheet === location.sheet && row === location.row && column === location.column,
    );
  return {
    ...plan,
    changes: plan.changes.filter((change) => !isDamaged(change)),
    skipped: [...plan.skipped.filter((cell) => !isDamaged(cell)), ...damaged],
  };
}
