import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { RangeMatrices } from './cell-contents.ts';
import type { RunExcel } from '../run-excel.ts';

/** Queues the loading of a range's values, formulas, texts and number formats, which office.js sends as reads. */
export function queueRange(range: Excel.Range): Excel.Range {
  return range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,text,valueTypes,numberFormat');
}

/**
 * The content of a loaded range.
 * @throws {HostFault} `no-values`
 */
export function rangeRead(range: Excel.Range, sheet: string): RangeMatrices {
  const { rowIndex: row, columnIndex: column, formulas, text, valueTypes, numberFormat } = range;
  // Null if the range has more cells than the host returns; the types do not say so.
  const values = range.values as unknown[][] | null;
  if (values === null) throw new HostFault('no-values', sheet);
  return { row, column, values, formulas, text, valueTypes, numberFormat };
}

/** The used rows and columns of a sheet. */
export interface UsedRows {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/**
 * Reads the used rows of a sheet in as many round trips as needed: a request whose response is too large is split in
 * halves.
 * @throws {HostFault} `too-large` for a single row that is too large
 */
export async function readRows(run: RunExcel, used: UsedRows): Promise<readonly RangeMatrices[]> {
  const { id, name, row, rows, column, columns } = used;
  try {
    return await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const queued = queueRange(sheet.getRangeByIndexes(row, column, rows, columns));
      await context.sync();
      return [rangeRead(queued, name)];
    });
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'too-large') throw error;
    if (rows === 1) throw new HostFault('too-large', name, { cause: error });
    const half = Math.ceil(rows / 2);
    const upper = await readRows(run, { ...used, rows: half });
    const lower = await readRows(run, { ...used, row: row + half, rows: rows - half });
    return [...upper, ...lower];
  }
}
