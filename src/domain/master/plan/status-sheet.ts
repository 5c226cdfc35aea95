import { issuesOf, measuresOf, measuresOfIssue, type Issue, type Programme } from '../../programme/programme.ts';
import type { CellRange } from '../../spreadsheet/content.ts';
import { MAX_ROW_HEIGHT } from '../../spreadsheet/limits.ts';
import type { CellPlan, ChartPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import type { StyleName } from '../../spreadsheet/styles.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { countsByIssue, stateCounts, sumOfCounts, type StateCounts } from '../../submissions/measure-states.ts';
import { thaiDigits } from '../../text/digits.ts';
import { STATUS_SHEET } from '../sheet-names.ts';
import { chartRows } from './chart-rows.ts';
import { headingRow, LIST_HEADING_ROW, officeTokenRow, planListSheet, type MasterColumn } from './layout.ts';
import { stateCells, stateHeadings, stateSeries } from './state-columns.ts';

const LEADING: readonly MasterColumn[] = [
  { heading: 'ข้อ', width: 10, style: 'labelCenter' },
  { heading: 'ประเด็นและมาตรการ', width: 66, style: 'label' },
];

/** The columns that name the bars: measures by number, issues by title. */
const NUMBER = 0;
const TITLE = 1;
const STATES = LEADING.length;

/** Height in points of a bar that is named by a number, of one named by a title, and of a chart without its bars. */
const BAR = 22;
const TITLED_BAR = 30;
const AROUND_BARS = 90;

/** Blank above and below a chart, in points. */
const MARGIN = 6;

/** Limit of bars in a chart, so that it fits one row, which no page break divides. */
const MAX_BARS = Math.floor((MAX_ROW_HEIGHT - AROUND_BARS) / BAR);

/**
 * Plans the summary of statuses: how many of the agencies that are asked about a measure have each status, gave an unclear answer or none;
 * first by issue with a total, then by measure. Below each table are charts with stacked bars: shares for the issues, numbers for the
 * measures.
 */
export function planMasterStatus(consolidation: Consolidation): SheetPlan {
  const { programme } = consolidation;
  const columns = columnsOf(programme);
  const counts = stateCounts(consolidation);
  const placed = measuresOf(programme);
  const byIssue = countsByIssue(programme, counts);
  const rows: RowPlan[] = [
    officeTokenRow(),
    headingRow(columns),
    ...issuesOf(programme).map(({ issue }) =>
      countRow('labelStrong', '', issue.title, sumOfCounts([byIssue.get(issue.number)])),
    ),
    countRow('labelStrong', '', 'รวมทุกประเด็น', sumOfCounts([...counts.values()])),
  ];
  const room = new ChartRoom(rows, columns);
  const ofIssues = room.add(chartOfIssues(), rangeBelow(LIST_HEADING_ROW + 1, rows.length, TITLE));
  const first = rows.length;
  rows.push(
    ...placed.map(({ measure: { key, text } }) =>
      countRow('label', thaiDigits(key), text, sumOfCounts([counts.get(key)])),
    ),
  );
  let top = first;
  const ofMeasures = chartGroups(programme).map((issues) => {
    const end = top + issues.reduce((sum, issue) => sum + measuresOfIssue(issue).length, 0);
    const chart = room.add(chartOfMeasures(issues), rangeBelow(top, end, NUMBER));
    top = end;
    return chart;
  });
  const list = planListSheet({ name: STATUS_SHEET, columns, rows: () => rows.slice(LIST_HEADING_ROW + 1) });
  return { ...list, charts: [ofIssues, ...ofMeasures] };
}

function columnsOf(programme: Programme): readonly MasterColumn[] {
  const states = stateHeadings(programme).map((heading): MasterColumn => ({ heading, width: 12, style: 'count' }));
  return [...LEADING, ...states];
}

function countRow(style: StyleName, number: string, title: string, counts: StateCounts): RowPlan {
  const names: readonly CellPlan[] = [
    { column: NUMBER, style: 'labelCenter', ...(number === '' ? {} : { value: number }) },
    { column: TITLE, style, value: title },
  ];
  return { cells: [...names, ...stateCells(counts, STATES)] };
}

/** The rows from `top` to before `end` of a column. */
function rangeBelow(top: number, end: number, column: number): CellRange {
  return { top, bottom: end - 1, left: column, right: column };
}

/** Consecutive issues, as many as fit one chart. */
function chartGroups(programme: Programme): readonly (readonly Issue[])[] {
  const groups: Issue[][] = [];
  let bars = Infinity;
  for (const { issue } of issuesOf(programme)) {
    const measures = measuresOfIssue(issue).length;
    bars += measures;
    if (bars > MAX_BARS) {
      groups.push([]);
      bars = measures;
    }
    groups.at(-1)?.push(issue);
  }
  return groups;
}

type ChartWords = Pick<ChartPlan, 'title' | 'description' | 'shares'>;

function chartOfIssues(): ChartWords {
  return {
    title: 'สัดส่วนสถานะตามประเด็น',
    description: 'แผนภูมิแท่งแบบเรียงซ้อน แสดงสัดส่วนของแต่ละสถานะในแต่ละประเด็น ตามตัวเลขในตารางของแผ่นงานนี้',
    shares: true,
  };
}

function chartOfMeasures(issues: readonly Issue[]): ChartWords {
  const [first = 0, last = first] = [issues[0]?.number, issues.at(-1)?.number];
  const which = thaiDigits(first === last ? `ประเด็นที่ ${first}` : `ประเด็นที่ ${first} ถึง ${last}`);
  return {
    title: `จำนวนหน่วยงานตามสถานะของแต่ละมาตรการ ${which}`,
    description: `แผนภูมิแท่งแบบเรียงซ้อน แสดงจำนวนหน่วยงานในแต่ละสถานะของแต่ละมาตรการ ${which} ตามตัวเลขในตารางของแผ่นงานนี้`,
  };
}

/** Adds blank rows for charts, because charts lie over cells. */
class ChartRoom {
  readonly #rows: RowPlan[];
  readonly #columns: readonly MasterColumn[];

  constructor(rows: RowPlan[], columns: readonly MasterColumn[]) {
    this.#rows = rows;
    this.#columns = columns;
  }

  /** A chart of the bars that `categories` name, below the rows so far. */
  add(words: ChartWords, categories: CellRange): ChartPlan {
    const rows = this.#rows;
    const bar = categories.left === TITLE ? TITLED_BAR : BAR;
    const height = (categories.bottom - categories.top + 1) * bar + AROUND_BARS;
    rows.push({ cells: [], height: MARGIN });
    const top = rows.length;
    rows.push(...chartRows(height));
    const area = { top, bottom: rows.length - 1, left: 0, right: this.#columns.length - 1 };
    rows.push({ cells: [], height: MARGIN });
    return { ...words, area, categories, series: stateSeries(LIST_HEADING_ROW, STATES) };
  }
}
