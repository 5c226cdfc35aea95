import { cellName, parseCellName } from '../../src/domain/spreadsheet/address.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { planYearWorkbook } from '../../src/domain/year-workbook/plan/year-workbook.ts';
import { contentOfPlan } from './plan-content.ts';

/** The workbook of the built-in year as it is written, for tests that edit it as people do. */
export const YEAR_CONTENT = contentOfPlan(planYearWorkbook(builtInProgramme()!, { created: '2022-01-01T00:00:00Z' }));

/** The workbook with cells of one sheet typed over: a text, a cell of another kind, or nothing. */
export function typed(
  sheet: string,
  cells: Readonly<Record<string, string | Partial<CellContent>>>,
  workbook = YEAR_CONTENT,
): WorkbookContent {
  return withSheet(
    sheet,
    (content) => {
      const changed = new Map(Object.entries(cells));
      const others = content.cells.filter((cell) => !changed.has(cellName(cell)));
      const own = [...changed].flatMap(([name, value]): readonly CellContent[] => {
        const at = { ...parseCellName(name)!, kind: 'text' as const };
        if (value === '') return [];
        return [typeof value === 'string' ? { ...at, text: value } : { ...at, text: '', ...value }];
      });
      return { ...content, cells: inOrder([...others, ...own]) };
    },
    workbook,
  );
}

export function withSheet(
  name: string,
  change: (sheet: SheetContent) => SheetContent,
  workbook = YEAR_CONTENT,
): WorkbookContent {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

function inOrder(cells: readonly CellContent[]): readonly CellContent[] {
  return cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
}

/** The workbook with other rows of measures: the rows of the plan, counted from the first measure, in a new order. */
export function rows(
  change: (rows: readonly (readonly CellContent[])[]) => readonly (readonly CellContent[])[],
): WorkbookContent {
  return withSheet('มาตรการ', (sheet) => {
    const first = 4;
    const last = Math.max(...sheet.cells.map(({ row }) => row));
    const all = Array.from({ length: last - first + 1 }, (_, at) =>
      sheet.cells.filter(({ row }) => row === first + at),
    );
    const cells = change(all).flatMap((row, at) => row.map((cell) => ({ ...cell, row: first + at })));
    return { ...sheet, cells: [...sheet.cells.filter(({ row }) => row < first), ...cells] };
  });
}
