import { issuesOf, type ReportFront } from '../../programme/programme.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import type { Finding } from '../../checks/finding.ts';
import { severityOfRemark, type Remark } from '../../checks/remark.ts';
import { thaiDigits } from '../../text/digits.ts';
import { withCommas } from '../../text/with-commas.ts';
import { fitCell, officeTokenRow } from './layout.ts';
import { COVER_SHEET, LIST_SHEETS } from '../sheet-names.ts';
import { PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import type { StyleName } from '../../spreadsheet/styles.ts';

/**
 * Column width in characters. One column, so that nothing is merged and rows autofit; no wider than a page, because
 * LibreOffice does not scale a column that is.
 */
const WIDTH = 86;

/** Heading of the summary, which follows the printed texts. It never changes, because masters that were sent out are read by it. */
export const SUMMARY = 'สรุปการรวบรวม';

/** Heading of the links to the sheets. */
export const CONTENTS = 'สารบัญ';

/** Beginning of the summary's line with the month of the report. */
export const AS_OF = 'ข้อมูล ณ เดือน';

/**
 * Plans the cover: the first page of the report, a summary, and links to the sheets.
 * @param front the texts of the first page, with the month that they tell
 * @param optional the sheets of this master that not every master has
 */
export function planMasterCover(
  consolidation: Consolidation,
  findings: readonly Finding[],
  { cover, heading, introduction, compiledBy, asOf }: ReportFront,
  optional: readonly Pick<SheetPlan, 'name'>[],
): SheetPlan {
  const front: readonly RowPlan[] = [
    officeTokenRow(1),
    ...lines('title', cover),
    blank(),
    ...lines('subtitle', [heading]),
    ...lines(
      'text',
      introduction.map((text) => text.replaceAll('{asOf}', () => asOf)),
    ),
    blank(),
    ...lines('strong', [...compiledBy, asOf]),
  ];
  return {
    name: COVER_SHEET,
    state: 'visible',
    columns: [{ width: WIDTH }],
    rows: [
      ...front,
      blank(),
      ...lines('subtitle', [SUMMARY]),
      ...lines('text', summary(consolidation, findings, asOf)),
      blank(),
      ...lines('subtitle', [CONTENTS]),
      ...contents(consolidation, optional),
    ],
    selected: { row: 1, column: 0 },
    merges: [],
    validations: [],
    conditionalFormats: [],
    // Only the report's text is printed; the summary and links are for the screen.
    print: { lastColumn: 0, lastRow: front.length - 1, onePage: true, header: {}, footer: { right: PAGE_NUMBER } },
  };
}

function summary(
  { programme, agencies, entries, problems }: Consolidation,
  findings: readonly Finding[],
  asOf: string,
): readonly string[] {
  const count = (number: number): string => thaiDigits(withCommas(number));
  const received = agencies.filter(({ submissions }) => submissions.length > 0).length;
  const urgent = (remarks: readonly Remark[]): string =>
    count(remarks.filter((remark) => severityOfRemark(remark) === 'must').length);
  return [
    programme.title,
    `ปีงบประมาณ พ.ศ. ${thaiDigits(String(programme.year))}`,
    `${AS_OF}${asOf}`,
    `ได้รับแล้ว ${count(received)} จาก ${count(agencies.length)} หน่วยงาน`,
    `คำตอบที่อ่านได้ ${count(entries.read)} รายการ อยู่ในรายงาน ${count(entries.merged)} รายการ อยู่ในแผ่นงานปัญหา ${count(entries.inProblems)} รายการ`,
    `ปัญหา ${count(problems.length)} รายการ ในจำนวนนี้ต้องแก้ไข ${urgent(problems)} รายการ`,
    `ผลการตรวจคำตอบ ${count(findings.length)} รายการ ในจำนวนนี้ต้องแก้ไข ${urgent(findings)} รายการ`,
  ];
}

function contents({ programme }: Consolidation, optional: readonly Pick<SheetPlan, 'name'>[]): readonly RowPlan[] {
  const issues = issuesOf(programme).map(({ issue }) => ({ text: issue.title, sheet: issue.sheetName }));
  const others = [...LIST_SHEETS, ...optional.map(({ name }) => name)].map((sheet) => ({ text: sheet, sheet }));
  return [...issues, ...others].map(({ text, sheet }) => ({
    cells: [{ column: 0, style: 'link', value: text, link: { sheet, row: 1, column: 0 } }],
  }));
}

function lines(style: StyleName, texts: readonly string[]): readonly RowPlan[] {
  return texts
    .flatMap((text) => fitCell(text, { width: WIDTH, style }))
    .map((value) => ({ cells: [{ column: 0, style, value }] }));
}

function blank(): RowPlan {
  return { cells: [], height: 12 };
}
