import type { CellContent } from '../../../domain/spreadsheet/content.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { cellContents } from './cell-contents.ts';
import { cellLook, LOOK, type CellLook } from './cell-look.ts';
import { cellKey } from '../sheets/known-sheets.ts';
import type { RunExcel } from '../run-excel.ts';

/** A range of which everything was asked for. */
export interface QueuedRange {
  readonly range: Excel.Range;
  readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}

/** What a range holds, and what is to be known of its cells by their keys. */
export interface RangeRead {
  readonly cells: readonly CellContent[];
  readonly unlocked: readonly string[];
  readonly mixed: readonly string[];
}

/** Asks for everything that a range holds. */
export function queueRange(range: Excel.Range): QueuedRange {
  range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,text,valueTypes,numberFormat');
  return { range, properties: range.getCellProperties(LOOK) };
}

/**
 * What was asked for, once it is there.
 * @throws {HostFault} `no-values`
 */
export function rangeRead({ range, properties }: QueuedRange, sheet: string): RangeRead {
  const { rowIndex: row, columnIndex: column, formulas, text, valueTypes, numberFormat } = range;
  // Null where the range has more cells than the host gives; the types do not say so.
  const values = range.values as unknown[][] | null;
  if (values === null) throw new HostFault('no-values', sheet);
  const looks = properties.value.map((line) => line.map(cellLook));
  const keysOf = (wanted: (look: CellLook) => boolean): readonly string[] =>
    looks.flatMap((line, y) => line.flatMap((look, x) => (wanted(look) ? [cellKey(row + y, column + x)] : [])));
  return {
    cells: cellContents({ row, column, values, formulas, text, valueTypes, numberFormat, looks }),
    unlocked: keysOf(({ unlocked }) => unlocked),
    mixed: keysOf(({ mixed }) => mixed),
  };
}

/** The rows of a sheet that are in use, and the columns. */
export interface UsedRows {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/**
 * What the rows of a sheet hold, in as many round trips as it takes: whatever is too large for an answer is asked for in halves.
 * @throws {HostFault} `too-large` for a row that is so by itself
 */
export async function readRows(run: RunExcel, used: UsedRows): Promise<RangeRead> {
  const { id, name, row, rows, column, columns } = used;
  try {
    return await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const queued = queueRange(sheet.getRangeByIndexes(row, column, rows, columns));
      await context.sync();
      return rangeRead(queued, name);
    });
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'too-large') throw error;
    if (rows === 1) throw new HostFault('too-large', name, { cause: error });
    const half = Math.ceil(rows / 2);
    const upper = await readRows(run, { ...used, rows: half });
    const lower = await readRows(run, { ...used, row: row + half, rows: rows - half });
    return {
      cells: [...upper.cells, ...lower.cells],
      unlocked: [...upper.unlocked, ...lower.unlocked],
      mixed: [...upper.mixed, ...lower.mixed],
    };
  }
}
