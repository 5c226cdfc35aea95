import type { SheetContent, TextPatch } from '../spreadsheet/content.ts';
import { columnsOfFollowUp } from './read/follow-up-in-sheet.ts';
import type { FollowUpRow } from './follow-up.ts';

/**
 * The texts that append rows to the sheet ติดตาม of a master; the next master puts them below their agencies. Undefined if the program
 * did not write the sheet.
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
