import { createExcelWorkbook } from '../../../src/adapters/excel/excel-workbook.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import type { CellPatch } from '../../../src/domain/spreadsheet/content.ts';
import { identifyWorkbook, type OpenWorkbook } from '../../../src/usecases/identify-workbook.ts';

/** What the page found in the workbook that is open. */
export interface Found {
  readonly identity: OpenWorkbook;
  readonly sheets: readonly { readonly name: string; readonly cells: number }[];
}

/** Says what is open, and writes into it. */
async function work(patches: readonly CellPatch[]): Promise<Found> {
  await Office.onReady();
  const excel = createExcelWorkbook({ codec: createXlsxCodec() });
  const identity = await identifyWorkbook(excel);
  const { sheets } = await excel.read();
  await excel.write(patches);
  return { identity, sheets: sheets.map(({ name, cells }) => ({ name, cells: cells.length })) };
}

Object.assign(globalThis, { work });
