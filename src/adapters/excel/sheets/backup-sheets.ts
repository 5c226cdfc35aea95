import { exchangeKept as exchanged, keptOf, nameOfKept } from '../../../domain/master/backup-sheets.ts';
import type { ExchangedSheets } from '../../../usecases/ports/workbook-host.ts';
import { changeSheets } from '../write/change-sheets.ts';
import { readSheets } from '../read/read-sheets.ts';
import { allOrNothing, changeFaces, deleteSheets, faceChanges, type SheetTools } from './sheet-visibility.ts';

/** Of which of these names a sheet is kept: one round trip. */
export async function keptSheets({ run, known }: SheetTools, names: readonly string[]): Promise<readonly string[]> {
  await readSheets(run, known, []);
  return keptOf(known.all, names);
}

/** Lets sheets and those kept of their names change places, all of them or none: two round trips. Nothing but names and states changes. */
export async function exchangeKept(tools: SheetTools, names: readonly string[]): Promise<ExchangedSheets> {
  return allOrNothing(tools, async ({ sheets, structure }) => {
    const after = exchanged(sheets, names);
    const changes = faceChanges(sheets, after);
    if (changes.length > 0) {
      await changeSheets(tools.run, [], ({ workbook }) => changeFaces(workbook, sheets, changes), { structure });
    }
    return { back: keptOf(sheets, names), kept: keptOf(after, names) };
  });
}

/** Deletes the sheets that are kept of these names: two round trips. */
export async function deleteKept({ run, known }: SheetTools, names: readonly string[]): Promise<void> {
  await readSheets(run, known, []);
  const { all, isStructureProtected: structure } = known;
  const kept = all.filter(({ name }) => nameOfKept(name, names) !== undefined);
  if (kept.length === 0) return;
  try {
    await changeSheets(run, [], ({ workbook }) => deleteSheets(workbook.worksheets, kept), { structure });
  } finally {
    known.replace([]);
  }
}
