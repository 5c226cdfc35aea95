import fc from 'fast-check';
import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { planAgencyWorkbook } from '../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../src/domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { Grid } from '../support/grid.ts';
import { anyAnswer, filledContents } from '../support/filled-contents.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { writeWithSheetJs } from '../support/sheetjs-writer.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../support/small-programme.ts';

const RUNS = Math.ceil(Number(process.env.ITA_PROPERTY_RUNS ?? 400) / 4);
/** Milliseconds: room for the deep run on a busy machine; a hang still ends. */
jest.setTimeout(60_000 + RUNS * 300);
const codec = createXlsxCodec();
const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01T00:00:00.000Z' });

function read(content: WorkbookContent): ReturnType<typeof readAgencyWorkbook> {
  return readAgencyWorkbook(content, { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster: SMALL_ROSTER });
}

/** Dates travel as texts here, so that a note about them is the one thing that a file cannot repeat. */
function comparable(result: ReturnType<typeof readAgencyWorkbook>): unknown {
  const problems = result.problems.filter((problem) => problem.code !== 'value-not-text' || problem.kind !== 'date');
  return { ...result, problems };
}

describe('what is read from a file', () => {
  it('that another program wrote is what its content says, whatever people did to it', async () => {
    await fc.assert(
      fc.asyncProperty(filledContents(plan), async (content) => {
        const bytes = writeWithSheetJs(content);
        expect(comparable(read(await codec.decode(bytes)))).toEqual(comparable(read(content)));
      }),
      { numRuns: RUNS },
    );
  });

  it('that was generated and filled in by patches is what the patches say', async () => {
    const blank = await codec.encode(plan);
    const cell = fc.record({
      sheet: fc.constantFrom(...plan.sheets.slice(1).map(({ name }) => name)),
      row: fc.integer({ min: 5, max: 6 }),
      column: fc.integer({ min: 5, max: 8 }),
      text: anyAnswer,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cell, { selector: ({ sheet, row, column }) => `${sheet}${row}.${column}` }),
        async (patches) => {
          const content = contentOfPlan(plan);
          const grids = content.sheets.map((sheet) => new Grid(sheet));
          for (const { sheet, row, column, text } of patches) {
            grids.find(({ name }) => name === sheet)!.put(row, column, text);
          }
          const expected = read({ ...content, sheets: grids.map((grid) => grid.toContent()) });
          expect(read(await codec.decode(await codec.patch(blank, patches)))).toEqual(expected);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
