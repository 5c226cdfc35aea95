import { issueOfMeasure, type MeasureKey } from '../../programme/programme.ts';
import { thaiDigits } from '../../text/digits.ts';
import { splitToFit } from '../../text/layout.ts';
import { formatToken } from '../../form/identity.ts';
import { takenCells } from '../taken-over.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellLocation } from '../../spreadsheet/address.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { columnPoints, indentPoints } from '../../spreadsheet/column-width.ts';
import { MAX_CELL_TEXT, MAX_ROW_HEIGHT } from '../../spreadsheet/limits.ts';
import { STANDARD_FONT, STYLES, type CellStyle, type StyleName } from '../../spreadsheet/styles.ts';

/** A column of a master sheet. */
export interface MasterColumn {
  readonly heading: string;
  /** Characters of the standard font. */
  readonly width: number;
  /** Format of the cells below the heading. */
  readonly style: StyleName;
}

/** The room of a cell in a column. */
export type CellRoom = Omit<MasterColumn, 'heading'>;

/** A text in pieces that each fit a wrapped cell of a column: none is taller than a row can be, or longer than a cell. */
export function fitCell(text: string, { width, style }: CellRoom): readonly string[] {
  if (text === '') return [text];
  const { indent = 0 }: CellStyle = STYLES[style];
  return splitToFit(text, {
    widthPoints: columnPoints(width) - indentPoints(indent),
    fontSize: STANDARD_FONT.size,
    maxHeightPoints: MAX_ROW_HEIGHT,
    maxLength: MAX_CELL_TEXT,
  });
}

/** A text in pieces that each fit a cell that is not wrapped, in a row of fixed height. */
export function fitLength(text: string): readonly string[] {
  return splitToFit(text, {
    widthPoints: Infinity,
    fontSize: STANDARD_FONT.size,
    maxHeightPoints: Infinity,
    maxLength: MAX_CELL_TEXT,
  });
}

/** Lists side by side as rows; a list that has ended is undefined in the rows after it. At least one row. */
export function sideBySide<Item>(...lists: readonly (readonly Item[])[]): readonly (readonly (Item | undefined)[])[] {
  const rows = [lists.map((list) => list[0])];
  while (lists.some((list) => list.length > rows.length)) rows.push(lists.map((list) => list[rows.length]));
  return rows;
}

/**
 * One record of texts as rows: a text that is too long for its cell goes on in the rows below it, the others end.
 * @param repeated columns that are the same in all rows, so that filters and sorting keep these together
 */
export function recordRows(
  columns: readonly MasterColumn[],
  texts: readonly string[],
  repeated: readonly number[] = [],
): readonly RowPlan[] {
  const pieces = columns.map((each, column) => fitCell(texts[column] ?? '', each));
  return sideBySide(...pieces).map((row) => ({
    cells: row.map((text, column) =>
      textCell(column, columns[column]?.style ?? 'label', repeated.includes(column) ? pieces[column]?.[0] : text),
    ),
  }));
}

/** Where the measures stand in the report, by their keys. */
export type MeasureLocations = ReadonlyMap<string, CellLocation>;

/** The rows of a record of which the first leads, in a column, to a measure in the report; a measure that is not there has no link. */
export function withMeasureLink(
  rows: readonly RowPlan[],
  column: number,
  measure: MeasureKey | undefined,
  locations: MeasureLocations,
): readonly RowPlan[] {
  const [first, ...others] = rows;
  const link = measure === undefined ? undefined : locations.get(measure);
  if (first === undefined || measure === undefined || link === undefined) return rows;
  const value = `ประเด็นที่ ${thaiDigits(String(issueOfMeasure(measure)))}`;
  const cells = first.cells.map((cell) => (cell.column === column ? { ...cell, value, link } : cell));
  return [{ ...first, cells }, ...others];
}

/** A cell that is blank where there is no text. */
export function textCell(column: number, style: StyleName, text: string | undefined): CellPlan {
  return text === undefined || text === '' ? { column, style } : { column, style, value: text };
}

/** Rows that are made one by one whenever somebody goes through them, so that a large sheet is never in memory as a whole. */
export function lazyRows(make: () => Iterator<RowPlan>): Iterable<RowPlan> {
  return { [Symbol.iterator]: make };
}

/** Index of the row with the headings of a list. */
export const LIST_HEADING_ROW = 1;

/** A sheet that lists something below one heading. */
export interface ListSheet {
  readonly name: string;
  /** Hidden columns come last. */
  readonly columns: readonly (Pick<MasterColumn, 'heading' | 'width'> & { readonly hidden?: true })[];
  /** Makes the rows below the heading. */
  readonly rows: () => Iterable<RowPlan>;
  /** What the list has taken over from other sheets, as `taken-over.ts` has it; by default nothing. */
  readonly taken?: readonly string[];
  /** Name of the table that the list is; a list without one has no filters. */
  readonly table?: string;
}

/** Plans a sheet of a list, whose heading stays in sight and is on every printed page. */
export function planListSheet({ name, columns, rows, taken = [], table }: ListSheet): SheetPlan {
  const range = { top: LIST_HEADING_ROW, left: 0, right: columns.length - 1 };
  return {
    name,
    state: 'visible',
    columns: columns.map(({ width, hidden }) => (hidden === undefined ? { width } : { width, hidden })),
    rows: lazyRows(function* () {
      const first = officeTokenRow();
      yield { ...first, cells: [...first.cells, ...takenCells(taken, first.cells.length)] };
      yield headingRow(columns);
      yield* rows();
    }),
    merges: [],
    freeze: { rows: LIST_HEADING_ROW + 1, columns: 0 },
    validations: [],
    conditionalFormats: [],
    print: {
      titleRows: { first: LIST_HEADING_ROW, last: LIST_HEADING_ROW },
      lastColumn: columns.filter(({ hidden }) => hidden === undefined).length - 1,
      header: {},
      footer: { left: headerText(name), right: PAGE_NUMBER },
    },
    ...(table === undefined ? {} : { table: { name: table, range, columns: columns.map(({ heading }) => heading) } }),
  };
}

/** The headings of a sheet's columns. */
export function headingRow(columns: readonly Pick<MasterColumn, 'heading'>[]): RowPlan {
  return { cells: columns.map(({ heading }, column) => ({ column, style: 'heading', value: heading })) };
}

/**
 * A hidden first row that says that the sheet is the office's own, never an agency's answer, and how many of its columns
 * are the report's words.
 */
export function officeTokenRow(reportColumns = 0): RowPlan {
  const token = formatToken({ kind: 'office', reportColumns });
  return { hidden: true, cells: [{ column: 0, style: 'hidden', value: token }] };
}
