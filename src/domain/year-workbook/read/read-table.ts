import { compareKey } from '../../text/compare.ts';
import { groupBy } from '../../text/group-by.ts';
import type { CellContent } from '../../spreadsheet/content.ts';
import type { MeasureKey } from '../../programme/programme.ts';
import type { YearProblem } from '../problem.ts';
import { HEADING_ROW, SHEETS, TABLES, type TableId } from '../sheets.ts';
import type { YearToken } from '../tokens.ts';
import type { Field } from './read-cell.ts';
import type { KnownSheet } from './sheet-cells.ts';

/** A row of a table that holds something. */
export interface ReadRow {
  readonly row: number;
  /** The field of a column. */
  readonly at: (column: string) => Field;
  /** The tokens of measures at the ends of the row. */
  readonly tokens: readonly (YearToken & { readonly kind: 'row' })[];
}

/** A table as it was read. */
export interface ReadTable {
  readonly rows: readonly ReadRow[];
  /** Keys in tokens of rows that hold nothing any more. */
  readonly emptied: readonly MeasureKey[];
  /** Keys that were ever given. */
  readonly keys: readonly MeasureKey[];
}

/** Reads the rows of a table, whose columns may have been moved. Texts that are in none of them are problems. */
export function readTable(id: TableId, known: KnownSheet, problems: YearProblem[]): ReadTable {
  const { sheet, tokens, cells } = known;
  const headingRow = rowOfHeadings(id, known);
  const columns = findColumns(id, known, headingRow, problems);
  const shown = new Set(TABLES[id].filter(({ isShown }) => isShown).map((column) => columns.get(column.id)));
  const columnAt = new Map([...columns].map(([column, index]) => [index, column]));
  const stray = (cell: CellContent): void => {
    problems.push({ code: 'text-stray', sheet: sheet.name, cell, found: cell.text });
  };
  const tokenRow = tokens.find(({ token }) => token.kind === 'field')?.cell.row ?? 0;
  const planned = new Set([SHEETS[id].title, SHEETS[id].howTo.join('\n')].map(compareKey));
  const body: CellContent[] = [];
  for (const cell of cells) {
    if (cell.row > headingRow && columnAt.has(cell.column)) body.push(cell);
    else if (cell.row > headingRow) stray(cell);
    else if (cell.row !== headingRow && cell.row !== tokenRow && !planned.has(compareKey(cell.text))) stray(cell);
  }
  const labels = new Map(TABLES[id].map((column) => [column.id, column.heading]));
  const byRow = groupBy(
    body.filter(({ column }) => !shown.has(column)),
    ({ row }) => row,
  );
  const rows = [...byRow].map(([row, filled]): ReadRow => ({
    row,
    at: (column) => ({
      sheet: sheet.name,
      cell: { row, column: columns.get(column) ?? 0 },
      label: labels.get(column) ?? column,
      content: filled.find((cell) => columnAt.get(cell.column) === column),
    }),
    tokens: tokens.flatMap(({ cell, token }) => (cell.row === row && token.kind === 'row' ? [token] : [])),
  }));
  const filledRows = new Set(byRow.keys());
  // What the program shows beside a row is no data; beside no row a person wrote it.
  body.filter(({ row }) => !filledRows.has(row)).forEach(stray);
  return {
    rows: rows.sort((one, other) => one.row - other.row),
    emptied: tokens.flatMap(({ cell, token }) =>
      token.kind === 'row' && !filledRows.has(cell.row) ? [token.key] : [],
    ),
    keys: tokens.flatMap(({ token }) => (token.kind === 'keys' ? token.keys : [])),
  };
}

/** Where the columns are, by their tokens, else by their headings. */
function findColumns(
  id: TableId,
  { sheet, tokens, cells }: KnownSheet,
  headingRow: number,
  problems: YearProblem[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { id: column, heading, isShown } of TABLES[id]) {
    const byToken = tokens.filter(({ token }) => token.kind === 'field' && token.field === `${id}.${column}`);
    const byHeading = cells.filter(({ row, text }) => row === headingRow && compareKey(text) === compareKey(heading));
    const places = (byToken.length > 0 ? byToken.map(({ cell }) => cell) : byHeading).map((cell) => cell.column);
    const [first, ...others] = new Set(places);
    if (first !== undefined) found.set(column, first);
    const problem = { sheet: sheet.name, label: heading };
    if (first === undefined && !isShown) problems.push({ code: 'column-missing', ...problem });
    if (others.length > 0) problems.push({ code: 'column-twice', ...problem });
  }
  return found;
}

/** The row with most of the headings; that of the plan where they were all changed. */
function rowOfHeadings(id: TableId, { cells }: KnownSheet): number {
  const headings = new Set(TABLES[id].map(({ heading }) => compareKey(heading)));
  const counts = groupBy(
    cells.filter(({ text }) => headings.has(compareKey(text))),
    ({ row }) => row,
  );
  const [fullest] = [...counts].sort((one, other) => other[1].length - one[1].length || one[0] - other[0]);
  return fullest?.[0] ?? HEADING_ROW;
}
