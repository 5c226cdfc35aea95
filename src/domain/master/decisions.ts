import { isFinding, type Remark } from '../checks/remark.ts';
import { isProblemCode, textOf } from '../diagnostics/problem.ts';
import { cellName } from '../spreadsheet/address.ts';
import type { CellContent, SheetContent } from '../spreadsheet/content.ts';
import { issuesOf } from '../programme/programme.ts';
import type { Consolidation } from '../submissions/consolidation.ts';
import type { ReadResult } from '../submissions/submission.ts';
import { combineTexts } from '../text/combine-texts.ts';
import { checksum } from '../text/checksum.ts';
import { groupBy } from '../text/group-by.ts';
import { isBackup } from './backup-sheets.ts';
import { PROBLEM_HEADINGS, type ProblemHeading } from './problem-headings.ts';
import { PROBLEMS_SHEET } from './sheet-names.ts';
import { sumOfTaken, takenBy } from './taken-over.ts';

/** A problem or finding as it stands on the problems sheet of a master. */
export interface RecordedProblem {
  /** See {@link decisionKey}. */
  readonly key: string;
  /** Its rows as they stand: one for each answer that it names, and for each part of a text that is too long for one. */
  readonly rows: readonly [RecordedRow, ...RecordedRow[]];
  /** What the office decided about it, beside any of its rows. */
  readonly decision: string;
}

/** The texts of a row by heading. */
export type RecordedRow = Readonly<Record<ProblemHeading, string>>;

/** A file that was read, with what it gave. */
export interface ReadFile {
  readonly path: string;
  readonly result: Pick<ReadResult, 'submissions'> | undefined;
}

/** What the office decided about a problem or finding; the decision is empty where nothing is left of what was taken over. */
export interface Decision extends RecordedProblem {
  /** What sheets of other names say about the problem, which is taken over once: see `taken-over.ts`. */
  readonly taken?: readonly string[];
}

/** In place of the severity of a problem that was decided on and is no longer found. */
export const GONE = 'ไม่พบแล้ว';

/**
 * The key by which a problem or finding is found again in the next master: its code, its location and its text, without the folder of its
 * file, because people move files.
 */
export function decisionKey(remark: Remark): string {
  const { code, agency = '', file = '', sheet = '', cell } = remark;
  const text = isFinding(remark) ? `${remark.measure ?? ''} ${remark.found}` : textOf(remark);
  const name = nameOf(file);
  return [code, agency, name, sheet, cell ? cellName(cell) : '', checksum(text)].join(' ');
}

/** The name of a file without its folders, which people move. */
function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/**
 * The problems of a master whose files are not read again: their texts may be nowhere else. Findings are found again in the answers, which
 * the table of all answers has. On a renamed or copied sheet beside the one with the name there are problems of before, which may have
 * been solved since.
 * @param read the files that are read; a file of the same name may be another agency's
 * @param now today's answers, which may have what was missing
 */
export function problemsOfUnread(
  sheets: readonly SheetContent[],
  read: readonly ReadFile[],
  now: Pick<Consolidation, 'programme' | 'agencies'>,
): readonly RecordedProblem[] {
  const namesakes = groupBy(read, ({ path }) => nameOf(path));
  const all = problemSheets(sheets);
  const latest = all[0]?.name === PROBLEMS_SHEET ? all.slice(0, 1) : all;
  const problems = new Map(latest.flatMap(problemsInSheet).map((problem) => [problem.key, problem]));
  return [...problems.values()].flatMap((problem) => {
    const { key, rows } = problem;
    const [code = '', agency = ''] = key.split(' ');
    const file = rows[0].file.trim();
    if (!isProblemCode(code) || file === '' || rows[0].severity.trim() === GONE) return [];
    const isReadAgain = namesakes.get(nameOf(file))?.some(({ path, result }) =>
      // Of a problem that names no agency only the file is known, and a text must not go because of another one.
      agency === ''
        ? path === file || rows.every(({ text }) => text === '')
        : result?.submissions.some((submission) => submission.agency === agency),
    );
    if (isReadAgain) return [];
    if (code !== 'sheet-missing') return [problem];
    // Each row is about an issue, which only its title tells.
    const titles = titlesReceived(now, agency);
    const [first, ...others] = rows.filter(({ message }) => !titles.some((title) => message.includes(`“${title}”`)));
    return first === undefined ? [] : [{ ...problem, rows: [first, ...others] }];
  });
}

/** The titles of the issues that an agency's files have. */
function titlesReceived(
  { programme, agencies }: Pick<Consolidation, 'programme' | 'agencies'>,
  code: string,
): readonly string[] {
  const its = agencies.find(({ agency }) => agency === code)?.submissions ?? [];
  const received = new Set(its.flatMap(({ issues }) => issues));
  return issuesOf(programme).flatMap(({ issue }) => (received.has(issue.number) ? [issue.title] : []));
}

/**
 * The problems sheets of a master, the one with the original name first: people rename the sheet and keep copies of it. Backup sheets do
 * not count, because they have an earlier state.
 */
export function problemSheets(sheets: readonly SheetContent[]): readonly SheetContent[] {
  const isNamed = ({ name }: SheetContent): boolean => name === PROBLEMS_SHEET;
  return sheets
    .filter((sheet) => isProblemSheet(sheet) && !isBackup(sheet))
    .toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
}

/** Whether a sheet has the two headings by which decisions are read. */
function isProblemSheet(sheet: Pick<SheetContent, 'cells'>): boolean {
  return headingRowOf(rowsOf(sheet)) >= 0;
}

/**
 * What the office decided, on all sheets ปัญหา of a master: decisions about one problem that differ are a line each. Those on a sheet of
 * another name are taken over once.
 */
export function decisionsOf(sheets: readonly SheetContent[]): readonly Decision[] {
  const ours = problemSheets(sheets);
  const taken = takenBy(ours);
  const all = ours.flatMap((sheet) => {
    const decisions = decisionsInSheet(sheet);
    return sheet.name === PROBLEMS_SHEET ? decisions : decisions.map((each) => takenOnce(each, taken));
  });
  return [...groupBy(all, ({ key }) => key).values()].map(([first, ...others]) => {
    const sums = [first, ...others].flatMap((each) => each.taken ?? []);
    return {
      ...first,
      decision: others.map(({ decision }) => decision).reduce(combineTexts, first.decision),
      ...(sums.length === 0 ? {} : { taken: sums }),
    };
  });
}

/** Of decisions of several masters, the last about each problem. That nothing is left of what one took over says nothing about the others. */
export function latestDecisions(decisions: readonly Decision[]): readonly Decision[] {
  return [...groupBy(decisions, ({ key }) => key).values()].map((all) => {
    const last = all.findLast(({ decision }) => decision !== '') ?? all[0];
    const taken = all.flatMap((each) => each.taken ?? []);
    return taken.length === 0 ? last : { ...last, taken };
  });
}

function takenOnce(decision: Decision, taken: ReadonlySet<string>): Decision {
  const sum = sumOfTaken(`${decision.key} ${decision.decision}`);
  return { ...decision, decision: taken.has(sum) ? '' : decision.decision, taken: [sum] };
}

/**
 * The decisions on a problems sheet, wherever people moved its rows and columns; none on a sheet without its two headings. The texts of
 * several rows of one problem are joined, on a line each.
 * @internal
 */
export function decisionsInSheet(sheet: { readonly cells: readonly CellContent[] }): readonly Decision[] {
  return problemsInSheet(sheet).filter(({ decision }) => decision !== '');
}

/** The keys of all problems and findings on a problems sheet. */
export function remarkKeysInSheet(sheet: { readonly cells: readonly CellContent[] }): ReadonlySet<string> {
  return new Set(problemsInSheet(sheet).map(({ key }) => key));
}

/** The texts of each row by their columns. */
type Rows = readonly ReadonlyMap<number, string>[];

function rowsOf({ cells }: { readonly cells: readonly CellContent[] }): Rows {
  return [...groupBy(cells, ({ row }) => row).values()].map(
    (row) => new Map(row.map(({ column, text }) => [column, text])),
  );
}

/** Index of the first row with the two headings by which decisions are read; -1 if there is none. */
function headingRowOf(rows: Rows): number {
  return rows.findIndex((row) => {
    const texts = [...row.values()];
    return texts.includes(PROBLEM_HEADINGS.key) && texts.includes(PROBLEM_HEADINGS.decision);
  });
}

function problemsInSheet(sheet: { readonly cells: readonly CellContent[] }): readonly RecordedProblem[] {
  const rows = rowsOf(sheet);
  const first = headingRowOf(rows);
  if (first < 0) return [];
  const columnOf = new Map(Array.from(rows[first] ?? [], ([column, heading]) => [heading, column]));
  const textIn = (row: ReadonlyMap<number, string>, heading: string): string =>
    row.get(columnOf.get(heading) ?? -1) ?? '';
  const recorded = (row: ReadonlyMap<number, string>): RecordedRow =>
    Object.fromEntries(
      Object.entries(PROBLEM_HEADINGS).map(([id, heading]) => [id, textIn(row, heading)]),
    ) as RecordedRow;
  const byKey = groupBy(rows.slice(first + 1), (row) => textIn(row, PROBLEM_HEADINGS.key).trim());
  return [...byKey].flatMap(([key, [its, ...others]]) => {
    const all = [its, ...others].map((row) => recorded(row));
    const [head, ...below] = all;
    return key === '' || head === undefined
      ? []
      : [{ key, rows: [head, ...below], decision: linesOf(all.map(({ decision }) => decision.trim())) }];
  });
}

/** The distinct texts that are not empty, on a line each. */
function linesOf(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('\n');
}
