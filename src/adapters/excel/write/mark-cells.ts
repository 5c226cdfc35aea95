import type { CellLocation } from '../../../domain/spreadsheet/address.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { blocksOf } from './cell-blocks.ts';
import { changeSheets } from './change-sheets.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import { addMark, marksRead, queueMarks } from '../marks.ts';
import type { RunExcel } from '../run-excel.ts';

/**
 * Marks cells, and takes away all marks there were: one round trip where the sheets were read before, one more to find the old
 * marks of those that were not.
 */
export async function markCells(run: RunExcel, known: KnownSheets, locations: readonly CellLocation[]): Promise<void> {
  await findMarks(
    run,
    known,
    known.all.filter(({ id }) => known.marksOf(id) === undefined),
  );
  try {
    await changeMarks(run, known, locations);
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'sheet-gone') throw error;
    // A mark that was known has been taken away by hand; where it is a sheet, this fails in the same way.
    await findMarks(run, known, known.all);
    await changeMarks(run, known, locations);
  }
}

async function changeMarks(run: RunExcel, known: KnownSheets, locations: readonly CellLocation[]): Promise<void> {
  const blocks = blocksOf(locations.map((location) => ({ ...location, text: '' })));
  const isMarked = ({ id }: KnownSheet): boolean => (known.marksOf(id) ?? []).length > 0;
  const touched = [...new Set([...known.all.filter(isMarked), ...blocks.map(({ sheet }) => known.named(sheet))])];
  if (touched.length === 0) return;
  const locked = touched.filter(({ protection }) => protection !== undefined && protection.allowFormatCells !== true);
  const marked = await changeSheets(run, locked, ({ workbook }) => {
    return touched.map(({ id, name }) => {
      const sheet = workbook.worksheets.getItem(id);
      const { conditionalFormats } = sheet.getRange();
      for (const mark of known.marksOf(id) ?? []) conditionalFormats.getItem(mark).delete();
      for (const { row, column, contents } of blocks.filter((block) => block.sheet === name)) {
        addMark(sheet.getRangeByIndexes(row, column, contents.length, 1));
      }
      return { id, marks: queueMarks(sheet) };
    });
  });
  for (const { id, marks } of marked) known.sheetMarked(id, marksRead(marks));
}

async function findMarks(run: RunExcel, known: KnownSheets, sheets: readonly KnownSheet[]): Promise<void> {
  if (sheets.length === 0) return;
  await run(async (context) => {
    const found = sheets.map(({ id }) => ({ id, marks: queueMarks(context.workbook.worksheets.getItem(id)) }));
    await context.sync();
    for (const { id, marks } of found) known.sheetMarked(id, marksRead(marks));
  });
}
