import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import { filledWorkbook, programme, roster } from './filled-workbook.ts';
import { inflateAll } from './inflate-all.ts';
import { race, type Effort, type Timing } from './race.ts';
import { OURS, readersOf, SHEETJS } from './readers.ts';
import type { Result } from './result.ts';
import { barsOf, kilobytes, msOf, timingTable } from './timings.ts';

const ZLIB = 'node:zlib: inflate only';
const OURS_AND_SENSE = `${OURS} + answers`;
const OPENPYXL = 'openpyxl';

/** Reads one workbook as three programs write it, with every reader. */
export async function benchRead(effort: Effort): Promise<Result> {
  const { bytes, answers } = await filledWorkbook();
  const samples = [
    { name: 'ita-workbook', bytes },
    { name: 'exceljs', bytes: await throughExcelJs(bytes) },
    { name: 'SheetJS', bytes: throughSheetJs(bytes) },
  ];
  const measured: { readonly name: string; readonly size: number; readonly timings: readonly Timing[] }[] = [];
  for (const sample of samples) {
    const timings = [...(await race(readers(sample.bytes), effort)), openpyxl(sample.bytes)];
    measured.push({ name: sample.name, size: sample.bytes.length, timings });
  }
  const [own] = measured;
  if (own === undefined) throw new Error('nothing was measured');
  const ms = msOf(own.timings);
  return {
    title: 'Read a workbook in Node',
    note: `A workbook with ${answers} answers of 300 to 3,000 Thai characters; medians. “+ answers” includes finding every answer in the cells.`,
    tables: measured.map(({ name, size, timings }) => timingTable(`Saved by ${name} (${kilobytes(size)})`, timings)),
    charts: [barsOf('อ่าน / Read, Node', own.timings)],
    aims: [
      { name: 'read / inflate (node:zlib)', value: ms(OURS) / ms(ZLIB), limit: 3, kind: 'at-most', unit: '×' },
      { name: 'SheetJS / read', value: ms(SHEETJS) / ms(OURS), limit: 4, kind: 'at-least', unit: '×' },
    ],
  };
}

function readers(bytes: Uint8Array) {
  const codec = createXlsxCodec(nativeFunctions);
  const context = { file: 'workbook.xlsx', programme, roster };
  return [
    { name: ZLIB, run: () => inflateAll(bytes) },
    ...readersOf(bytes, nativeFunctions),
    { name: OURS_AND_SENSE, run: async () => readAgencyWorkbook(await codec.decode(bytes), context) },
  ];
}

async function throughExcelJs(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function throughSheetJs(bytes: Uint8Array): Uint8Array {
  const workbook = read(bytes, { type: 'array' });
  const options = { type: 'array', bookType: 'xlsx', bookSST: true, compression: true } as const;
  return new Uint8Array(write(workbook, options) as ArrayBuffer);
}

/** openpyxl times itself, so that the start of Python does not count. */
const TIME_OPENPYXL = `
import statistics, sys, time
from openpyxl import load_workbook
def once():
    start = time.perf_counter()
    for sheet in load_workbook(sys.argv[1]):
        for row in sheet.iter_rows(values_only=True):
            pass
    return (time.perf_counter() - start) * 1000
once()
times = [once() for _ in range(15)]
print(statistics.median(times), len(times))
`;

/** A Python of one's own may lack what Debian's has. */
const PYTHONS = ['python3', '/usr/bin/python3'];

function openpyxl(bytes: Uint8Array): Timing {
  const folder = mkdtempSync(path.join(tmpdir(), 'ita-bench-'));
  try {
    const file = path.join(folder, 'workbook.xlsx');
    writeFileSync(file, bytes);
    const answers = PYTHONS.map((python) => spawnSync(python, ['-c', TIME_OPENPYXL, file], { encoding: 'utf8' }));
    const answer = answers.find(({ status }) => status === 0);
    const [ms = 0, runs = 0] = answer?.stdout.split(' ').map(Number) ?? [];
    return { name: OPENPYXL, ms, runs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
