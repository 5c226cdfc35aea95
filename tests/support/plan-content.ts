import { cellName, quoteSheet } from '../../src/domain/spreadsheet/address.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { headerTexts } from '../../src/domain/spreadsheet/header-footer.ts';
import { STANDARD_FONT, STYLES, type CellStyle } from '../../src/domain/spreadsheet/styles.ts';
import type { CellPlan, SheetPlan, WorkbookPlan } from '../../src/domain/spreadsheet/plan.ts';

/** What reading a written plan gives: the plan's values as a reader of the file sees them. */
export function contentOfPlan(plan: WorkbookPlan): WorkbookContent {
  return {
    sheets: plan.sheets.map(sheetContent),
    properties: new Map(Object.entries(plan.properties)),
    definedNames: [],
    savedAt: plan.created,
    font: STANDARD_FONT.name,
  };
}

function sheetContent(sheet: SheetPlan): SheetContent {
  return {
    name: sheet.name,
    state: sheet.state,
    cells: [...sheet.rows].flatMap(({ cells }, row) => cells.flatMap((cell) => cellContent(cell, row))),
    merges: sheet.merges,
    ...(sheet.protection === undefined ? {} : { protected: true }),
    ...pageTexts(sheet.print),
  };
}

function pageTexts({ header, footer }: SheetPlan['print']): Pick<SheetContent, 'texts'> {
  const sections = [header, footer].flatMap(({ left = '', center = '', right = '' }) => [left, center, right]);
  const texts = sections.flatMap(headerTexts).map((text) => ({ carrier: 'page', text }) as const);
  return texts.length === 0 ? {} : { texts };
}

function cellContent(cell: CellPlan, row: number): readonly CellContent[] {
  if (cell.value === undefined || cell.value === '') return [];
  const style: CellStyle = STYLES[cell.style];
  return [
    {
      row,
      column: cell.column,
      kind: typeof cell.value === 'number' ? 'number' : 'text',
      text: String(cell.value),
      ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      ...(typeof cell.value === 'number' && style.format !== undefined ? { format: style.format } : {}),
      ...(style.locked === false ? { unlocked: true } : {}),
      ...(cell.link === undefined ? {} : { link: `#${quoteSheet(cell.link.sheet)}!${cellName(cell.link)}` }),
    },
  ];
}
