import { write as writeSheetJs } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { encodeWorkbook } from '../../src/adapters/xlsx/write/encode.ts';
import { filledWorkbook } from './filled-workbook.ts';
import { race, type Contestant, type Effort } from './race.ts';
import { OURS } from './readers.ts';
import type { Result } from './result.ts';
import { barsOf, kilobytes, msOf, timingTable } from './timings.ts';
import { forExcelJs } from './write-exceljs.ts';
import { forHucre } from './write-hucre.ts';
import { forSheetJs } from './write-sheetjs.ts';

const HUCRE = 'hucre';

/** A writer that hands its bytes over. */
interface Writer extends Contestant {
  readonly run: () => Promise<Uint8Array>;
}

/** Writes one workbook with every writer, each from a model of its own that was built before. */
export async function benchWrite(effort: Effort): Promise<Result> {
  const { plan, answers } = await filledWorkbook();
  const hucre = forHucre(plan);
  const exceljs = await forExcelJs(plan);
  const sheetJs = forSheetJs(plan);
  const writers: readonly Writer[] = [
    { name: OURS, run: () => encodeWorkbook(plan) },
    { name: HUCRE, run: () => writeXlsx(hucre) },
    { name: 'exceljs', run: async () => new Uint8Array(await exceljs.xlsx.writeBuffer()) },
    {
      name: 'SheetJS, no styles',
      run: () =>
        Promise.resolve(
          new Uint8Array(
            writeSheetJs(sheetJs, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
          ),
        ),
    },
  ];
  const sizes = new Map<string, string>();
  for (const { name, run } of writers) sizes.set(name, kilobytes((await run()).length));
  const timings = await race(writers, effort);
  const table = timingTable('A filled workbook', timings);
  const ms = msOf(timings);
  return {
    title: 'Write a workbook in Node',
    note: `The same texts, styles, lists and conditional formats (${answers} answers); each writer starts from its own model, whose making is not measured. SheetJS writes no styles.`,
    tables: [
      {
        ...table,
        head: [...table.head, 'size'],
        rows: table.rows.map((row) => [...row, sizes.get(row[0] ?? '') ?? '']),
      },
    ],
    charts: [barsOf('เขียน / Write, Node', timings)],
    aims: [{ name: 'write / hucre', value: ms(OURS) / ms(HUCRE), limit: 1.2, kind: 'at-most', unit: '×' }],
  };
}
