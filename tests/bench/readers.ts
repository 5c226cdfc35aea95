import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import type { XlsxCodecOptions } from '../../src/adapters/xlsx/options.ts';

export const OURS = 'ita-workbook';
export const FFLATE = 'fflate: inflate only';
export const SHEETJS = 'SheetJS, lean';

/** Reads the bytes of a workbook. */
export type Reader = (bytes: Uint8Array) => unknown;

/** All that SheetJS can leave out and the values stay there. */
const LEAN = { type: 'array', dense: true, cellText: false, cellHTML: false, cellFormula: false } as const;

/** The readers that run in Node and in a browser alike, by name. */
export function portableReaders(options: XlsxCodecOptions = {}): ReadonlyMap<string, Reader> {
  const codec = createXlsxCodec(options);
  return new Map<string, Reader>([
    [OURS, (bytes) => codec.decode(bytes)],
    [FFLATE, (bytes) => unzipSync(bytes)],
    [SHEETJS, (bytes) => read(bytes, LEAN)],
    ['exceljs', (bytes) => new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer)],
    ['hucre', (bytes) => readXlsx(bytes)],
  ]);
}
