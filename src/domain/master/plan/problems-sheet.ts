import { cellName, type CellPosition } from '../../spreadsheet/address.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import type { Roster } from '../../programme/roster.ts';
import { isFinding, severityOfRemark, type Remark } from '../../checks/remark.ts';
import { textOf, type Severity, type TextDifference } from '../../diagnostics/problem.ts';
import { thaiDigits } from '../../text/digits.ts';
import { headingRow, madeWhenAsked, officeTokenRow, recordRows, type MasterColumn } from './layout.ts';
import { PROBLEMS_SHEET } from '../sheet-names.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';

/** The message and remedy of a problem or finding. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy: string;
}

/** What the sheet says of problems and findings. */
export interface DescribeProblems {
  readonly describe: (remark: Remark) => ProblemWords;
  /** Names the field in which a superseded file differs. */
  readonly describeDifference: (difference: TextDifference) => string;
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

/** Number, severity, agency and file stand in every row of a problem. */
const REPEATED = 4;

const HEADING_ROW = 1;

/**
 * Plans the problems sheet: each problem, and each finding of a rule, with its location, its remedy and its text. A superseded file is one problem: below
 * it each field that differs, with the text used instead beside it. A long text continues in the rows below.
 */
export function planMasterProblems(remarks: readonly Remark[], roster: Roster, words: DescribeProblems): SheetPlan {
  return {
    name: PROBLEMS_SHEET,
    state: 'visible',
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows: madeWhenAsked(function* () {
      yield officeTokenRow();
      yield headingRow(COLUMNS);
      for (const [index, remark] of remarks.entries()) yield* remarkRows(remark, index, roster, words);
      if (remarks.length === 0) yield* recordRows(COLUMNS, ['', '', '', '', '', '', 'ไม่พบปัญหา']);
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

function* remarkRows(
  remark: Remark,
  index: number,
  roster: Roster,
  { describe, describeDifference }: DescribeProblems,
): Generator<RowPlan, void, undefined> {
  const { agency, file = '', sheet = '', cell } = remark;
  const name = agency === undefined ? '' : (agencyByCode(roster).get(agency)?.name ?? agency);
  const repeated = [thaiDigits(String(index + 1)), SEVERITIES[severityOfRemark(remark)], name, file];
  const row = (...texts: readonly string[]): readonly RowPlan[] =>
    recordRows(COLUMNS, [...repeated, ...texts], REPEATED);
  const { message, remedy } = describe(remark);
  if ('differences' in remark) {
    yield* row('', '', message, remedy);
    for (const difference of remark.differences) {
      const { sheet: differs, cell: at, text, usedText } = difference;
      yield* row(differs, nameOf(at), describeDifference(difference), '', text, usedText);
    }
  } else {
    const text = isFinding(remark) ? remark.found : textOf(remark);
    yield* row(sheet, nameOf(cell), message, remedy, text, 'usedText' in remark ? remark.usedText : '');
  }
}

function nameOf(cell: CellPosition | undefined): string {
  return cell ? cellName(cell) : '';
}
