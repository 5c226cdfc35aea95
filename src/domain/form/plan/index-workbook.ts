import { issuesOfAgency } from '../../programme/assignment.ts';
import { issuesOf, measuresOf, type Programme } from '../../programme/programme.ts';
import type { Agency, Roster } from '../../programme/roster.ts';
import { dueOf } from '../../programme/year-data.ts';
import { thaiLongDate } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { agencyFileName } from './agency-workbook.ts';
import { formatToken, officeProperties } from '../identity.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { CellPlan, RowPlan, SheetPlan, WorkbookPlan } from '../../spreadsheet/plan.ts';

const COLUMNS = [
  { heading: 'รหัส', width: 9 },
  { heading: 'หน่วยงาน', width: 52 },
  { heading: 'ชื่อไฟล์', width: 66 },
  { heading: 'จำนวนมาตรการ', width: 14 },
] as const;

/** To be filled in by the office. */
const TRACKING = [
  { heading: 'วันที่ส่งให้หน่วยงาน', width: 20 },
  { heading: 'วันที่ได้รับคืน', width: 20 },
  { heading: 'หมายเหตุ', width: 30 },
] as const;

/** Only if an agency has a due date of its own. */
const DUE = { heading: 'กำหนดส่งคืน', width: 20 } as const;

const HEADING_ROW = 3;

/** Plans the office's list of the year's workbooks: each agency's file, its number of measures, and columns to track receipt. */
export function planIndexWorkbook(
  programme: Programme,
  roster: Roster,
  options: { readonly created: string },
): WorkbookPlan {
  return {
    sheets: [indexSheet(programme, roster)],
    properties: officeProperties(programme, 'index'),
    title: `บัญชีสมุดงาน ${programme.title}`,
    author: programme.organisation,
    created: options.created,
  };
}

/** Name of the index workbook; the zeros make it sort before the agencies' files. */
export function indexFileName(programme: Programme): string {
  return `0000-บัญชีสมุดงาน-${thaiDigits(String(programme.year))}.xlsx`;
}

function indexSheet(programme: Programme, roster: Roster): SheetPlan {
  const hasOwnDates = roster.agencies.some(({ due }) => due !== undefined);
  const columns = [
    ...COLUMNS,
    ...issuesOf(programme).map(({ issue }) => issueColumn(issue.number)),
    ...(hasOwnDates ? [DUE] : []),
    ...TRACKING,
  ];
  const last = columns.length - 1;
  return {
    name: 'บัญชีสมุดงาน',
    state: 'visible',
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      {
        hidden: true,
        cells: [{ column: 0, style: 'hidden', value: formatToken({ kind: 'office', reportColumns: 0 }) }],
      },
      { cells: [{ column: 0, style: 'title', value: programme.title }], height: 34 },
      { cells: [{ column: 0, style: 'strong', value: subtitle(programme, roster) }], height: 26 },
      { cells: columns.map(({ heading }, column) => ({ column, style: 'heading', value: heading })) },
      ...roster.agencies.map((agency) => agencyRow(programme, agency, hasOwnDates)),
    ],
    merges: [1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: last })),
    freeze: { rows: HEADING_ROW + 1, columns: 2 },
    validations: [],
    conditionalFormats: [],
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: last,
      header: {},
      footer: { left: headerText(`ปีงบประมาณ พ.ศ. ${thaiDigits(String(programme.year))}`), right: PAGE_NUMBER },
    },
  };
}

function subtitle(programme: Programme, roster: Roster): string {
  const count = thaiDigits(String(roster.agencies.length));
  const measures = thaiDigits(String(measuresOf(programme).length));
  const due = thaiLongDate(programme.due);
  return `บัญชีสมุดงานของหน่วยงาน ${count} หน่วยงาน  ${measures} มาตรการ  ส่งคืนภายในวันที่ ${due}`;
}

function issueColumn(number: number): { readonly heading: string; readonly width: number } {
  return { heading: `ประเด็นที่ ${thaiDigits(String(number))}`, width: 11 };
}

function agencyRow(programme: Programme, agency: Agency, hasOwnDates: boolean): RowPlan {
  const asked = new Map(
    issuesOfAgency(programme, agency.code).map(({ issue, measures }) => [issue.number, measures.length]),
  );
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
  const counts = [total, ...issuesOf(programme).map(({ issue }) => asked.get(issue.number) ?? 0)];
  const due = thaiLongDate(dueOf(programme, agency));
  const cells: readonly CellPlan[] = [
    { column: 0, style: 'labelCenter', value: agency.code },
    { column: 1, style: 'label', value: agency.name },
    { column: 2, style: 'label', value: agencyFileName(programme, agency) },
    ...counts.map((value, index): CellPlan => ({ column: 3 + index, style: 'count', value })),
    ...(hasOwnDates ? [{ column: 3 + counts.length, style: 'labelCenter', value: due } as const] : []),
  ];
  const room = TRACKING.map((_, index): CellPlan => ({ column: cells.length + index, style: 'result' }));
  return { cells: [...cells, ...room] };
}
