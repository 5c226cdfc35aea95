import { columnName, type CellLocation } from '../../spreadsheet/address.ts';
import { ROWS } from '../../spreadsheet/limits.ts';
import { STATE_WORDS } from '../merge/states.ts';
import { columnPoints } from '../../spreadsheet/column-width.ts';
import {
  issuesOf,
  measuresOfIssue,
  measureText,
  type Issue,
  type Measure,
  type Part,
} from '../../programme/programme.ts';
import { thaiDigits } from '../../text/digits.ts';
import { estimateHeight } from '../../text/layout.ts';
import {
  fitCell,
  headingRow,
  lazyRows,
  officeTokenRow,
  sideBySide,
  textCell,
  type MasterColumn,
  type MeasureLocations,
} from './layout.ts';
import {
  piecesOf,
  RESULT_ROOM,
  type PrintedParagraph,
  type PrintedPiece,
  type PrintedReport,
} from './report-paragraphs.ts';
import { REPORT_HEADINGS } from '../report-headings.ts';
import { formatPart } from '../text-parts.ts';
import { Provenance, PROVENANCE_HEADINGS } from './provenance.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellPlan, ConditionalFormatPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { STANDARD_FONT } from '../../spreadsheet/styles.ts';
import type { Steps } from '../../text/steps.ts';

/**
 * Together the columns are as wide as a page of A4 between its margins, about 128 digits of the standard font, so that the sheet is
 * printed at the size of its font and not scaled down.
 */
const ISSUE = { heading: REPORT_HEADINGS.issue, width: 12, style: 'reportStrong' } as const;
const MEASURE = { heading: REPORT_HEADINGS.text, width: 28, style: 'report' } as const;
const RESPONSIBLE = { heading: REPORT_HEADINGS.responsible, width: 17, style: 'report' } as const;
const RESULT = { heading: REPORT_HEADINGS.result, width: RESULT_ROOM.width + 2, style: 'report' } as const;

/** The four columns of the printed report. */
const COLUMNS: readonly MasterColumn[] = [ISSUE, MEASURE, RESPONSIBLE, RESULT];
const LAST_COLUMN = COLUMNS.length - 1;
const HEADING_ROW = 1;

/** The last of the hidden columns. */
const PART_COLUMN = COLUMNS.length + PROVENANCE_HEADINGS.indexOf(REPORT_HEADINGS.part);

/** Column of the states in a report that was merged or has groups: after the hidden columns, visible, and not printed. */
export const STATE_COLUMN = COLUMNS.length + PROVENANCE_HEADINGS.length;
const STATE = { heading: REPORT_HEADINGS.state, width: 18, style: 'labelCenter' } as const;

/**
 * Plans one issue of the report as it is printed, with a row for each paragraph. The issue, measure and responsible party are only in the
 * row where they begin. Hidden columns after the printed ones hold the sources of each row.
 */
export function planMasterIssue(
  { programme, roster, resultOf, hasStates }: PrintedReport,
  { part, issue }: { readonly part: Part; readonly issue: Issue },
): SheetPlan {
  const isFirstOfPart = part.issues[0] === issue;
  return {
    name: issue.sheetName,
    state: 'visible',
    columns: [
      ...COLUMNS.map(({ width }) => ({ width })),
      ...PROVENANCE_HEADINGS.map(() => ({ width: 16, hidden: true })),
      ...(hasStates ? [{ width: STATE.width }] : []),
    ],
    rows: lazyRows(function* () {
      yield officeTokenRow(COLUMNS.length);
      yield headings(hasStates);
      if (isFirstOfPart) yield bandRow(part);
      const provenance = new Provenance(roster);
      for (const [index, measure] of measuresOfIssue(issue).entries()) {
        const leading = leadingTexts(measure, index === 0 ? issue.title : '');
        yield* measureRows(provenance, measure, leading, resultOf(measure.key));
      }
    }),
    merges: isFirstOfPart ? [{ top: HEADING_ROW + 1, bottom: HEADING_ROW + 1, left: 0, right: LAST_COLUMN }] : [],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    validations: [],
    conditionalFormats: [...LINES, ...(hasStates ? STATE_FORMATS : [])],
    // Over all columns, so that a paragraph keeps its state where somebody sorts by it.
    ...(hasStates && { filter: { range: { top: HEADING_ROW, left: 0, right: STATE_COLUMN }, column: STATE_COLUMN } }),
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: LAST_COLUMN,
      header: { right: headerText(`ปีงบประมาณ พ.ศ. ${thaiDigits(String(programme.year))}`) },
      footer: { left: headerText(issue.title), right: PAGE_NUMBER },
    },
  };
}

/** A row is the last one if as many rows below it are blank. */
const ROWS_BELOW = 200;

/**
 * Conditional formats with the lines above each measure and below the last one. The formulas depend on the texts, so that rows can be
 * inserted, moved and deleted.
 */
const LINES: readonly ConditionalFormatPlan[] = (() => {
  const [row, next, last] = [HEADING_ROW + 2, HEADING_ROW + 3, HEADING_ROW + 2 + ROWS_BELOW];
  const [text, result] = [MEASURE, RESULT].map((column) => `$${columnName(COLUMNS.indexOf(column))}`);
  const begins = `${text}${row}<>""`;
  const ends = `${text}${row}&${result}${row}<>"",COUNTA(${text}${next}:${text}${last},${result}${next}:${result}${last})=0`;
  const range = { top: HEADING_ROW + 1, bottom: ROWS - 1 - ROWS_BELOW, left: 0, right: LAST_COLUMN };
  return [
    { range, formula: `AND(${begins},${ends})`, style: 'alone' },
    { range, formula: `AND(${ends})`, style: 'end' },
    { range, formula: begins, style: 'begin' },
  ];
})();

/** Conditional formats with the colours of the states. */
const STATE_FORMATS: readonly ConditionalFormatPlan[] = (
  [
    ['review', 'missing'],
    ['withdrawn', 'missing'],
    ['edited', 'partial'],
    ['added', 'partial'],
    ['accepted', 'complete'],
  ] as const
).map(([state, style]) => ({
  range: { top: HEADING_ROW + 1, bottom: ROWS - 1, left: STATE_COLUMN, right: STATE_COLUMN },
  formula: `$${columnName(STATE_COLUMN)}${HEADING_ROW + 2}="${STATE_WORDS[state]}"`,
  style,
}));

/** Finds the first row of each measure on the sheets of the issues, in a step for each paragraph. */
export function* measureLocations({ programme, resultOf }: PrintedReport): Steps<MeasureLocations> {
  const locations = new Map<string, CellLocation>();
  for (const { part, issue } of issuesOf(programme)) {
    let row = HEADING_ROW + (part.issues[0] === issue ? 2 : 1);
    for (const [index, measure] of measuresOfIssue(issue).entries()) {
      locations.set(measure.key, { sheet: issue.sheetName, row, column: LAST_COLUMN });
      let rows = 0;
      for (const paragraph of resultOf(measure.key)) {
        rows += piecesOf(paragraph).length;
        yield;
      }
      row += Math.max(rows, leadingTexts(measure, index === 0 ? issue.title : '').length);
    }
  }
  return locations;
}

function headings(hasStates: boolean): RowPlan {
  const provenance = PROVENANCE_HEADINGS.map((heading, index) => textCell(COLUMNS.length + index, 'hidden', heading));
  const states = hasStates ? [textCell(STATE_COLUMN, 'heading', STATE.heading)] : [];
  return { cells: [...headingRow(COLUMNS).cells, ...provenance, ...states] };
}

/** Programs do not autofit merged cells, so the band has a height. */
function bandRow({ title }: Part): RowPlan {
  const width = COLUMNS.reduce((total, column) => total + column.width, 0);
  return {
    cells: COLUMNS.map((_, column) => textCell(column, 'band', column === 0 ? title : undefined)),
    height: Math.ceil(estimateHeight(title, { widthPoints: columnPoints(width), fontSize: STANDARD_FONT.size })),
  };
}

/** The issue, measure and responsible party, by rows. */
function leadingTexts(measure: Measure, issueTitle: string): readonly (readonly (string | undefined)[])[] {
  return sideBySide(
    fitCell(issueTitle, ISSUE),
    fitCell(measureText(measure), MEASURE),
    fitCell(measure.responsible.printed, RESPONSIBLE),
  );
}

/** A measure without a result keeps its row. */
function* measureRows(
  provenance: Provenance,
  measure: Measure,
  leading: ReturnType<typeof leadingTexts>,
  paragraphs: Iterable<PrintedParagraph>,
): Generator<RowPlan, void, undefined> {
  const rowOf = (row: number, text: string | undefined, behind: readonly CellPlan[]): RowPlan => {
    const texts = [...(leading[row] ?? [undefined, undefined, undefined]), text];
    return { cells: [...COLUMNS.map(({ style }, column) => textCell(column, style, texts[column])), ...behind] };
  };
  let row = 0;
  for (const paragraph of paragraphs) {
    const { state, annotations = [] } = paragraph;
    const sources = provenance.cells(COLUMNS.length, measure.key, paragraph);
    const states = state === undefined ? [] : [textCell(STATE_COLUMN, STATE.style, state)];
    for (const [index, { text, part }] of piecesOf(paragraph).entries()) {
      const annotated = annotations
        .filter((each) => each.row === index)
        .map((each) => textCell(each.column, 'data', each.text));
      yield rowOf(row++, text, [...sources, ...partCells(part), ...states, ...annotated]);
    }
  }
  while (row < leading.length) yield rowOf(row++, undefined, provenance.cells(COLUMNS.length, measure.key, undefined));
}

function partCells(part: PrintedPiece['part']): readonly CellPlan[] {
  return part === undefined ? [] : [textCell(PART_COLUMN, 'hidden', formatPart(part))];
}
