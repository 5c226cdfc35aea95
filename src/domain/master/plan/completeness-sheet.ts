import { agencyByCode } from '../../programme/responsibility.ts';
import { issuesOf, UNFINISHED_STATUSES, type UnfinishedStatus } from '../../programme/programme.ts';
import type { AgencyCoverage, Consolidation, IssueCoverage } from '../../submissions/consolidation.ts';
import { answeredInFull, totalOf } from '../../submissions/coverage.ts';
import { thaiTime } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { cellName } from '../../spreadsheet/address.ts';
import { headingRow, lazyRows, officeTokenRow, recordRows, type MasterColumn } from './layout.ts';
import { COMPLETENESS_SHEET } from '../sheet-names.ts';
import { headerText, PAGE_NUMBER } from '../../spreadsheet/header-footer.ts';
import type { ConditionalFormatPlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';

/** Marks that can be distinguished without colour, and their styles on screen. */
const MARKS = [
  { mark: '●', style: 'complete', meaning: 'ครบ' },
  { mark: '◐', style: 'partial', meaning: 'บางส่วน' },
  { mark: '○', style: 'missing', meaning: 'ยังไม่มี' },
] as const;
const NOT_ASKED = '–';

/** Signs of measures that are answered, but not in full. */
const SIGNS: Readonly<Record<UnfinishedStatus, string>> = {
  'in-progress': '▷',
  'not-started': '✕',
  'not-applicable': '⊘',
};

/** The term for an answer that is done without a result, or whose status is missing or unknown. */
export const UNCLEAR_ANSWER = 'คำตอบไม่ชัดเจน';
const UNCLEAR = { sign: '?', meaning: UNCLEAR_ANSWER } as const;

const LEADING: readonly MasterColumn[] = [
  { heading: 'ที่', width: 6, style: 'labelCenter' },
  { heading: 'รหัส', width: 7, style: 'labelCenter' },
  { heading: 'หน่วยงาน', width: 30, style: 'label' },
];

const TRAILING: readonly MasterColumn[] = [
  { heading: 'ไฟล์', width: 20, style: 'label' },
  { heading: 'บันทึกเมื่อ (เวลาไทย)', width: 20, style: 'label' },
  { heading: 'ผู้ประสานงาน', width: 18, style: 'result' },
  { heading: 'โทรศัพท์', width: 14, style: 'result' },
  { heading: 'อีเมล', width: 20, style: 'result' },
];

const LEGEND_ROW = 1;
const HEADING_ROW = 2;

/** Plans the completeness sheet: a row for each agency with its contacts, a column for each issue. */
export function planMasterCompleteness(consolidation: Consolidation): SheetPlan {
  const issues = issuesOf(consolidation.programme).map(({ issue }) => issue.number);
  const columns: readonly MasterColumn[] = [
    ...LEADING,
    ...[...issues.map((issue) => `ประเด็นที่ ${thaiDigits(String(issue))}`), 'รวม'].map((heading): MasterColumn => ({
      heading,
      width: 11,
      style: 'labelCenter',
    })),
    ...TRAILING,
  ];
  const rowsOf = (coverage: AgencyCoverage, index: number): readonly RowPlan[] =>
    recordRows(columns, agencyTexts(consolidation, coverage, issues, index));
  const { agencies } = consolidation;
  return {
    name: COMPLETENESS_SHEET,
    state: 'visible',
    columns: columns.map(({ width }) => ({ width })),
    rows: lazyRows(function* () {
      yield officeTokenRow();
      yield legendRow(consolidation);
      yield headingRow(columns);
      for (const [index, coverage] of agencies.entries()) yield* rowsOf(coverage, index);
      yield* totalRows(consolidation, columns, issues);
    }),
    merges: [{ top: LEGEND_ROW, bottom: LEGEND_ROW, left: 0, right: columns.length - 1 }],
    freeze: { rows: HEADING_ROW + 1, columns: LEADING.length },
    validations: [],
    conditionalFormats: conditionalFormats(
      agencies.reduce((total, coverage, index) => total + rowsOf(coverage, index).length, 0),
      issues.length,
    ),
    print: {
      // A footer is too short for the legend: its row is on every page.
      titleRows: { first: LEGEND_ROW, last: HEADING_ROW },
      lastColumn: columns.length - 1,
      header: {},
      footer: { left: headerText(COMPLETENESS_SHEET), right: PAGE_NUMBER },
    },
  };
}

function agencyTexts(
  { roster }: Consolidation,
  { agency, submissions, issues: coverage }: AgencyCoverage,
  issues: readonly number[],
  index: number,
): readonly string[] {
  const { name = '' } = agencyByCode(roster).get(agency) ?? {};
  const contact = submissions.find((submission) => Object.keys(submission.contact).length > 0)?.contact ?? {};
  return [
    thaiDigits(String(index + 1)),
    agency,
    name,
    ...issues.map((issue) => coverageText(coverage.get(issue))),
    coverageText(totalOf(coverage.values())),
    submissions.map(({ file }) => file).join('\n'),
    submissions.map(({ savedAt }) => (savedAt === undefined ? '' : thaiTime(savedAt))).join('\n'),
    contact.name?.text ?? '',
    contact.phone?.text ?? '',
    contact.email?.text ?? '',
  ];
}

/** The progress of an agency. */
export type Completeness = (typeof MARKS)[number]['style'] | 'not-asked';

/** The completeness of a coverage and its mark. */
export function completenessOf(coverage: IssueCoverage | undefined): {
  readonly mark: string;
  readonly completeness: Completeness;
} {
  if (coverage === undefined || coverage.expected === 0) return { mark: NOT_ASKED, completeness: 'not-asked' };
  const { answered, expected } = coverage;
  const [complete, partial, missing] = MARKS;
  const { mark, style } = answeredInFull(coverage) === expected ? complete : answered > 0 ? partial : missing;
  return { mark, completeness: style };
}

/** `◐ ๓/๗`: the mark, the measures answered in full, and all measures; on a second line `▷๒ ✕๑`, those with another status. */
function coverageText(coverage: IssueCoverage | undefined): string {
  const { mark, completeness } = completenessOf(coverage);
  if (coverage === undefined || completeness === 'not-asked') return mark;
  const counts = thaiDigits(`${answeredInFull(coverage)}/${coverage.expected}`);
  return [`${mark} ${counts}`, unfinishedSigns(coverage)].filter(Boolean).join('\n');
}

/** `▷๒ ✕๑ ?๑`: how many measures have each unfinished status or are unclear; empty if none. */
function unfinishedSigns({ unfinished = {}, unclear }: IssueCoverage): string {
  const counts = [
    ...UNFINISHED_STATUSES.map((id) => ({ sign: SIGNS[id], count: unfinished[id] })),
    { sign: UNCLEAR.sign, count: unclear },
  ];
  return counts
    .flatMap(({ sign, count }) => (count === undefined ? [] : [`${sign}${thaiDigits(String(count))}`]))
    .join(' ');
}

/** Total rows: answered measures, and agencies that have answered everything. */
function totalRows(
  { agencies }: Consolidation,
  columns: readonly MasterColumn[],
  issues: readonly number[],
): readonly RowPlan[] {
  const strong = columns.map((column, index) => (index === 2 ? { ...column, style: 'labelStrong' as const } : column));
  const perIssue = [
    ...issues.map((issue) => agencies.flatMap(({ issues: coverage }) => coverage.get(issue) ?? [])),
    agencies.map(({ issues: coverage }) => totalOf(coverage.values())),
  ];
  const agenciesDone = (coverages: readonly IssueCoverage[]): IssueCoverage => ({
    expected: coverages.length,
    answered: coverages.filter((coverage) => answeredInFull(coverage) === coverage.expected).length,
  });
  return [
    ...recordRows(strong, ['', '', 'มาตรการที่ตอบครบ', ...perIssue.map((coverages) => coverageText(totalOf(coverages)))]),
    ...recordRows(strong, [
      '',
      '',
      'หน่วยงานที่ตอบครบ',
      ...perIssue.map((coverages) => coverageText(agenciesDone(coverages))),
    ]),
  ];
}

function legend({ programme: { statuses }, agencies }: Consolidation): string {
  const marks = MARKS.map(({ mark, meaning }) => `${mark} ${meaning}`);
  const signs = UNFINISHED_STATUSES.flatMap((id) =>
    statuses.filter((status) => status.id === id).map(({ label }) => `${SIGNS[id]} ${label}`),
  );
  const isUnclear = agencies.some(({ unclear }) => unclear !== undefined);
  const unclear = isUnclear ? [`${UNCLEAR.sign} ${UNCLEAR.meaning}`] : [];
  return [...marks, `${NOT_ASKED} ไม่ต้องรายงาน`, ...signs, ...unclear].join('   ');
}

function legendRow(consolidation: Consolidation): RowPlan {
  return { cells: [{ column: 0, style: 'strong', value: legend(consolidation) }], height: 32 };
}

function conditionalFormats(rows: number, issues: number): readonly ConditionalFormatPlan[] {
  const range = {
    top: HEADING_ROW + 1,
    bottom: HEADING_ROW + Math.max(1, rows),
    left: LEADING.length,
    right: LEADING.length + issues,
  };
  const first = cellName({ row: range.top, column: range.left });
  return MARKS.map(({ mark, style }) => ({ range, formula: `LEFT(${first},1)="${mark}"`, style }));
}
