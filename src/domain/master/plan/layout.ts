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
  /** Whether people type in the column: what stood in one cell is put back into one, so that it is read as it was, again and again. */
  readonly isTyped?: true;
}

/** What of a column decides how much text fits a cell. */
export type CellRoom = Pick<MasterColumn, 'width' | 'style'>;

/** Splits a text into pieces that fit a wrapped cell: none exceeds Excel's limits of row heights and text lengths. */
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

/** Splits a text into pieces that fit a cell without wrapping, in a row of fixed height. */
export function fitLength(text: string): readonly string[] {
  return splitToFit(text, {
    widthPoints: Infinity,
    fontSize: STANDARD_FONT.size,
    maxHeightPoints: Infinity,
    maxLength: MAX_CELL_TEXT,
  });
}

/** Lists side by side as rows, at least one; a shorter list is undefined in the rows after its end. */
export function sideBySide<Item>(...lists: readonly (readonly Item[])[]): readonly (readonly (Item | undefined)[])[] {
  const rows = [lists.map((list) => list[0])];
  while (lists.some((list) => list.length > rows.length)) rows.push(lists.map((list) => list[rows.length]));
  return rows;
}

/**
 * Plans one record as rows: a text that is too long for its cell continues in the rows below.
 * @param repeated indexes of columns with the same text in all rows, so that filters and sorting keep the rows together
 */
export function recordRows(
  columns: readonly MasterColumn[],
  texts: readonly string[],
  repeated: readonly number[] = [],
): readonly RowPlan[] {
  const pieces = columns.map((each, column) =>
    each.isTyped ? fitLength(texts[column] ?? '') : fitCell(texts[column] ?? '', each),
  );
  return sideBySide(...pieces).map((row) => ({
    cells: row.map((text, column) =>
      textCell(column, columns[column]?.style ?? 'label', repeated.includes(column) ? pieces[column]?.[0] : text),
    ),
  }));
}

/** Where the measures are in the report, by key. */
export type MeasureLocations = ReadonlyMap<string, CellLocation>;

/** The rows of a record with a link, in a column of the first row, to a measure in the report; no link if the measure is not there. */
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

/** A cell with a text; a blank one if the text is undefined or empty. */
export function textCell(column: number, style: StyleName, text: string | undefined): CellPlan {
  return text === undefined || text === '' ? { column, style } : { column, style, value: text };
}

/** Rows that are generated anew during each iteration, so that a large sheet is never in memory as a whole. */
export function lazyRows(generate: () => Iterator<RowPlan>): Iterable<RowPlan> {
  return { [Symbol.iterator]: generate };
}

/** Index of the row with the headings of a list. */
export const LIST_HEADING_ROW = 1;

/** A sheet that lists records below one row of headings. */
export interface ListSheet {
  readonly name: string;
  /** Hidden columns come last. */
  readonly columns: readonly (Pick<MasterColumn, 'heading' | 'width'> & { readonly hidden?: true })[];
  /** Generates the rows below the headings. */
  readonly rows: () => Iterable<RowPlan>;
  /** What the list has taken over from other sheets; see `taken-over.ts`. Nothing by default. */
  readonly taken?: readonly string[];
  /** Name of the Excel table of the list; a list without one has no filters. */
  readonly table?: string;
}

/** Plans a sheet with a list, whose headings are frozen and on every printed page. */
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
 * A hidden first row that marks the sheet as the office's own, so that it is never read as an agency's answers.
 * @param reportColumns number of columns with the words of the report
 */
export function officeTokenRow(reportColumns = 0): RowPlan {
  const token = formatToken({ kind: 'office', reportColumns });
  return { hidden: true, cells: [{ column: 0, style: 'hidden', value: token }] };
}
