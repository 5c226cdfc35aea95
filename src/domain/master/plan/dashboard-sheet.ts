import { sumOfKinds } from '../../checks/finding-kinds.ts';
import { SEVERITIES } from '../../diagnostics/problem.ts';
import type { CellRange } from '../../spreadsheet/content.ts';
import { columnPoints } from '../../spreadsheet/column-width.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { ChartPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { STANDARD_FONT, STYLES, type CellStyle } from '../../spreadsheet/styles.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { answeredOf } from '../../submissions/measure-states.ts';
import { thaiDigits } from '../../text/digits.ts';
import { withCommas } from '../../text/with-commas.ts';
import { estimateHeight } from '../../text/layout.ts';
import { percentOf, type Dashboard } from '../dashboard.ts';
import { DASHBOARD_SHEET } from '../sheet-names.ts';
import { chartRows } from './chart-rows.ts';
import { AS_OF } from './cover-sheet.ts';
import { panelsOf, type Panel, type PanelWords } from './dashboard-panels.ts';
import { headingRow, officeTokenRow } from './layout.ts';
import { SEVERITY_WORDS } from './problems-sheet.ts';

/** Widths of the columns: names, then numbers. Two charts are side by side, each over half of them. */
const WIDTHS = [44, 11, 11, 11, 11, 11, 11, 11, 11];
const LAST = WIDTHS.length - 1;
const SIDES = [
  { left: 0, right: 2 },
  { left: 3, right: LAST },
] as const;

/** Height of a horizontal bar in points. */
const BAR = 22;

/** Height of a chart without its bars in points. */
const AROUND_BARS = 90;

/** Minimum height of a chart in points. */
const MIN_HEIGHT = 240;

/** Blank above a chart, in points. */
const MARGIN = 6;

/** The words of the sheet besides the numbers. */
export interface DashboardWords extends Pick<PanelWords, 'describeRule'> {
  /** Month of the report. */
  readonly asOf: string;
}

/**
 * Plans the sheet of charts: one page that shows the progress of the report by issue, by class of agencies and over time, and the findings
 * of the rules. The charts' data are in tables below, which are not printed because the charts show the numbers.
 */
export function planMasterDashboard(
  { programme, roster }: Consolidation,
  dashboard: Dashboard,
  { asOf, describeRule }: DashboardWords,
): SheetPlan {
  const panels = panelsOf(dashboard, { programme, roster, describeRule });
  const rows: RowPlan[] = [
    officeTokenRow(),
    wideRow('title', thaiDigits(`ภาพรวม ${programme.title} ปีงบประมาณ พ.ศ. ${programme.year}`)),
    wideRow('text', `${AS_OF}${asOf} · ${answersText(dashboard)}`),
    wideRow('text', findingsText(dashboard)),
  ];
  const areas: CellRange[] = [];
  for (let index = 0; index < panels.length; index += SIDES.length) {
    const side = panels.slice(index, index + SIDES.length);
    rows.push({ cells: [], height: MARGIN });
    const top = rows.length;
    rows.push(...chartRows(Math.max(...side.map(heightOf))));
    areas.push(...SIDES.map((columns) => ({ ...columns, top, bottom: rows.length - 1 })));
  }
  const lastRow = rows.length - 1;
  const charts = panels.flatMap((panel, index): readonly ChartPlan[] => {
    rows.push({ cells: [], height: MARGIN * 2 }, wideRow('strong', panel.title));
    const heading = rows.length;
    rows.push(headingRow([panel.rowHeading, ...panel.columns].map((text) => ({ heading: text }))));
    rows.push(...panel.rows.map(numbersRow));
    const area = areas[index];
    return area ? [chartOf(panel, area, heading, rows.length - 1)] : [];
  });
  return {
    name: DASHBOARD_SHEET,
    state: 'visible',
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    selected: { row: 1, column: 0 },
    merges: rows.flatMap(({ cells: [first, ...others] }, row) =>
      first && others.length === 0 && first.style !== 'hidden' ? [{ top: row, bottom: row, left: 0, right: LAST }] : [],
    ),
    validations: [],
    conditionalFormats: [],
    charts,
    print: {
      lastColumn: LAST,
      lastRow,
      onePage: true,
      header: {},
      footer: { left: headerText(DASHBOARD_SHEET), right: PAGE_NUMBER },
    },
  };
}

/** A text over all columns. Programs do not autofit merged cells, so the row has a height. */
function wideRow(style: 'title' | 'text' | 'strong', value: string): RowPlan {
  const { size: fontSize = STANDARD_FONT.size }: CellStyle = STYLES[style];
  const widthPoints = columnPoints(WIDTHS.reduce((total, width) => total + width, 0));
  return {
    cells: [{ column: 0, style, value }],
    height: Math.ceil(estimateHeight(value, { widthPoints, fontSize })),
  };
}

function answersText({ agencies, total }: Dashboard): string {
  const { answered, expected } = answeredOf(total);
  return (
    `ได้รับแล้ว ${thaiCount(agencies.received)} จาก ${thaiCount(agencies.expected)} หน่วยงาน · ` +
    `ตอบแล้ว ${thaiCount(answered)} จาก ${thaiCount(expected)} คำตอบที่ขอจากหน่วยงานทั้งหมด (ร้อยละ ${thaiCount(percentOf(answered, expected))})`
  );
}

function findingsText({ findings, time }: Dashboard): string {
  const counts = sumOfKinds(findings);
  const severities = SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]} ${thaiCount(counts[severity])}`);
  const unknown = time.unknown === 0 ? '' : ` · ไม่ทราบเวลาบันทึกไฟล์ของคำตอบ ${thaiCount(time.unknown)} รายการ`;
  return `ผลการตรวจคำตอบ ${severities.join(' ')} รายการ${unknown}`;
}

function thaiCount(number: number): string {
  return thaiDigits(withCommas(number));
}

function heightOf({ look: { direction }, rows }: Panel): number {
  return Math.max(MIN_HEIGHT, direction === 'columns' ? 0 : rows.length * BAR + AROUND_BARS);
}

function numbersRow({ name, numbers }: Panel['rows'][number]): RowPlan {
  return {
    cells: [
      { column: 0, style: 'label', value: name },
      ...numbers.map((value, index) => ({ column: index + 1, style: 'count' as const, value })),
    ],
  };
}

function chartOf({ title, look, fills }: Panel, area: CellRange, heading: number, last: number): ChartPlan {
  return {
    ...look,
    title,
    description: `แผนภูมิแท่งแบบเรียงซ้อน ${title} ตามตัวเลขในตารางด้านล่างของแผ่นงานนี้`,
    area,
    categories: { top: heading + 1, bottom: last, left: 0, right: 0 },
    series: fills.map((fill, index) => ({ name: { row: heading, column: index + 1 }, column: index + 1, fill })),
  };
}
