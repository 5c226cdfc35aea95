import type { CellRange, SheetContent } from '../../../domain/spreadsheet/content.ts';
import { HostFault, type WorkbookHost } from '../../../usecases/ports/workbook-host.ts';
import type { RunExcel } from '../run-excel.ts';
import { cellKey, type KnownSheet, type KnownSheets } from '../sheets/known-sheets.ts';
import { cellContents, filledCells, type RangeMatrices } from './cell-contents.ts';
import {
  formattingRead,
  queueFormatting,
  type CellFormatting,
  type CellIndex,
  type QueuedFormatting,
} from './cell-formatting.ts';
import { queueRange, rangeRead, readRows } from './read-range.ts';

/** A sheet of which everything was asked for but comments. */
export interface QueuedSheet {
  readonly used: Excel.Range;
  readonly formatting: readonly QueuedFormatting[];
}

/** What a sheet holds, and the formatting of those of its cells that Excel was asked for. */
export interface SheetMatrices {
  readonly sheet: KnownSheet;
  readonly ranges: readonly RangeMatrices[];
  readonly formatting: ReadonlyMap<string, CellFormatting>;
}

/** Whether formatting is of interest beside texts; see {@link WorkbookHost.read}. */
export type Detail = NonNullable<Parameters<WorkbookHost['read']>[1]>;

/** Cells whose formatting one request asks for: some 1.4 MB of the 5 MB that Excel on the web takes. */
const CELLS_PER_REQUEST = 4_000;

/**
 * Asks for what a sheet holds. A blank sheet's used range is its first cell: nothing here stands on a null object.
 * @param cells those that are expected to hold something; the formatting of others takes another round trip
 */
export function queueSheet(sheet: Excel.Worksheet, cells: readonly CellIndex[] = []): QueuedSheet {
  return { used: queueRange(sheet.getUsedRange(true)), formatting: queueFormatting(sheet, cells) };
}

/**
 * What was asked for, once it is there.
 * @throws {HostFault} `no-values`
 */
export function sheetRead({ used, formatting }: QueuedSheet, sheet: KnownSheet): SheetMatrices {
  return { sheet, ranges: [rangeRead(used, sheet.name)], formatting: formattingByKey(formatting) };
}

/** Asks for the formatting of filled cells that was not asked for before it was known which are filled; as it is where none is missing. */
export function withMissing(sheet: Excel.Worksheet, queued: QueuedSheet, known: KnownSheet): QueuedSheet {
  const missing = missingCells(sheetRead(queued, known));
  if (missing.length === 0 || missing.length > CELLS_PER_REQUEST) return queued;
  return { ...queued, formatting: [...queued.formatting, ...queueFormatting(sheet, missing)] };
}

function missingCells({ ranges, formatting }: SheetMatrices): readonly CellIndex[] {
  return ranges.flatMap(filledCells).filter(({ row, column }) => !formatting.has(cellKey(row, column)));
}

/** What a sheet holds that is too large for one answer, in pieces. @throws {HostFault} `too-large` for a row that is so by itself */
export async function readInPieces(run: RunExcel, sheet: KnownSheet): Promise<SheetMatrices> {
  const used = await run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet.id).getUsedRange(true);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    return range;
  });
  const { rowIndex: row, rowCount: rows, columnIndex: column, columnCount: columns } = used;
  const ranges = await readRows(run, { id: sheet.id, name: sheet.name, row, rows, column, columns });
  return { sheet, ranges, formatting: new Map() };
}

/**
 * The contents of sheets, with the formatting of all of their cells: where something of it was not asked for yet, in as many round
 * trips as it takes, mostly one. What writing needs to know of the cells is remembered.
 */
export async function sheetContents(
  run: RunExcel,
  known: KnownSheets,
  sheets: readonly SheetMatrices[],
  detail: Detail = 'all',
): Promise<readonly SheetContent[]> {
  const missing = (detail === 'texts' ? [] : sheets).flatMap((read) =>
    missingCells(read).map((cell) => ({ id: read.sheet.id, ...cell })),
  );
  const found = await readFormatting(run, missing);
  return sheets.map(({ sheet, ranges, formatting: asked }) => {
    const formatting = new Map([...asked, ...(found.get(sheet.id) ?? [])]);
    known.sheetRead(sheet.id, formatting);
    return {
      name: sheet.name,
      state: sheet.state,
      cells: ranges.flatMap((range) => cellContents(range, ({ row, column }) => formatting.get(cellKey(row, column)))),
      // To ask Excel for merges is sent as a write (getMergedAreasOrNullObject, office-js#5918), and nothing needs them.
      merges: [],
      ...(sheet.protection === undefined ? {} : { protected: true }),
    };
  });
}

/** A cell of a sheet by its identifier. */
export interface CellOfSheet extends CellIndex {
  readonly id: string;
}

/** The formatting of cells by their sheets and keys; what is too much for one request is asked for in several. */
export async function readFormatting(
  run: RunExcel,
  cells: readonly CellOfSheet[],
  most = CELLS_PER_REQUEST,
): Promise<ReadonlyMap<string, ReadonlyMap<string, CellFormatting>>> {
  const found = new Map<string, Map<string, CellFormatting>>();
  for (let start = 0; start < cells.length; start += most) {
    for (const { id, row, column, formatting } of await readSome(run, cells.slice(start, start + most))) {
      found.set(id, (found.get(id) ?? new Map<string, CellFormatting>()).set(cellKey(row, column), formatting));
    }
  }
  return found;
}

type FormattedCell = CellOfSheet & { readonly formatting: CellFormatting };

async function readSome(run: RunExcel, cells: readonly CellOfSheet[]): Promise<readonly FormattedCell[]> {
  try {
    return await run(async (context) => {
      const { worksheets } = context.workbook;
      const sheets = new Map([...new Set(cells.map(({ id }) => id))].map((id) => [id, worksheets.getItem(id)]));
      const queued = cells.flatMap((cell) => {
        const sheet = sheets.get(cell.id);
        return sheet === undefined ? [] : queueFormatting(sheet, [cell]).map((one) => ({ ...cell, one }));
      });
      await context.sync();
      return queued.map(({ one, ...cell }) => ({ ...cell, formatting: formattingRead(one) }));
    });
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'too-large' || cells.length === 1) throw error;
    const half = Math.ceil(cells.length / 2);
    return [...(await readSome(run, cells.slice(0, half))), ...(await readSome(run, cells.slice(half)))];
  }
}

function formattingByKey(queued: readonly QueuedFormatting[]): ReadonlyMap<string, CellFormatting> {
  return new Map(queued.map((one) => [cellKey(one.row, one.column), formattingRead(one)]));
}

/** What is asked of ranges of which only the location matters. */
export const LOCATIONS = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount']
  .map((name) => `areas/items/${name}`)
  .join();

/** Where areas lie of which {@link LOCATIONS} were asked for. */
export function rangesOf({ areas }: Excel.RangeAreas): readonly CellRange[] {
  return areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}
