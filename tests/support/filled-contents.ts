import fc from 'fast-check';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';
import { Grid } from './grid.ts';
import { arbitraryMistreatments, mistreat } from './mistreat.ts';
import { contentOfPlan } from './plan-content.ts';

/** Whatever XML can carry as it is; what it cannot is the codec's own test. */
export const anyAnswer = fc
  .array(fc.oneof(fc.constantFrom('ผลการดำเนินการ', '- น้ำ', '<&>"', '๑๒', '\n', "'=1"), fc.string({ maxLength: 5 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' ').replace(/[^\P{C}\n]/gu, ''))
  .filter((text) => text.trim() !== '' && !/ita:|_x/i.test(text));

/** Contents of a small agency's workbook, filled in anywhere among its answers and then mistreated. */
export const filledContents = (plan: WorkbookPlan): fc.Arbitrary<WorkbookContent> =>
  fc
    .record({
      cells: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 5, max: 10 }), fc.integer({ min: 4, max: 8 }), anyAnswer)),
      steps: arbitraryMistreatments,
    })
    .map(({ cells, steps }): WorkbookContent => {
      const content = contentOfPlan(plan);
      const grids = content.sheets.map((sheet) => new Grid(sheet));
      for (const [sheet, row, column, text] of cells) {
        const grid = grids[sheet];
        if (grid?.at(row, column) === undefined) grid?.put(row, column, text);
      }
      return onlyCells(mistreat({ ...content, sheets: grids.map((grid) => grid.toContent()) }, steps));
    });

/** Comments and text boxes lie in parts that the other program does not write; reading them has tests of its own. */
function onlyCells(content: WorkbookContent): WorkbookContent {
  return {
    ...content,
    sheets: content.sheets.map(({ name, state, cells, merges }) => ({ name, state, cells, merges })),
  };
}
