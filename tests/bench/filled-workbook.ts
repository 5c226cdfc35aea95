import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { issuesOfAgency } from '../../src/domain/programme/assignment.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { measuresOf, type MeasureKey, type Programme } from '../../src/domain/programme/programme.ts';
import type { Agency } from '../../src/domain/programme/roster.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import type { TextPatch } from '../../src/domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import { fillPatches } from '../demo/fill.ts';
import { ThaiText } from './thai-text.ts';

export const { programme, roster } = builtInProgramme()!;

/** A workbook as an agency sends it, and a plan with the same texts in the same cells. */
interface FilledWorkbook {
  readonly bytes: Uint8Array;
  readonly plan: WorkbookPlan;
}

/** Plans of the workbooks of the agencies that are asked for most, with 300 to 3,000 characters for each measure. */
export async function filledPlans(agencies: number): Promise<readonly WorkbookPlan[]> {
  const busiest = roster.agencies.toSorted((one, other) => measureCount(other) - measureCount(one));
  const text = new ThaiText(2565);
  return Promise.all(
    busiest.slice(0, agencies).map(async (agency) => {
      const paragraphs = new Map(
        measuresOf(programme).map(({ measure }) => [measure.key, [text.text(300 + text.number(2_701))]]),
      );
      const plan = planAgencyWorkbook(programme, agency, { created: '2022-02-01T02:00:00Z' });
      return (await fill(plan, programme, paragraphs)).plan;
    }),
  );
}

/**
 * A planned workbook with these paragraphs typed in: patched, so that its bytes are what an agency's would be. Measures
 * without one are in progress.
 */
export async function fill(
  plan: WorkbookPlan,
  ofProgramme: Programme,
  paragraphs: ReadonlyMap<MeasureKey, readonly string[]>,
): Promise<FilledWorkbook> {
  const codec = createXlsxCodec();
  const blank = await codec.encode(plan);
  const contact = { name: 'ผู้ประสานงาน', phone: '๐ ๒๒๒๑ ๒๑๔๑', email: 'ita@example.go.th' };
  const status = { answered: 'done', others: 'in-progress' } as const;
  const patches = fillPatches(await codec.decode(blank), { contact, paragraphs, status }, ofProgramme);
  const bytes = await codec.patch(blank, patches);
  return { bytes, plan: withTexts(plan, patches) };
}

function withTexts(plan: WorkbookPlan, patches: readonly TextPatch[]): WorkbookPlan {
  const key = (sheet: string, row: number, column: number): string => JSON.stringify([sheet, row, column]);
  const texts = new Map(patches.map(({ sheet, row, column, text }) => [key(sheet, row, column), text]));
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    rows: Array.from(sheet.rows, (row, index) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const value = texts.get(key(sheet.name, index, cell.column));
        return value === undefined ? cell : { ...cell, value };
      }),
    })),
  }));
  return { ...plan, sheets };
}

function measureCount({ code }: Agency): number {
  return issuesOfAgency(programme, code).reduce((sum, { measures }) => sum + measures.length, 0);
}
