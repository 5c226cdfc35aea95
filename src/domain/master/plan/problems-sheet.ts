import { cellName } from '../../spreadsheet/address.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import type { Roster } from '../../programme/roster.ts';
import { severityOf, textOf, type Problem, type Severity } from '../../diagnostics/problem.ts';
import { thaiDigits } from '../../text/digits.ts';
import { headingRow, madeWhenAsked, officeTokenRow, recordRows, type MasterColumn } from './layout.ts';
import { PROBLEMS_SHEET } from '../sheet-names.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';

/** The message and remedy of a problem. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy: string;
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  must: 'ต้องแก้ไข',
  should: 'ควรตรวจสอบ',
  may: 'แจ้งให้ทราบ',
};

const COLUMNS: readonly MasterColumn[] = [
  { heading: 'ที่', width: 6, style: 'labelCenter' },
  { heading: 'ระดับ', width: 11, style: 'labelCenter' },
  { heading: 'หน่วยงาน', width: 20, style: 'label' },
  { heading: 'ไฟล์', width: 20, style: 'label' },
  { heading: 'แผ่นงาน', width: 14, style: 'label' },
  { heading: 'เซลล์', width: 8, style: 'labelCenter' },
  { heading: 'ปัญหา', width: 28, style: 'label' },
  { heading: 'วิธีแก้ไข', width: 28, style: 'label' },
  { heading: 'ข้อความที่พบ', width: 44, style: 'result' },
  { heading: 'ข้อความที่ใช้ในรายงาน', width: 44, style: 'result' },
];

const HEADING_ROW = 1;

/** The text used instead of the problem's text; empty if there is none. */
function usedTextOf(problem: Problem | undefined): string {
  return problem !== undefined && 'usedText' in problem ? problem.usedText : '';
}

/**
 * Plans the problems sheet: each problem with its location, its remedy and its text, and beside the text of a
 * superseded file the text used instead, once for consecutive problems. A long text continues in the rows below.
 */
export function planMasterProblems(
  problems: readonly Problem[],
  roster: Roster,
  describe: (problem: Problem) => ProblemWords,
): SheetPlan {
  const agencyOf = agencyByCode(roster);
  const rowsOf = (problem: Problem, index: number, used: string): readonly RowPlan[] => {
    const { agency, file = '', sheet = '', cell } = problem;
    const { message, remedy } = describe(problem);
    const name = agency === undefined ? '' : (agencyOf.get(agency)?.name ?? agency);
    const number = thaiDigits(String(index + 1));
    const severity = SEVERITIES[severityOf(problem)];
    return recordRows(COLUMNS, [
      number,
      severity,
      name,
      file,
      sheet,
      cell ? cellName(cell) : '',
      message,
      remedy,
      textOf(problem),
      used,
    ]);
  };
  return {
    name: PROBLEMS_SHEET,
    state: 'visible',
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows: madeWhenAsked(function* () {
      yield officeTokenRow();
      yield headingRow(COLUMNS);
      let first = 0;
      for (const [index, problem] of problems.entries()) {
        const used = usedTextOf(problem);
        if (used !== usedTextOf(problems[first])) first = index;
        const same = `(ข้อความเดียวกับรายการที่ ${thaiDigits(String(first + 1))})`;
        yield* rowsOf(problem, index, first === index || used.length <= same.length ? used : same);
      }
      if (problems.length === 0) yield* recordRows(COLUMNS, ['', '', '', '', '', '', 'ไม่พบปัญหา']);
    }),
    merges: [],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    validations: [],
    conditionalFormats: [],
    print: {
      titleRows: { first: HEADING_ROW, last: HEADING_ROW },
      lastColumn: COLUMNS.length - 1,
      header: {},
      footer: { left: headerText(PROBLEMS_SHEET), right: PAGE_NUMBER },
    },
  };
}
