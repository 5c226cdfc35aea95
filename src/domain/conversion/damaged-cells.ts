import type { CellLocation } from '../spreadsheet/address.ts';
import type { WorkbookContent } from '../spreadsheet/content.ts';
import type { ConversionPlan, SkippedCell } from './changes.ts';

/** The unreadable cells of a workbook; empty if more than single cells cannot be read. */
export function damagedCells({ unread = [] }: WorkbookContent): readonly SkippedCell[] {
  const lost = unread.filter(({ holds }) => holds === 'cells' || holds === 'place');
  const cells = lost.flatMap(({ sheet, cell, text = '', holds }): readonly SkippedCell[] =>
    holds === 'place' && sheet !== undefined && cell
      ? [{ sheet, ...cell, text, reason: 'unreadable', preserved: [] }]
      : [],
  );
  return cells.length === lost.length ? cells : [];
}

/** The plan with damaged cells moved to the skipped ones. */
export function withoutDamaged(plan: ConversionPlan, damaged: readonly SkippedCell[]): ConversionPlan {
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
