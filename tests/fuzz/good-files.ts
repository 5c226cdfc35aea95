import { read, write, type BookType } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { answer } from '../support/answer.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';
import { byExcelJs, byHand, bySheetJs } from '../adapters/xlsx/writers.ts';

/** Files that are read without a word, by name: an agency's workbook as several programs save it, and workbooks with all that readers stumble over. */
export async function goodFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const filled = await filledWorkbook();
  return new Map([
    ['filled', filled],
    ['filled, by exceljs', await throughExcelJs(filled)],
    ['filled, by SheetJS', throughSheetJs(filled, true)],
    ['filled, by SheetJS without shared strings', throughSheetJs(filled, false)],
    ['exceljs', await byExcelJs()],
    ['SheetJS', bySheetJs(true)],
    ['by hand', byHand()],
  ]);
}

async function filledWorkbook(): Promise<Uint8Array> {
  const codec = createXlsxCodec();
  const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-05-01T00:00:00Z' });
  return answer(codec, await codec.encode(plan), {
    '1.1.2': { result: 'จัดอบรม <R&D> "น้ำใจ" 😀\n- ครั้งที่ ๑\n- ครั้งที่ ๒', status: 'ดำเนินการแล้ว' },
    '2.1.1': { result: '_x0041_ ]]> ผล', note: 'หมายเหตุ ๑' },
  });
}

async function throughExcelJs(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function throughSheetJs(bytes: Uint8Array, bookSST: boolean): Uint8Array {
  const options = { type: 'array', bookType: 'xlsx' as BookType, bookSST, compression: true } as const;
  return new Uint8Array(write(read(bytes, { type: 'array' }), options) as ArrayBuffer);
}
