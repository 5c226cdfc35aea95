import { swapBackups as swapped, backupsOf, isBackup, originalName } from '../../../domain/master/backup-sheets.ts';
import type { SwappedSheets } from '../../../usecases/ports/workbook-host.ts';
import { changeSheets } from '../write/change-sheets.ts';
import { readSheets } from '../read/read-sheets.ts';
import { allOrNothing, changeSheetStates, deleteSheets, stateChanges, type SheetTools } from './sheet-visibility.ts';

/** Which of these names have a backup sheet, in one round trip. */
export async function backupSheets({ run, known }: SheetTools, names: readonly string[]): Promise<readonly string[]> {
  await readSheets(run, known, []);
  return backupsOf(known.all, names);
}

/** Swaps sheets and their backups, all or none, in two round trips. Only names and visibility change. */
export async function swapBackups(tools: SheetTools, names: readonly string[]): Promise<SwappedSheets> {
  return allOrNothing(tools, async ({ sheets, structure }) => {
    const after = swapped(sheets, names);
    const changes = stateChanges(sheets, after);
    if (changes.length > 0) {
      await changeSheets(tools.run, [], ({ workbook }) => changeSheetStates(workbook, sheets, changes), { structure });
    }
    return { restored: backupsOf(sheets, names), backups: backupsOf(after, names) };
  });
}

/** Deletes the backups of these names in two round trips, but not those that a person has shown. */
export async function deleteBackups({ run, known }: SheetTools, names: readonly string[]): Promise<void> {
  await readSheets(run, known, []);
  const { all, isStructureProtected: structure } = known;
  const backups = all.filter((sheet) => isBackup(sheet) && originalName(sheet.name, names) !== undefined);
  if (backups.length === 0) return;
  try {
    await changeSheets(run, [], ({ workbook }) => deleteSheets(workbook.worksheets, backups), { structure });
  } finally {
    known.replace([]);
  }
}
