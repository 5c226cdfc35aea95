import type { CellContent, SheetContent } from '../../spreadsheet/content.ts';
import { issuesOf, type Issue, type Programme } from '../../programme/programme.ts';
import { parseMeasureKey } from '../../programme/programme.ts';
import { foldDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { collapse } from '../../text/compare.ts';
import { REPORT_HEADINGS, type ReportHeading } from '../report-headings.ts';
import { parsePart } from '../text-parts.ts';

/** A sheet of a master that holds an issue of the report. */
export interface ReportSheet {
  readonly issue: Issue;
  readonly sheet: SheetContent;
  /** Columns by heading, wherever people moved them. */
  readonly columnOf: ReadonlyMap<ReportHeading, number>;
  /** Row of the headings. */
  readonly headingRow: number;
}

/** Headings that a renamed sheet must have to count as one of the report, because other sheets have some of them. */
const REQUIRED: readonly ReportHeading[] = ['text', 'result', 'measure'];

/** The columns in their original order. */
const IN_PLACE = new Map(
  (
    [
      'issue',
      'text',
      'responsible',
      'result',
      'measure',
      'agency',
      'file',
      'sheet',
      'cell',
      'savedAt',
      'names',
      'part',
    ] as const
  ).map((id, column) => [id as ReportHeading, column] as const),
);

/**
 * Finds the sheets of the report by their names or, if people renamed them, by the measures on them. Of several sheets of one issue, such
 * as a copy, the one with the issue's name counts, else the first.
 */
export function reportSheets(sheets: readonly SheetContent[], programme: Programme): readonly ReportSheet[] {
  const found = sheets.flatMap((sheet) => {
    const named = issuesOf(programme).find(({ issue }) => issue.sheetName === sheet.name)?.issue;
    const headings = headingsOf(sheet, named === undefined ? REQUIRED.length : 1);
    const issue = named ?? (headings && issueOf(sheet, headings, programme));
    return issue ? [{ issue, sheet, ...(headings ?? { columnOf: columnsInPlace(sheet), headingRow: -1 }) }] : [];
  });
  return issuesOf(programme).flatMap(({ issue }) => {
    const its = found.filter((one) => one.issue === issue);
    const first = its.find(({ sheet }) => sheet.name === issue.sheetName) ?? its[0];
    return first ? [first] : [];
  });
}

/**
 * The columns of a sheet without headings. It has the column of marks only if there is a mark in it: in masters of earlier layouts, the
 * office may use that column.
 */
function columnsInPlace({ cells }: SheetContent): ReadonlyMap<ReportHeading, number> {
  const hasParts = cells.some(({ column, text }) => column === IN_PLACE.get('part') && parsePart(text) !== undefined);
  return hasParts ? IN_PLACE : new Map([...IN_PLACE].filter(([heading]) => heading !== 'part'));
}

/** The first row with at least `needed` of the required headings. */
function headingsOf({ cells }: SheetContent, needed: number): Pick<ReportSheet, 'columnOf' | 'headingRow'> | undefined {
  const ids = new Map(Object.entries(REPORT_HEADINGS).map(([id, heading]) => [heading, id as ReportHeading] as const));
  for (const [headingRow, row] of groupBy(cells, (cell) => cell.row)) {
    const columnOf = new Map<ReportHeading, number>();
    for (const { column, text } of row) {
      const id = ids.get(collapse(text));
      if (id !== undefined && !columnOf.has(id)) columnOf.set(id, column);
    }
    if (REQUIRED.filter((id) => columnOf.has(id)).length >= needed) return { columnOf, headingRow };
  }
  return undefined;
}

function issueOf(
  { cells }: SheetContent,
  { columnOf, headingRow }: Pick<ReportSheet, 'columnOf' | 'headingRow'>,
  programme: Programme,
): Issue | undefined {
  const isKey = ({ row, column }: CellContent): boolean => row > headingRow && column === columnOf.get('measure');
  const key = cells.find((cell) => isKey(cell) && measureIn(cell.text) !== undefined);
  const number = key && Number(measureIn(key.text)?.split('.')[0]);
  return issuesOf(programme).find(({ issue }) => issue.number === number)?.issue;
}

/** The measure key in a hidden cell, whose digits may have been converted. */
export function measureIn(text: string): ReturnType<typeof parseMeasureKey> {
  return parseMeasureKey(foldDigits(text).trim());
}
