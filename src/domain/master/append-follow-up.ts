import type { SheetContent, TextPatch } from '../spreadsheet/content.ts';
import { columnsOfFollowUp } from './read/follow-up-in-sheet.ts';
import type { FollowUpRow } from './follow-up.ts';

/**
 * The texts that add rows to the sheet ติดตาม of a master, below all that stands there; the next master puts them below their agencies.
 * Undefined where a sheet is not the program's.
 */
export function appendedRows(sheet: SheetContent, rows: readonly FollowUpRow[]): readonly TextPatch[] | undefined {
  const columnOf = columnsOfFollowUp(sheet);
  if (columnOf === undefined) return undefined;
  const first = Math.max(...sheet.cells.map(({ row }) => row)) + 1;
  return rows.flatMap(({ texts }, index) =>
    [...columnOf].flatMap(([id, column]): readonly TextPatch[] => {
      const text = texts[id] ?? '';
      return text === '' ? [] : [{ sheet: sheet.name, row: first + index, column, text }];
    }),
  );
}
