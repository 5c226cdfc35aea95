import { write as writeSheetJs } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';
import { filledPlans } from './filled-workbook.ts';
import { race, type Contestant, type Effort } from './race.ts';
import { OURS } from './readers.ts';
import type { Result } from './result.ts';
import { barsOf, kilobytes, msOf, timingTable } from './timings.ts';
import { forExcelJs } from './write-exceljs.ts';
import { forHucre } from './write-hucre.ts';
import { forSheetJs } from './write-sheetjs.ts';

const HUCRE = 'hucre';

/** A writer of all the workbooks; it tells how many bytes they take. */
interface Writer extends Contestant {
  readonly run: () => Promise<number>;
}

/** How many agencies' workbooks are written one after another. */
const WORKBOOKS = 8;

/** Writes several workbooks with every writer, each from models of its own that were built before. */
export async function benchWrite(effort: Effort): Promise<Result> {
  const plans = await filledPlans(WORKBOOKS);
  const codec = createXlsxCodec(nativeFunctions);
  const writers: readonly Writer[] = [
    writer(OURS, plans, (plan) => codec.encode(plan)),
    writer(HUCRE, plans.map(forHucre), (options) => writeXlsx(options)),
    writer(
      'exceljs',
      await Promise.all(plans.map(forExcelJs)),
      async (workbook) => new Uint8Array(await workbook.xlsx.writeBuffer()),
    ),
    writer('SheetJS, no styles', plans.map(forSheetJs), (workbook) =>
      Promise.resolve(
        new Uint8Array(
          writeSheetJs(workbook, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
        ),
      ),
    ),
  ];
  const sizes = new Map<string, string>();
  for (const { name, run } of writers) sizes.set(name, kilobytes((await run()) / WORKBOOKS));
  const timings = await race(writers, effort);
  const table = timingTable(`${WORKBOOKS} filled workbooks`, timings);
  const ms = msOf(timings);
  return {
    title: 'Write workbooks in Node',
    note: `${WORKBOOKS} agencies’ workbooks with 300 to 3,000 Thai characters for each measure, one after another; the same texts, styles, lists and conditional formats. Each writer starts from its own models, whose making is not measured. SheetJS writes no styles. The size is that of one.`,
    tables: [
      {
        ...table,
        head: [...table.head, 'size'],
        rows: table.rows.map((row) => [...row, sizes.get(row[0] ?? '') ?? '']),
      },
    ],
    charts: [barsOf('เขียน / Write, Node', timings)],
    aims: [{ name: 'write / hucre', value: ms(OURS) / ms(HUCRE), limit: 0.5, kind: 'at-most', unit: '×' }],
  };
}

function writer<Model>(name: string, models: readonly Model[], write: (model: Model) => Promise<Uint8Array>): Writer {
  return {
    name,
    run: async () => {
      let bytes = 0;
      for (const model of models) bytes += (await write(model)).length;
      return bytes;
    },
  };
}
