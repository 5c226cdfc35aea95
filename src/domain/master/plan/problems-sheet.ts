import { agencyByCode } from '../../programme/responsibility.ts';
import type { Roster } from '../../programme/roster.ts';
import { isFinding, severityOfRemark, type Remark } from '../../checks/remark.ts';
import { textOf, type KeptAnswer, type Severity, type TextDifference } from '../../diagnostics/problem.ts';
import { cellName, type CellPosition } from '../../spreadsheet/address.ts';
import type { RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import { thaiDigits } from '../../text/digits.ts';
import { decisionKey, GONE, type Decision, type RecordedProblem, type RecordedRow } from '../decisions.ts';
import { PROBLEM_HEADINGS, type ProblemHeading } from '../problem-headings.ts';
import { PROBLEMS_SHEET } from '../sheet-names.ts';
import { planListSheet, recordRows, withMeasureLink, type MasterColumn, type MeasureLocations } from './layout.ts';

/** The message and remedy of a problem or finding. */
export interface ProblemWords {
  readonly message: string;
  readonly remedy: string;
}

/** How problems and findings are described. */
export interface DescribeProblems {
  readonly describe: (remark: Remark) => ProblemWords;
  /** Names the field in which a superseded file differs, or whose answer a problem keeps. */
  readonly describeDifference: (difference: KeptAnswer) => string;
}

/** What the sheet lists. */
export interface ListedProblems extends DescribeProblems {
  /** By agency. */
  readonly remarks: readonly Remark[];
  readonly roster: Roster;
  /** What the office decided, on the sheets of earlier masters. */
  readonly decisions: readonly Decision[];
  /** What earlier masters said of files that were not read again; by default nothing. */
  readonly kept?: readonly RecordedProblem[];
  /** Where the measures are in the report. */
  readonly locations: MeasureLocations;
}

/** The severities in the words of the sheets. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  must: 'ต้องแก้ไข',
  should: 'ควรตรวจสอบ',
  may: 'แจ้งให้ทราบ',
};

const COLUMNS: readonly (MasterColumn & { readonly id: ProblemHeading })[] = [
  column('number', 6, 'labelCenter'),
  column('severity', 11, 'labelCenter'),
  column('agency', 20, 'label'),
  column('file', 20, 'label'),
  column('sheet', 14, 'label'),
  column('cell', 8, 'labelCenter'),
  column('message', 28, 'label'),
  column('remedy', 28, 'label'),
  column('text', 44, 'result'),
  column('usedText', 44, 'result'),
  column('place', 12, 'linkCell'),
  { ...column('decision', 28, 'answer'), isTyped: true },
  column('key', 16, 'hidden'),
];

const PLACE = COLUMNS.findIndex(({ id }) => id === 'place');

/** Columns that are repeated in every row of a problem. */
const REPEATED = COLUMNS.flatMap(({ id }, index) =>
  ['number', 'severity', 'agency', 'file', 'key'].includes(id) ? [index] : [],
);

function column(
  id: ProblemHeading,
  width: number,
  style: MasterColumn['style'],
): MasterColumn & { readonly id: ProblemHeading } {
  return { id, heading: PROBLEM_HEADINGS[id], width, style };
}

/**
 * Plans the problems sheet, a table with filters: each problem, and each finding of a rule, with its location, its remedy, its
 * text, a link to its measure and a column for the office's decision. A superseded file is one problem, followed by each field
 * that differs, next to the text used instead. Then come the problems of files that were not read again, and decisions about problems
 * that are no longer found. A long text
 * continues in the rows below.
 */
export function planMasterProblems(listed: ListedProblems): SheetPlan {
  return planListSheet({
    name: PROBLEMS_SHEET,
    columns: COLUMNS.map((each) => (each.id === 'key' ? { ...each, hidden: true } : each)),
    rows: () => problemRows(listed),
    taken: listed.decisions.flatMap(({ taken = [] }) => taken),
    table: 'Problems',
  });
}

function* problemRows(listed: ListedProblems): Generator<RowPlan, void, undefined> {
  const { remarks, decisions, kept = [] } = listed;
  const decided = new Map(decisions.map(({ key, decision }) => [key, decision]));
  const gone = new Map(decisions.map((decision) => [decision.key, decision]));
  const others = new Map(kept.map((problem) => [problem.key, problem]));
  let number = 0;
  for (const remark of remarks) {
    number += 1;
    const key = decisionKey(remark);
    gone.delete(key);
    others.delete(key);
    yield* remarkRows(remark, { number: thaiDigits(String(number)), key, decision: decided.get(key) ?? '' }, listed);
  }
  for (const problem of others.values()) {
    number += 1;
    gone.delete(problem.key);
    const decision = decided.get(problem.key) ?? problem.decision;
    yield* recordedRows(problem, decision, { number: thaiDigits(String(number)) });
  }
  for (const problem of gone.values()) {
    if (problem.decision === '') continue;
    number += 1;
    yield* recordedRows(problem, problem.decision, { number: thaiDigits(String(number)), severity: GONE });
  }
  if (number === 0) yield* rowsOf({ message: 'ไม่พบปัญหา' });
}

/** The rows of an earlier sheet as they stand there, with the decision in the first of them. */
function recordedRows({ rows }: RecordedProblem, decision: string, repeated: Partial<RecordedRow>): readonly RowPlan[] {
  const [first, ...others] = rows.map((row): RecordedRow => ({ ...row, ...repeated, place: '', decision: '' }));
  // Where only the decision goes on, there is nothing else to keep.
  const below = others.filter((row) => COLUMNS.some(({ id }, column) => !REPEATED.includes(column) && row[id] !== ''));
  return [{ ...first, decision }, ...below].flatMap(rowsOf);
}

function* remarkRows(
  remark: Remark,
  about: Readonly<Record<'number' | 'key' | 'decision', string>>,
  { roster, locations, describe, describeDifference }: ListedProblems,
): Generator<RowPlan, void, undefined> {
  const { agency, file = '', sheet = '', cell } = remark;
  const { number, key } = about;
  const name = agency === undefined ? '' : (agencyByCode(roster).get(agency)?.name ?? agency);
  const repeated = { number, key, severity: SEVERITY_WORDS[severityOfRemark(remark)], agency: name, file };
  const measure = 'measure' in remark ? remark.measure : undefined;
  const first = { ...about, ...repeated, ...describe(remark), sheet, cell: nameOf(cell) };
  const kept = answersKeptBy(remark);
  if (kept !== undefined) {
    yield* rowsOf({ ...first, text: 'text' in remark ? remark.text : '' });
    for (const difference of kept) {
      const { text, usedText = '' } = difference;
      const place = { sheet: difference.sheet, cell: nameOf(difference.cell) };
      const texts = { message: describeDifference(difference), text, usedText };
      const rows = rowsOf({ ...repeated, ...place, ...texts });
      yield* withMeasureLink(rows, PLACE, difference.measure, locations);
    }
  } else {
    const text = isFinding(remark) ? remark.found : textOf(remark);
    const usedText = 'usedText' in remark ? remark.usedText : '';
    yield* withMeasureLink(rowsOf({ ...first, text, usedText }), PLACE, measure, locations);
  }
}

/** The answers that a problem lists one by one, with the texts used instead; undefined for other problems. */
function answersKeptBy(
  remark: Remark,
): readonly (KeptAnswer & Partial<Pick<TextDifference, 'usedText'>>)[] | undefined {
  if ('differences' in remark) return remark.differences;
  return 'answers' in remark ? remark.answers : undefined;
}

function rowsOf(texts: Readonly<Partial<Record<ProblemHeading, string>>>): readonly RowPlan[] {
  return recordRows(
    COLUMNS,
    COLUMNS.map(({ id }) => texts[id] ?? ''),
    REPEATED,
  );
}

function nameOf(cell: CellPosition | undefined): string {
  return cell ? cellName(cell) : '';
}
