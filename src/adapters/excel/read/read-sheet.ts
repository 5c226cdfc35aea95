import type { CellRange, SheetContent } from '../../../domain/spreadsheet/content.ts';
import type { KnownSheet, KnownSheets } from '../sheets/known-sheets.ts';
import { marksRead, queueMarks } from '../marks.ts';
import { queueRange, rangeRead, readRows, type QueuedRange, type RangeRead } from './read-range.ts';
import type { RunExcel } from '../run-excel.ts';

/** A sheet of which everything was asked for but comments. */
export interface QueuedSheet {
  readonly used: QueuedRange;
  readonly merged: Excel.RangeAreas;
  readonly marks: Excel.ConditionalFormatCollection;
}

/** Asks for what a sheet holds. A blank sheet's used range is its first cell: nothing here stands on a null object. */
export function queueSheet(sheet: Excel.Worksheet): QueuedSheet {
  const used = sheet.getUsedRange(true);
  return { used: queueRange(used), merged: queueMerges(used), marks: queueMarks(sheet) };
}

/**
 * What was asked for, once it is there; what is to be known of the cells is remembered.
 * @throws {HostFault} `no-values`
 */
export function sheetRead({ used, merged, marks }: QueuedSheet, sheet: KnownSheet, known: KnownSheets): SheetContent {
  known.sheetMarked(sheet.id, marksRead(marks));
  return sheetContent(sheet, rangeRead(used, sheet.name), merged, known);
}

/**
 * What a sheet holds that is too large for one answer, in pieces.
 * @throws {HostFault} `too-large` for a row that is so by itself
 */
export async function readInPieces(run: RunExcel, sheet: KnownSheet, known: KnownSheets): Promise<SheetContent> {
  const { used, merged } = await run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet.id).getUsedRange(true);
    const queued = { used: range.load('rowIndex,columnIndex,rowCount,columnCount'), merged: queueMerges(range) };
    await context.sync();
    return queued;
  });
  const { rowIndex: row, rowCount: rows, columnIndex: column, columnCount: columns } = used;
  const read = await readRows(run, { id: sheet.id, name: sheet.name, row, rows, column, columns });
  return sheetContent(sheet, read, merged, known);
}

/** What is asked of ranges that only their places are to be known of. */
export const LOCATIONS = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount']
  .map((name) => `areas/items/${name}`)
  .join();

function queueMerges(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject();
  merged.load(LOCATIONS);
  return merged;
}

function sheetContent(
  { id, name, state, protection }: KnownSheet,
  { cells, unlocked, mixed }: RangeRead,
  merged: Excel.RangeAreas,
  known: KnownSheets,
): SheetContent {
  known.sheetRead(id, { unlocked: new Set(unlocked), mixed: new Set(mixed) });
  return {
    name,
    state,
    cells,
    merges: merged.isNullObject ? [] : rangesOf(merged),
    ...(protection === undefined ? {} : { protected: true }),
  };
}

/** Where areas lie of which {@link LOCATIONS} were asked for. */
export function rangesOf({ areas }: Excel.RangeAreas): readonly CellRange[] {
  return areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}
