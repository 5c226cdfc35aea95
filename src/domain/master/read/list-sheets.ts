import type { CellContent, SheetContent } from '../../spreadsheet/content.ts';
import { groupBy } from '../../text/group-by.ts';
import { isBackup } from '../backup-sheets.ts';
import { PICTURE_HEADINGS } from '../picture-headings.ts';
import { REVIEW_HEADINGS } from '../review-headings.ts';
import { COMPLETENESS_SHEET, PICTURES_SHEET, REVIEW_SHEET, TABLE_SHEET } from '../sheet-names.ts';
import { TABLE_HEADINGS } from '../table-headings.ts';
import { RECEIPT_HEADINGS } from './receipts-in-sheet.ts';

/** What a list is found by. */
type Listed = Pick<SheetContent, 'name' | 'state' | 'cells'>;

/**
 * The table of all answers of a master, also where people renamed its sheet. Whoever needs it whole has to see whether it is, where it has
 * another name: an office keeps extracts of it.
 */
export function tableOf<Sheet extends Listed>(sheets: readonly Sheet[]): Sheet | undefined {
  const { year, measure, agency, file } = TABLE_HEADINGS;
  return listOf(sheets, TABLE_SHEET, [year, measure, agency, file]);
}

/** The sheet of pictures of a master, also where people renamed it; not all masters have one. */
export function picturesSheetOf<Sheet extends Listed>(sheets: readonly Sheet[]): Sheet | undefined {
  const { number, measure, picture, key } = PICTURE_HEADINGS;
  return listOf(sheets, PICTURES_SHEET, [number, measure, picture, key]);
}

/** The sheet that tells how complete the answers are, and what came of each agency, also where people renamed it. */
export function completenessSheetOf<Sheet extends Listed>(sheets: readonly Sheet[]): Sheet | undefined {
  const { code, file, name, phone, email } = RECEIPT_HEADINGS;
  return listOf(sheets, COMPLETENESS_SHEET, [code, file, name, phone, email]);
}

/** The list of what somebody has to look at after a merge, also where people renamed it; only merged masters have one. */
export function reviewSheetOf<Sheet extends Listed>(sheets: readonly Sheet[]): Sheet | undefined {
  const { kind, ours, base, theirs } = REVIEW_HEADINGS;
  return listOf(sheets, REVIEW_SHEET, [kind, ours, base, theirs]);
}

/** The sheet with these headings that has the name. Else the only one of another name, but for backups; of several nobody knows which it is. */
function listOf<Sheet extends Listed>(
  sheets: readonly Sheet[],
  name: string,
  headings: readonly string[],
): Sheet | undefined {
  const alike = sheets.filter(({ cells }) => hasHeadings(cells, headings));
  const named = alike.find((sheet) => sheet.name === name);
  if (named) return named;
  const [only, ...others] = alike.filter((sheet) => !isBackup(sheet));
  return only !== undefined && others.length === 0 ? only : sheets.find((sheet) => sheet.name === name);
}

/** Whether a row has all of these texts. */
function hasHeadings(cells: readonly CellContent[], headings: readonly string[]): boolean {
  const found = groupBy(
    cells.filter(({ text }) => headings.includes(text)),
    ({ row }) => row,
  );
  return [...found.values()].some((row) => headings.every((heading) => row.some(({ text }) => text === heading)));
}
