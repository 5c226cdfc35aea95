import { foldDigits } from '../../src/domain/text/digits.ts';
import { groupBy } from '../../src/domain/text/group-by.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import type { CellPlan, SheetPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';

/** A workbook as its file holds it after it was saved: texts, numbers, names and states of sheets, and properties; in plain looks. */
export function planOfContent({ sheets, properties }: WorkbookContent): WorkbookPlan {
  return {
    sheets: sheets.map(sheetPlan),
    properties: Object.fromEntries(properties),
    title: 'title',
    author: 'author',
    created: '2027-04-01T00:00:00.000Z',
  };
}

function sheetPlan({ name, state, cells }: SheetContent): SheetPlan {
  const byRow = groupBy(cells, ({ row }) => row);
  const last = Math.max(0, ...byRow.keys());
  const columns = Math.max(0, ...cells.map(({ column }) => column)) + 1;
  return {
    name,
    state: state === 'visible' ? 'visible' : 'hidden',
    columns: Array.from({ length: columns }, () => ({ width: 10 })),
    rows: Array.from({ length: last + 1 }, (_, row) => ({ cells: (byRow.get(row) ?? []).map(cellPlan) })),
    merges: [],
    validations: [],
    conditionalFormats: [],
    print: { lastColumn: columns - 1, header: {}, footer: {} },
  };
}

function cellPlan({ column, kind, text }: CellContent): CellPlan {
  const number = Number(foldDigits(text));
  // A number with words in its format is shown as a text.
  return kind === 'number' && Number.isFinite(number)
    ? { column, style: 'dataNumber', value: number }
    : { column, style: 'data', value: text };
}
