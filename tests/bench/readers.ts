import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { XlsxCodecOptions } from '../../src/adapters/xlsx/options.ts';
import type { Contestant } from './race.ts';

export const OURS = 'ita-workbook';
export const FFLATE = 'fflate: inflate only';
export const SHEETJS = 'SheetJS, dense';

/** The readers that run in Node and in a browser alike. */
export function readersOf(bytes: Uint8Array, options: XlsxCodecOptions = {}): readonly Contestant[] {
  const codec = createXlsxCodec(options);
  return [
    { name: FFLATE, run: () => unzipSync(bytes) },
    { name: OURS, run: () => codec.decode(bytes) },
    { name: SHEETJS, run: () => read(bytes, { type: 'array', dense: true }) },
    { name: 'exceljs', run: () => new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer) },
    { name: 'hucre', run: () => readXlsx(bytes) },
  ];
}
