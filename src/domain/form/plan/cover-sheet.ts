import type { AgencyIssue } from '../../programme/assignment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { dueOf } from '../../programme/year-data.ts';
import type { ContactField } from '../../submissions/submission.ts';
import { thaiLongDate } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { estimateHeight } from '../../text/layout.ts';
import { cellName, quoteSheet } from '../../spreadsheet/address.ts';
import { columnPoints } from '../../spreadsheet/column-width.ts';
import { issueSheetLayout } from './issue-sheet.ts';
import { agencyIdentity, CONTACT_FIELDS, formatToken } from '../identity.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { STANDARD_FONT, STYLES, type CellStyle } from '../../spreadsheet/styles.ts';
import { coverSteps } from '../wordings/form-texts.ts';
import { fillTemplate, type FormWording } from '../wordings/form-wording.ts';

const FIRST_COLUMN = 1;
const LAST_COLUMN = 4;
const FIELD_COLUMN = 2;
const TOKEN_COLUMNS = [0, LAST_COLUMN + 1] as const;

/** Widths of the visible columns in characters; together they fit next to a pane of 350 pixels on a screen of 1366. */
const WIDTHS = [44, 18, 18, 18] as const;

/** A row of text in the standard size, in points. */
const LINE_HEIGHT = 26;

/** A row of the cover, and the columns that are merged in it. */
interface CoverRow extends RowPlan {
  readonly merge?: { readonly left: number; readonly right: number };
}

/** Plans the cover of an agency's workbook: title, contact fields (selected on opening), instructions and progress by issue. */
export function planCoverSheet(
  programme: Programme,
  agency: Agency,
  issues: readonly AgencyIssue[],
  wording: FormWording,
): SheetPlan {
  const { cover } = wording;
  const aboveFields: readonly CoverRow[] = [
    tokenRow(programme, agency, wording),
    across('title', programme.title, 34),
    across('subtitle', agency.name, 28),
    fact(cover.year, fillTemplate(cover.yearValue, { year: thaiDigits(String(programme.year)) })),
    fact(cover.due, thaiLongDate(dueOf(programme, agency))),
    blank(),
    across('strong', cover.contactHeading),
  ];
  const above: readonly CoverRow[] = [
    ...aboveFields,
    ...CONTACT_FIELDS.map((field) => contactRow(field, cover.contact[field])),
    blank(),
    across('strong', cover.howTo),
    ...coverSteps(wording).map((step) => across('text', step)),
    blank(),
    across('strong', cover.contents),
    headings(cover.contentsHeadings),
  ];
  const contents = issues.map((issue, index) => contentsRow(issue, above.length + index));
  const rows: readonly CoverRow[] = [...above, ...contents, totalRow(issues, above.length, cover.total)];
  return {
    name: cover.sheetName,
    state: 'visible',
    columns: [{ width: 10, hidden: true }, ...WIDTHS.map((width) => ({ width })), { width: 10, hidden: true }],
    rows: rows.map(({ cells, height, hidden }) => ({
      cells,
      ...(height === undefined ? {} : { height }),
      ...(hidden === undefined ? {} : { hidden }),
    })),
    merges: rows.flatMap(({ merge }, row) => (merge ? [{ top: row, bottom: row, ...merge }] : [])),
    selected: { row: aboveFields.length, column: FIELD_COLUMN },
    protection: { allow: ['formatCells', 'formatColumns', 'formatRows'] },
    validations: [],
    conditionalFormats: [
      {
        range: { top: above.length, bottom: rows.length - 1, left: LAST_COLUMN, right: LAST_COLUMN },
        formula: `$${cellName({ row: above.length, column: LAST_COLUMN })}>=1`,
        style: 'complete',
      },
    ],
    print: {
      lastColumn: LAST_COLUMN,
      onePage: true,
      header: {},
      footer: { left: headerText(agency.name), right: PAGE_NUMBER },
    },
  };
}

function tokenRow(programme: Programme, agency: Agency, { version }: FormWording): RowPlan {
  const token = formatToken({ kind: 'cover', workbook: agencyIdentity(programme, agency.code, version) });
  return { hidden: true, cells: TOKEN_COLUMNS.map((column) => ({ column, style: 'hidden', value: token })) };
}

/** A row with a text over all columns, high enough for all its lines; `lineHeight` in points. */
function across(
  style: 'title' | 'subtitle' | 'strong' | 'text',
  value: string,
  lineHeight: number = LINE_HEIGHT,
): CoverRow {
  const { size = STANDARD_FONT.size }: CellStyle = STYLES[style];
  const box = { widthPoints: columnPoints(WIDTHS.reduce((sum: number, width) => sum + width, 0)), fontSize: size };
  const lines = estimateHeight(value, box) / estimateHeight('', box);
  return {
    cells: [{ column: FIRST_COLUMN, style, value }],
    height: lines * lineHeight,
    merge: { left: FIRST_COLUMN, right: LAST_COLUMN },
  };
}

function blank(): RowPlan {
  return { cells: [], height: 12 };
}

function fact(label: string, value: string): CoverRow {
  return {
    cells: [
      { column: FIRST_COLUMN, style: 'strong', value: label },
      { column: FIELD_COLUMN, style: 'text', value },
    ],
    height: LINE_HEIGHT,
    merge: { left: FIELD_COLUMN, right: LAST_COLUMN },
  };
}

function contactRow(field: ContactField, label: string): CoverRow {
  const token = formatToken({ kind: 'field', field });
  return {
    cells: [
      { column: TOKEN_COLUMNS[0], style: 'hidden', value: token },
      { column: FIRST_COLUMN, style: 'fieldLabel', value: label },
      { column: FIELD_COLUMN, style: 'field' },
      { column: 3, style: 'field' },
      { column: LAST_COLUMN, style: 'field' },
      { column: TOKEN_COLUMNS[1], style: 'hidden', value: token },
    ],
    height: LINE_HEIGHT,
    merge: { left: FIELD_COLUMN, right: LAST_COLUMN },
  };
}

function headings(texts: readonly string[]): RowPlan {
  return { cells: texts.map((value, index) => ({ column: FIRST_COLUMN + index, style: 'heading', value })) };
}

/**
 * A measure counts as answered when any of its rows has a status; the formulas include rows that people insert. Every number on
 * the cover is a formula, so a number that is not was typed by a person.
 */
function contentsRow({ issue, measures }: AgencyIssue, row: number): RowPlan {
  const layout = issueSheetLayout(measures.length);
  const range = (column: number): string =>
    `${quoteSheet(issue.sheetName)}!$${cellName({ row: layout.firstRow, column }).replace(/(?=\d)/, '$')}` +
    `:$${cellName({ row: layout.lastRow, column }).replace(/(?=\d)/, '$')}`;
  const answered = answeredMeasures(range(layout.column.measure), range(layout.column.status));
  return {
    cells: [
      {
        column: FIRST_COLUMN,
        style: 'linkCell',
        value: issue.title,
        link: { sheet: issue.sheetName, row: layout.firstRow, column: layout.column.status },
      },
      { column: 2, style: 'count', formula: `COUNTA(${range(layout.column.measure)})`, value: measures.length },
      { column: 3, style: 'count', formula: answered, value: 0 },
      percentCell(row),
    ],
  };
}

/**
 * A formula that counts the measures with a status in any of their rows. FREQUENCY sorts the row numbers of statuses into bins that start
 * at the first row of each measure. Rows without a status become 0 and fall into the first bin, which is not counted.
 */
function answeredMeasures(measure: string, status: string): string {
  const bins = `FREQUENCY(ROW(${status})*(${status}<>""),ROW(${measure})*(${measure}<>"")-0.5)`;
  return `SUMPRODUCT(--(${bins}>0))-(COUNTBLANK(${status})>0)`;
}

function totalRow(issues: readonly AgencyIssue[], first: number, label: string): RowPlan {
  const row = first + issues.length;
  const sum = (column: number): string =>
    `SUM(${cellName({ row: first, column })}:${cellName({ row: row - 1, column })})`;
  const total = issues.reduce((count, { measures }) => count + measures.length, 0);
  return {
    cells: [
      { column: FIRST_COLUMN, style: 'total', value: label },
      { column: 2, style: 'count', formula: sum(2), value: total },
      { column: 3, style: 'count', formula: sum(3), value: 0 },
      percentCell(row),
    ],
  };
}

function percentCell(row: number): CellPlan {
  return {
    column: 4,
    style: 'percent',
    formula: `${cellName({ row, column: 3 })}/${cellName({ row, column: 2 })}`,
    value: 0,
  };
}
