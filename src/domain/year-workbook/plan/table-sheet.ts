import { formatToken } from '../../form/identity.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellPlan, RowPlan, SheetPlan, ValidationPlan } from '../../spreadsheet/plan.ts';
import { FIRST_COLUMN, FIRST_ROW, HEADING_ROW, SHEETS, TABLES, TOKEN_ROW, type TableId } from '../sheets.ts';
import { formatYearToken } from '../tokens.ts';
import type { TableRow } from './data-rows.ts';
import { howToRow, titleRow } from './heading-rows.ts';

/** What stands in the sheet of a table. */
export interface TablePlanOptions {
  readonly rows: readonly TableRow[];
  /** Number of empty rows that are ready for more. */
  readonly spare: number;
  /** A token of the sheet beside those of its columns. */
  readonly token?: string;
  /** Values to choose from, by column. */
  readonly lists?: Readonly<Record<string, { readonly values: readonly string[]; readonly isAdvice?: true }>>;
}

/**
 * The sheet of a table. Its headings are locked; all other cells, and whole columns, are not, because Excel deletes a row of a
 * protected sheet only if every cell in it is unlocked (Excel VBA reference, Protection.AllowDeletingRows).
 */
export function planTableSheet(id: TableId, { rows, spare, token, lists = {} }: TablePlanOptions): SheetPlan {
  const columns = TABLES[id];
  const last = FIRST_COLUMN + columns.length - 1;
  const listed = columns.flatMap(({ id: column }) => lists[column]?.values ?? []);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    name: SHEETS[id].name,
    state: 'visible',
    columns: [
      { width: 10, hidden: true, style: 'openHidden' },
      ...columns.map((column) => ({ width: column.width, style: 'open' as const })),
      { width: 10, hidden: true, style: 'openHidden' },
      ...listed.map(() => ({ width: 10, hidden: true, style: 'openHidden' as const })),
      { width: 9, style: 'open', toEnd: true },
    ],
    rows: [
      tokenRow(id, token, listed),
      titleRow(SHEETS[id].title),
      howToRow(SHEETS[id].howTo, width),
      {
        cells: columns.map(({ heading }, index) => ({
          column: FIRST_COLUMN + index,
          style: 'heading',
          value: heading,
        })),
      },
      ...rows.map((row) => tableRow(id, row)),
      ...Array.from({ length: spare }, () => tableRow(id, { values: {} })),
    ],
    merges: [HEADING_ROW - 2, HEADING_ROW - 1].map((row) => ({
      top: row,
      bottom: row,
      left: FIRST_COLUMN,
      right: last,
    })),
    freeze: { rows: HEADING_ROW + 1, columns: FIRST_COLUMN + FROZEN[id] },
    protection: {
      allow: ['formatCells', 'formatColumns', 'formatRows', 'insertRows', 'deleteRows', 'sort', 'autoFilter'],
    },
    validations: validations(id, rows.length + spare, last, lists),
    conditionalFormats: [],
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: last,
      header: {},
      footer: { left: headerText(SHEETS[id].title), right: PAGE_NUMBER },
    },
  };
}

/** Columns that stay in view at the left of each table. */
const FROZEN: Readonly<Record<TableId, number>> = { issues: 0, measures: 3, agencies: 2, classes: 1, rules: 1 };

function tokenRow(id: TableId, token: string | undefined, listed: readonly string[]): RowPlan {
  const columns = TABLES[id];
  const end = FIRST_COLUMN + columns.length;
  const hidden = (column: number, value: string): CellPlan => ({ column, style: 'hidden', value });
  return {
    hidden: true,
    cells: [
      // Also when its properties are lost, the workbook is never taken for an answer.
      hidden(0, formatToken({ kind: 'office', reportColumns: 0 })),
      ...columns.map(({ id: field }, index) =>
        hidden(FIRST_COLUMN + index, formatYearToken({ kind: 'field', field: `${id}.${field}` })),
      ),
      hidden(end, token ?? formatYearToken({ kind: 'sheet', sheet: id })),
      ...listed.map((value, index) => hidden(end + 1 + index, value)),
    ],
  };
}

function tableRow(id: TableId, { values, token }: TableRow): RowPlan {
  const columns = TABLES[id];
  const tokenCell = (column: number): readonly CellPlan[] =>
    token === undefined ? [] : [{ column, style: 'openHidden', value: token }];
  return {
    cells: [
      ...tokenCell(0),
      ...columns.map(({ id: column, isCentered, isShown }, index): CellPlan => {
        const value = values[column];
        return {
          column: FIRST_COLUMN + index,
          style: isShown ? 'entryShown' : isCentered ? 'entryCenter' : 'entry',
          ...(value === undefined ? {} : { value }),
        };
      }),
      ...tokenCell(FIRST_COLUMN + columns.length),
    ],
  };
}

function validations(
  id: TableId,
  rows: number,
  last: number,
  lists: NonNullable<TablePlanOptions['lists']>,
): readonly ValidationPlan[] {
  let listColumn = last + 2;
  return TABLES[id].flatMap(({ id: column, heading, hint = '' }, index): readonly ValidationPlan[] => {
    const list = lists[column];
    if (hint === '' && list === undefined) return [];
    const left = listColumn;
    listColumn += list?.values.length ?? 0;
    const at = FIRST_COLUMN + index;
    return [
      {
        range: { top: FIRST_ROW, bottom: FIRST_ROW + Math.max(1, rows) - 1, left: at, right: at },
        promptTitle: heading,
        prompt: hint,
        ...(list === undefined || list.values.length === 0
          ? {}
          : {
              list: { top: TOKEN_ROW, bottom: TOKEN_ROW, left, right: listColumn - 1 },
              error: list.isAdvice
                ? 'ยังไม่มีค่านี้ในแผ่นงานที่เกี่ยวข้อง หากต้องการใช้ ให้เพิ่มในแผ่นงานนั้นด้วย'
                : `โปรดเลือก ${list.values.join(' หรือ ')} หรือเว้นว่าง`,
              ...(list.isAdvice ? { isAdvice: true } : {}),
            }),
      },
    ];
  });
}
