import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { YearData } from '../../src/domain/programme/year-data.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { isYearSheet } from '../../src/domain/form/carried-year.ts';
import { packYear } from '../../src/usecases/carried-year.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from './small-programme.ts';

const codec = createXlsxCodec();

/** A made-up year that no program has built in. */
export const SMALL_YEAR: YearData = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };

/** The made-up year with other words for its first measure. */
export const REWORDED_YEAR: YearData = {
  ...SMALL_YEAR,
  programme: JSON.parse(
    JSON.stringify(SMALL_PROGRAMME).replace('ประกาศนโยบายไม่รับของขวัญ', 'ประกาศนโยบายไม่รับของขวัญและของกำนัล'),
  ) as YearData['programme'],
};

/** A blank workbook of an agency that carries its year. */
export async function carryingWorkbook(data: YearData = SMALL_YEAR, code = '02'): Promise<Uint8Array> {
  const agency = data.roster.agencies.find((one) => one.code === code)!;
  const year = await packYear(codec, data);
  return codec.encode(planAgencyWorkbook(data.programme, agency, { created: '2027-04-01T00:00:00.000Z', year }));
}

/** The same as it is read. */
export async function carryingContent(data?: YearData, code?: string): Promise<WorkbookContent> {
  return codec.decode(await carryingWorkbook(data, code));
}

/** A workbook with other cells on the sheet that carries its year; without that sheet where there are none. */
export function withYearCells(
  content: WorkbookContent,
  change: (cells: readonly CellContent[]) => readonly CellContent[],
): WorkbookContent {
  const changed = (sheet: SheetContent): readonly SheetContent[] => {
    const cells = change(sheet.cells);
    return cells.length === 0 ? [] : [{ ...sheet, cells }];
  };
  return { ...content, sheets: content.sheets.flatMap((sheet) => (isYearSheet(sheet) ? changed(sheet) : [sheet])) };
}
