import type { CellLocation } from '../../spreadsheet/address.ts';
import { columnPoints } from '../../spreadsheet/column-width.ts';
import { measuresOfIssue, type Issue, type Measure, type Part } from '../../programme/programme.ts';
import type { Roster } from '../../programme/roster.ts';
import type { Consolidation, MasterParagraph } from '../../submissions/consolidation.ts';
import { withNaming } from '../../submissions/merge-paragraphs.ts';
import { thaiDigits } from '../../text/digits.ts';
import { estimateHeight } from '../../text/layout.ts';
import {
  fitCell,
  headingRow,
  madeWhenAsked,
  officeTokenRow,
  sideBySide,
  textCell,
  type MasterColumn,
} from './layout.ts';
import { PROVENANCE_HEADINGS, provenanceCells } from './provenance.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { STANDARD_FONT } from '../../spreadsheet/styles.ts';

const ISSUE = { heading: 'ประเด็นการประเมิน', width: 14, style: 'labelStrong' } as const;
const MEASURE = { heading: 'ขั้นตอนหรือวิธีการ', width: 34, style: 'label' } as const;
const RESPONSIBLE = { heading: 'ผู้รับผิดชอบ', width: 18, style: 'label' } as const;
/** So wide that the longest paragraphs of a real report, about 1,150 characters, need one row. */
export const RESULT = { heading: 'ผลการดำเนินการ', width: 84, style: 'result' } as const;

/** The four columns of the printed report. */
const COLUMNS: readonly MasterColumn[] = [ISSUE, MEASURE, RESPONSIBLE, RESULT];
const LAST_COLUMN = COLUMNS.length - 1;
const HEADING_ROW = 1;

/**
 * One issue of the report as it is printed: a row for each paragraph of a result, then who has not finished it; the issue, measure and responsible party
 * only where they begin. Hidden columns behind say where each row comes from.
 */
export function planMasterIssue(
  { programme, roster, measures }: Consolidation,
  { part, issue }: { readonly part: Part; readonly issue: Issue },
): SheetPlan {
  const results = new Map(
    measures.map(({ measure, paragraphs, unfinished }) => [measure, [...paragraphs, ...unfinished]]),
  );
  const isFirstOfPart = part.issues[0] === issue;
  return {
    name: issue.sheetName,
    state: 'visible',
    columns: [
      ...COLUMNS.map(({ width }) => ({ width })),
      ...PROVENANCE_HEADINGS.map(() => ({ width: 16, hidden: true })),
    ],
    rows: madeWhenAsked(function* () {
      yield officeTokenRow(COLUMNS.length);
      yield headings();
      if (isFirstOfPart) yield bandRow(part);
      for (const [index, measure] of measuresOfIssue(issue).entries()) {
        yield* measureRows(roster, measure, index === 0 ? issue.title : '', results.get(measure.key) ?? []);
      }
    }),
    merges: isFirstOfPart ? [{ top: HEADING_ROW + 1, bottom: HEADING_ROW + 1, left: 0, right: LAST_COLUMN }] : [],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    validations: [],
    conditionalFormats: [],
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: LAST_COLUMN,
      header: { right: headerText(`ปีงบประมาณ พ.ศ. ${thaiDigits(String(programme.year))}`) },
      footer: { left: headerText(issue.title), right: PAGE_NUMBER },
    },
  };
}

/** The first row of each measure on the sheets of the issues. */
export function measureLocations(sheets: readonly SheetPlan[]): ReadonlyMap<string, CellLocation> {
  const locations = new Map<string, CellLocation>();
  for (const { name: sheet, rows } of sheets) {
    let row = 0;
    for (const { cells } of rows) {
      const key = cells.find(({ column }) => column === COLUMNS.length)?.value;
      if (row > HEADING_ROW && typeof key === 'string' && !locations.has(key)) {
        locations.set(key, { sheet, row, column: LAST_COLUMN });
      }
      row += 1;
    }
  }
  return locations;
}

function headings(): RowPlan {
  const provenance = PROVENANCE_HEADINGS.map((heading, index) => textCell(COLUMNS.length + index, 'hidden', heading));
  return { cells: [...headingRow(COLUMNS).cells, ...provenance] };
}

/** Programs do not fit the height of merged cells: the band has one of its own. */
function bandRow({ title }: Part): RowPlan {
  const width = COLUMNS.reduce((total, column) => total + column.width, 0);
  return {
    cells: COLUMNS.map((_, column) => textCell(column, 'band', column === 0 ? title : undefined)),
    height: Math.ceil(estimateHeight(title, { widthPoints: columnPoints(width), fontSize: STANDARD_FONT.size })),
  };
}

/** A measure without a result keeps its row. */
function* measureRows(
  roster: Roster,
  measure: Measure,
  issueTitle: string,
  paragraphs: readonly MasterParagraph[],
): Generator<RowPlan, void, undefined> {
  const leading = sideBySide(
    fitCell(issueTitle, ISSUE),
    fitCell(measureText(measure), MEASURE),
    fitCell(measure.responsible.printed, RESPONSIBLE),
  );
  const rowOf = (row: number, piece?: string, paragraph?: MasterParagraph): RowPlan => {
    const texts = [...(leading[row] ?? [undefined, undefined, undefined]), piece];
    return {
      cells: [
        ...COLUMNS.map(({ style }, column) => textCell(column, style, texts[column])),
        ...provenanceCells(roster, COLUMNS.length, measure.key, paragraph),
      ],
    };
  };
  let row = 0;
  for (const paragraph of paragraphs) {
    for (const piece of fitCell(withNaming(paragraph), RESULT)) yield rowOf(row++, piece, paragraph);
  }
  while (row < leading.length) yield rowOf(row++);
}

/** A measure as it is printed: its number, if it has one, and its text. */
export function measureText({ printed, text }: Measure): string {
  return printed === undefined ? text : `${printed} ${text}`;
}
