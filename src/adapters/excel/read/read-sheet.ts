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

/** A sheet whose content, without comments, is queued for loading. */
export interface QueuedSheet {
  readonly used: Excel.Range;
  readonly formatting: readonly QueuedFormatting[];
}

/** The content of a sheet, and the formatting of the cells for which it was loaded. */
export interface SheetMatrices {
  readonly sheet: KnownSheet;
  readonly ranges: readonly RangeMatrices[];
  readonly formatting: ReadonlyMap<string, CellFormatting>;
}

/** Whether to read formatting beside texts; see {@link WorkbookHost.read}. */
export type Detail = NonNullable<Parameters<WorkbookHost['read']>[1]>;

/** Cells whose formatting one request loads: some 1.4 MB of the 5 MB that Excel on the web allows. */
const CELLS_PER_REQUEST = 4_000;

/**
 * Queues the loading of a sheet's content. The used range of a blank sheet is its first cell, so nothing here is a null
 * object.
 * @param cells cells that are expected to be filled; the formatting of others takes another round trip
 */
export function queueSheet(sheet: Excel.Worksheet, cells: readonly CellIndex[] = []): QueuedSheet {
  return { used: queueRange(sheet.getUsedRange(true)), formatting: queueFormatting(sheet, cells) };
}

/**
 * The content of a loaded sheet.
 * @throws {HostFault} `no-values`
 */
export function sheetRead({ used, formatting }: QueuedSheet, sheet: KnownSheet): SheetMatrices {
  return { sheet, ranges: [rangeRead(used, sheet.name)], formatting: formattingByKey(formatting) };
}

/**
 * Queues the formatting of filled cells that was not loaded before; returns `queued` unchanged if none is missing, or
 * too many for one request.
 */
export function withMissing(sheet: Excel.Worksheet, queued: QueuedSheet, known: KnownSheet): QueuedSheet {
  const missing = missingCells(sheetRead(queued, known));
  if (missing.length === 0 || missing.length > CELLS_PER_REQUEST) return queued;
  return { ...queued, formatting: [...queued.formatting, ...queueFormatting(sheet, missing)] };
}

function missingCells({ ranges, formatting }: SheetMatrices): readonly CellIndex[] {
  return ranges.flatMap(filledCells).filter(({ row, column }) => !formatting.has(cellKey(row, column)));
}

/**
 * Reads a sheet that is too large for one response in pieces.
 * @throws {HostFault} `too-large` for a single row that is too large
 */
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
 * The content of sheets with the formatting of all their cells. Missing formatting is loaded in as many round trips as
 * needed, usually one. What writing needs to know about the cells is stored in `known`.
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
      // office.js sends a request for merged areas as a write (getMergedAreasOrNullObject, office-js#5918), and nothing
      // needs them.
      merges: [],
      ...(sheet.protection === undefined ? {} : { protected: true }),
    };
  });
}

/** A cell and the identifier of its sheet. */
export interface CellOfSheet extends CellIndex {
  readonly id: string;
}

/** Loads the formatting of cells by sheet and cell key, in several requests if there are many. */
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

/** The properties that give the address of a range. */
export const LOCATIONS = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount']
  .map((name) => `areas/items/${name}`)
  .join();

/** The addresses of areas whose {@link LOCATIONS} are loaded. */
export function rangesOf({ areas }: Excel.RangeAreas): readonly CellRange[] {
  return areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}
