import { formatToken, parseToken } from '../form/identity.ts';
import type { SheetContent } from '../spreadsheet/content.ts';
import type { CellPlan } from '../spreadsheet/plan.ts';
import { checksum } from '../text/checksum.ts';

/**
 * What people wrote on a list that they renamed or copied goes into the next list once: that one remembers it, and what becomes of it
 * there counts from then on, whatever still stands on the other sheet. The list remembers it itself, and not the workbook, because a
 * report that is undone brings the list of before back.
 */

/** What a text on another sheet is recognized by, once it was taken over. */
export function sumOfTaken(text: string): string {
  return `${checksum(text)}${text.length.toString(36)}`;
}

/** What lists of a kind have taken over from other sheets, by {@link sumOfTaken}. */
export function takenBy(sheets: readonly Pick<SheetContent, 'cells'>[]): ReadonlySet<string> {
  return new Set(
    sheets.flatMap(({ cells }) =>
      cells.flatMap(({ text }) => {
        const token = parseToken(text);
        return token?.kind === 'taken' ? token.data.split('.') : [];
      }),
    ),
  );
}

/** Sums that a cell holds, with room to spare. */
const SUMS_PER_CELL = 2_000;

/** The cells of a list's hidden row that say what it has taken over. */
export function takenCells(taken: readonly string[], firstColumn: number): readonly CellPlan[] {
  const sums = [...new Set(taken)];
  return Array.from({ length: Math.ceil(sums.length / SUMS_PER_CELL) }, (_, index) => {
    const data = sums.slice(index * SUMS_PER_CELL, (index + 1) * SUMS_PER_CELL).join('.');
    return { column: firstColumn + index, style: 'hidden', value: formatToken({ kind: 'taken', data }) };
  });
}
