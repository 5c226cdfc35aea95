import { fixesOf } from '../../../../domain/checks/fixes.ts';
import { shownAfter } from '../../../../domain/conversion/shown-after.ts';
import type { Edit } from '../../../../domain/text/edits.ts';
import { editsOf, type Digits, type PreservedToken } from '../../../../domain/text/thai-digits.ts';
import type { FixedCell } from '../../../../domain/checks/cell-changes.ts';
import type { CellChange } from '../../../../domain/conversion/changes.ts';
import { cellKey, type CellLocation } from '../../../../domain/spreadsheet/address.ts';

/** A cell as a person sees it before it changes, and what changes of it. */
export interface ShownChange extends CellLocation {
  readonly text: string;
  /** In order, not overlapping. */
  readonly edits: readonly Edit[];
  /** Parts that keep their digits. */
  readonly preserved: readonly PreservedToken[];
  /** Whether only the cell's format changes, not its value. */
  readonly isLookOnly: boolean;
}

/** A cell's change by a conversion. A number or date keeps its value; it is shown as it will look. */
export function shownConversion(change: CellChange, to: Digits): ShownChange {
  const { sheet, row, column } = change;
  if (change.kind === 'text') {
    return {
      sheet,
      row,
      column,
      text: change.before,
      edits: editsOf(change.changes),
      preserved: change.preserved,
      isLookOnly: false,
    };
  }
  const { text } = change;
  return {
    sheet,
    row,
    column,
    text,
    edits: [{ start: 0, end: text.length, text: shownAfter(change, to) }],
    preserved: [],
    isLookOnly: true,
  };
}

/** A cell's change by fixes. */
export function shownRepair({ sheet, row, column, before, findings }: FixedCell): ShownChange {
  return {
    sheet,
    row,
    column,
    text: before,
    edits: fixesOf(findings).flatMap(({ edits }) => edits),
    preserved: [],
    isLookOnly: false,
  };
}

/** A key that is unique in the workbook. */
export function locationKey(location: CellLocation): string {
  return cellKey(location.sheet, location);
}
