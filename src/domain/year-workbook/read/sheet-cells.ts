import { compareKey } from '../../text/compare.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../spreadsheet/content.ts';
import { parseToken } from '../../form/identity.ts';
import { SHEET_IDS, SHEETS, type SheetId } from '../sheets.ts';
import { parseYearToken, type YearToken } from '../tokens.ts';
import type { YearProblem } from '../problem.ts';

/** A sheet, its tokens, and its other cells, blank ones left out. */
export interface KnownSheet {
  readonly sheet: SheetContent;
  readonly tokens: readonly { readonly cell: CellContent; readonly token: YearToken }[];
  readonly cells: readonly CellContent[];
}

/** The sheets of a year by what they hold: by their tokens, wherever and under whatever name they are now, else by their names. */
export function findSheets({ sheets }: WorkbookContent, problems: YearProblem[]): ReadonlyMap<SheetId, KnownSheet> {
  const found = new Map<SheetId, KnownSheet>();
  for (const sheet of sheets) {
    const known = withTokens(sheet);
    const id = idOf(known);
    const first = id && found.get(id);
    if (first) problems.push({ code: 'sheet-twice', sheet: sheet.name, first: first.sheet.name });
    else if (id) found.set(id, known);
    else if (known.cells.length > 0) problems.push({ code: 'sheet-unknown', sheet: sheet.name });
  }
  if (found.size === 0) return found;
  for (const id of SHEET_IDS) {
    if (!found.has(id)) problems.push({ code: 'sheet-missing', name: SHEETS[id].name });
  }
  return found;
}

/** Whether a workbook is one of a year, by its sheets' tokens alone. */
export function isYearWorkbook({ sheets }: Pick<WorkbookContent, 'sheets'>): boolean {
  return sheets.some(({ cells }) => cells.some(({ text }) => parseYearToken(text)?.kind === 'field'));
}

function withTokens(sheet: SheetContent): KnownSheet {
  const tokens: { cell: CellContent; token: YearToken }[] = [];
  const cells: CellContent[] = [];
  for (const cell of sheet.cells) {
    if (cell.text.trim() === '') continue;
    const token = cell.text.includes('ita-year:') ? parseYearToken(cell.text) : undefined;
    if (token) tokens.push({ cell, token });
    else if (!(cell.text.includes('ita:') && parseToken(cell.text)?.kind === 'office')) cells.push(cell);
  }
  return { sheet, tokens, cells };
}

function idOf({ sheet, tokens }: KnownSheet): SheetId | undefined {
  for (const { token } of tokens) {
    if (token.kind === 'sheet') return token.sheet;
    const [table, column] = token.kind === 'field' ? token.field.split('.') : [];
    const id = SHEET_IDS.find((one) => one === table);
    if (id && column !== undefined) return id;
  }
  return SHEET_IDS.find((id) => compareKey(SHEETS[id].name) === compareKey(sheet.name));
}
