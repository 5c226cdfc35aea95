import { MAX_SHEET_NAME } from '../spreadsheet/limits.ts';
import { isSameSheetName } from '../spreadsheet/sheet-name.ts';
import { checksum } from '../text/checksum.ts';
import type { SheetContent } from '../spreadsheet/content.ts';
import { graphemeSegments } from '../text/segments.ts';

/**
 * Begins the name of a backup sheet, the hidden copy of a sheet that was replaced. The name alone identifies it, so that it can be
 * restored after the file was saved, closed and opened again.
 */
const MARK = 'เดิม · ';

/** The name and visibility of a sheet. */
export type SheetState = Pick<SheetContent, 'name' | 'state'>;

/**
 * The name of a sheet's backup. A name that would be too long is truncated, with a checksum of the whole name to keep it
 * unique.
 * @internal
 */
export function backupName(name: string): string {
  const whole = MARK + name;
  return whole.length <= MAX_SHEET_NAME ? whole : withinSheetName(whole, `…${checksum(name.toLowerCase()).slice(-4)}`);
}

/** As many whole graphemes of a name as fit before the end, which is kept. */
function withinSheetName(name: string, end: string): string {
  let start = '';
  for (const { segment } of graphemeSegments(name)) {
    if (start.length + segment.length + end.length > MAX_SHEET_NAME) break;
    start += segment;
  }
  return start + end;
}

/** The first of `name (2)`, `name (3)` … that no sheet has, with the name truncated if necessary. */
export function numberedName(name: string, sheets: readonly SheetState[]): string {
  for (let number = 2; ; number += 1) {
    const numbered = withinSheetName(name, ` (${number})`);
    if (!sheets.some((sheet) => isSameSheetName(sheet.name, numbered))) return numbered;
  }
}

/** The one of these names that a backup sheet belongs to; undefined if it is none of them. The inverse of {@link backupName}. */
export function originalName(backup: string, names: readonly string[]): string | undefined {
  return names.find((name) => isSameSheetName(backupName(name), backup));
}

/** The names that have a backup sheet. */
export function backupsOf(sheets: readonly SheetState[], names: readonly string[]): readonly string[] {
  return names.filter((name) => sheets.some((sheet) => isSameSheetName(sheet.name, backupName(name))));
}

/** Whether a sheet is a backup of any name. A backup that a person unhides is theirs and no longer counts. */
export function isBackup({ name, state }: SheetState): boolean {
  return state !== 'visible' && name.startsWith(MARK);
}

/** The backup of a sheet: hidden if it was visible, else very hidden, so that restoring it restores its visibility. */
export function asBackup({ name, state }: SheetState): SheetState {
  return { name: backupName(name), state: state === 'visible' ? 'hidden' : 'veryHidden' };
}

/**
 * Swaps the sheets of some names with their backups, in the same order; without a backup nothing changes. A sheet without a
 * counterpart is swapped too: a lone backup is restored, and a lone sheet becomes a backup. Swapping twice therefore changes
 * nothing, unless only backups were there.
 */
export function swapBackups(sheets: readonly SheetState[], names: readonly string[]): readonly SheetState[] {
  if (backupsOf(sheets, names).length === 0) return sheets;
  return sheets.map((sheet) => {
    const name = originalName(sheet.name, names);
    if (name !== undefined) return { name, state: sheet.state === 'veryHidden' ? 'hidden' : 'visible' };
    return names.some((one) => isSameSheetName(one, sheet.name)) ? asBackup(sheet) : sheet;
  });
}
