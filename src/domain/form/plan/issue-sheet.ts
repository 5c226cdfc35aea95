import type { AgencyIssue } from '../../programme/assignment.ts';
import type { Issue, Measure, Programme } from '../../programme/programme.ts';
import type { Agency } from '../../programme/roster.ts';
import { thaiDigits } from '../../text/digits.ts';
import { cellName } from '../../spreadsheet/address.ts';
import { COLUMNS, type ColumnId } from '../columns.ts';
import { agencyIdentity, formatToken } from '../identity.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellRange } from '../../spreadsheet/content.ts';
import type { CellPlan, ConditionalFormatPlan, RowPlan, SheetPlan, ValidationPlan } from '../../spreadsheet/plan.ts';
import { issueEnd, issueOwner, measureLabels } from '../wordings/form-texts.ts';
import { fillTemplate, type FormWording } from '../wordings/form-wording.ts';
import { promptRows } from './prompts.ts';

/** The first visible column; the one before it and the one after the last hold the row's tokens. */
const FIRST_COLUMN = 1;
const LAST_COLUMN = FIRST_COLUMN + COLUMNS.length - 1;
const TOKEN_COLUMNS = [0, LAST_COLUMN + 1] as const;
const LIST_COLUMN = LAST_COLUMN + 2;

/** The columns that agencies fill in come last. */
const FIRST_ANSWER = FIRST_COLUMN + COLUMNS.findIndex(({ answer }) => answer);

const TOKEN_ROW = 0;
const TITLE_ROW = TOKEN_ROW + 1;
const OWNER_ROW = TITLE_ROW + 1;
const BAND_ROW = OWNER_ROW + 1;
const HEADING_ROW = BAND_ROW + 1;
const FIRST_MEASURE_ROW = HEADING_ROW + 1;

/**
 * Rows generated for each measure; the second is for a second paragraph. Both have the measure's key, so a sorted sheet can be detected:
 * its two rows are no longer adjacent.
 */
const ROWS_PER_MEASURE = 2;

/** Row and column indexes of the parts of a generated issue sheet, counted from 0, ends included. */
export interface IssueSheetLayout {
  readonly headingRow: number;
  readonly firstRow: number;
  /** The last row of the last measure. */
  readonly lastRow: number;
  readonly column: Readonly<Record<ColumnId, number>>;
}

/** The layout of a generated sheet with the given number of measures. */
export function issueSheetLayout(measureCount: number): IssueSheetLayout {
  return {
    headingRow: HEADING_ROW,
    firstRow: FIRST_MEASURE_ROW,
    lastRow: FIRST_MEASURE_ROW + measureCount * ROWS_PER_MEASURE - 1,
    column: Object.fromEntries(COLUMNS.map(({ id }, index) => [id, FIRST_COLUMN + index])) as Record<ColumnId, number>,
  };
}

/** Plans one issue's sheet for one agency: the rows of each measure, with cells for its answers. */
export function planIssueSheet(
  programme: Programme,
  agency: Agency,
  { issue, measures }: AgencyIssue,
  wording: FormWording,
): SheetPlan {
  const layout = issueSheetLayout(measures.length);
  const year = thaiDigits(String(programme.year));
  return {
    name: issue.sheetName,
    state: 'visible',
    columns: [
      { width: 10, hidden: true },
      ...COLUMNS.map(({ width }) => ({ width })),
      { width: 10, hidden: true },
      ...programme.statuses.map(() => ({ width: 10, hidden: true })),
    ],
    rows: [
      tokenRow(programme, agency, issue, wording),
      ...titleRows(programme, agency, issue, wording),
      bandRow(wording),
      {
        cells: COLUMNS.map(({ id }, index) => ({
          column: FIRST_COLUMN + index,
          style: 'heading',
          value: wording.issueSheet.headings[id],
        })),
      },
      ...measures.flatMap((measure) => measureRows(programme, agency, measure, wording)),
      endRow(issue, wording),
    ],
    merges: [
      ...[TITLE_ROW, OWNER_ROW, layout.lastRow + 1].map((row) => across(row, FIRST_COLUMN, LAST_COLUMN)),
      across(BAND_ROW, FIRST_COLUMN, FIRST_ANSWER - 1),
      across(BAND_ROW, FIRST_ANSWER, LAST_COLUMN),
    ],
    freeze: { rows: HEADING_ROW + 1, columns: FIRST_COLUMN + 2 },
    selected: { row: layout.firstRow, column: layout.column.status },
    // No `deleteRows`: Excel deletes a row of a protected sheet only if all its cells are unlocked (Excel VBA reference,
    // Protection.AllowDeletingRows), and an inserted row inherits locked cells from the row above. The cover says what to do instead.
    protection: {
      allow: ['formatCells', 'formatColumns', 'formatRows', 'insertRows', 'insertHyperlinks'],
    },
    validations: validations(programme, measures, layout, wording),
    conditionalFormats: conditionalFormats(programme, layout),
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: LAST_COLUMN,
      header: {
        left: headerText(programme.title),
        right: headerText(fillTemplate(wording.issueSheet.header, { agency: agency.name, year })),
      },
      footer: { left: headerText(issue.title), right: PAGE_NUMBER },
    },
  };
}

function tokenRow(programme: Programme, agency: Agency, issue: Issue, { version }: FormWording): RowPlan {
  const workbook = agencyIdentity(programme, agency.code, version);
  const sheet = formatToken({ kind: 'sheet', workbook, issue: issue.number });
  return {
    hidden: true,
    cells: [
      hidden(TOKEN_COLUMNS[0], sheet),
      ...COLUMNS.map(({ id }, index) => hidden(FIRST_COLUMN + index, formatToken({ kind: 'column', column: id }))),
      hidden(TOKEN_COLUMNS[1], sheet),
      ...programme.statuses.map(({ label }, index) => hidden(LIST_COLUMN + index, label)),
    ],
  };
}

function titleRows(programme: Programme, agency: Agency, issue: Issue, wording: FormWording): readonly RowPlan[] {
  const title = fillTemplate(wording.issueSheet.subtitle, { title: issue.title });
  return [
    { cells: [{ column: FIRST_COLUMN, style: 'subtitle', value: title }], height: 27 },
    { cells: [{ column: FIRST_COLUMN, style: 'owner', value: issueOwner(programme, agency, issue) }], height: 21 },
  ];
}

/** A row above the headings that says in words what the tint shows in colour: which columns are to be filled in, and how. */
function bandRow({ issueSheet: { bands } }: FormWording): RowPlan {
  const cells = COLUMNS.map(({ answer }, index): CellPlan => {
    const column = FIRST_COLUMN + index;
    const value = column === FIRST_COLUMN ? bands?.printed : column === FIRST_ANSWER ? bands?.answers : undefined;
    return { column, style: answer ? 'answerBand' : 'printedBand', ...(value === undefined ? {} : { value }) };
  });
  return { cells, height: 20 };
}

function measureRows(programme: Programme, agency: Agency, measure: Measure, wording: FormWording): readonly RowPlan[] {
  const workbook = agencyIdentity(programme, agency.code, wording.version);
  const token = formatToken({ kind: 'row', workbook, measure: measure.key });
  const labels: Partial<Record<ColumnId, string>> = measureLabels(measure, wording);
  const cells = (values: Partial<Record<ColumnId, string>>): readonly CellPlan[] => [
    hidden(TOKEN_COLUMNS[0], token),
    ...COLUMNS.map(({ id, style }, index): CellPlan => {
      const value = values[id];
      return { column: FIRST_COLUMN + index, style, ...(value === undefined ? {} : { value }) };
    }),
    hidden(TOKEN_COLUMNS[1], token),
  ];
  return [{ cells: cells(labels) }, ...Array.from({ length: ROWS_PER_MEASURE - 1 }, () => ({ cells: cells({}) }))];
}

/** The last row is locked: rows inserted at the end of the last measure stay above it, inside every range. */
function endRow(issue: Issue, wording: FormWording): RowPlan {
  const token = formatToken({ kind: 'end' });
  return {
    cells: [
      hidden(TOKEN_COLUMNS[0], token),
      { column: FIRST_COLUMN, style: 'end', value: issueEnd(issue, wording) },
      ...COLUMNS.slice(1).map((_, index): CellPlan => ({ column: FIRST_COLUMN + 1 + index, style: 'end' })),
      hidden(TOKEN_COLUMNS[1], token),
    ],
    height: 22,
  };
}

function validations(
  programme: Programme,
  measures: readonly Measure[],
  layout: IssueSheetLayout,
  { issueSheet }: FormWording,
): readonly ValidationPlan[] {
  const list: CellRange = {
    top: TOKEN_ROW,
    bottom: TOKEN_ROW,
    left: LIST_COLUMN,
    right: LIST_COLUMN + programme.statuses.length - 1,
  };
  const statuses = programme.statuses.map(({ label }) => label).join(' / ');
  return COLUMNS.flatMap(({ id }, index): readonly ValidationPlan[] => {
    const hint = issueSheet.hints[id];
    if (hint === undefined) return [];
    const left = FIRST_COLUMN + index;
    const usual = fillTemplate(hint, { year: thaiDigits(String(programme.year)) });
    return promptRows(id, usual, measures, layout).map(({ top, bottom, prompt }) => ({
      range: { top, bottom, left, right: left },
      promptTitle: issueSheet.headings[id],
      prompt,
      ...(id === 'status' ? { list, error: fillTemplate(issueSheet.statusError, { statuses }) } : {}),
    }));
  });
}

function conditionalFormats(programme: Programme, layout: IssueSheetLayout): readonly ConditionalFormatPlan[] {
  const at = (id: ColumnId): string => `$${cellName({ row: layout.firstRow, column: layout.column[id] })}`;
  const below = `$${cellName({ row: layout.firstRow + 1, column: layout.column.measure })}`;
  const range = (id: ColumnId): CellRange => ({
    top: layout.firstRow,
    bottom: layout.lastRow,
    left: layout.column[id],
    right: layout.column[id],
  });
  const answered = programme.statuses
    .filter(({ id }) => id === 'done' || id === 'in-progress')
    .map(({ label }) => `${at('status')}="${label}"`)
    .join(',');
  return [
    { range: range('status'), formula: `AND(${at('measure')}<>"",${at('status')}="")`, style: 'missing' },
    {
      range: range('result'),
      formula: `AND(${at('measure')}<>"",OR(${answered}),${at('result')}="")`,
      style: 'missing',
    },
    // A measure is one block, however many rows people insert: lines only above its first row and, for print, below its last one.
    { range: { ...range('ordinal'), right: LAST_COLUMN }, formula: `${at('measure')}<>""`, style: 'begin' },
    { range: { ...range('ordinal'), right: FIRST_ANSWER - 1 }, formula: `${below}<>""`, style: 'end' },
    { range: { ...range('status'), right: LAST_COLUMN }, formula: `${below}<>""`, style: 'endRuled' },
  ];
}

function across(row: number, left: number, right: number): CellRange {
  return { top: row, bottom: row, left, right };
}

function hidden(column: number, value: string): CellPlan {
  return { column, style: 'hidden', value };
}
