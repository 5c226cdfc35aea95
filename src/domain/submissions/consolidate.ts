import { isResponsible } from '../programme/assignment.ts';
import { measureByKey, measuresOf, type Programme } from '../programme/programme.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import { chooseSubmissions, differenceOf } from './choose-submission.ts';
import type { Consolidation, MasterMeasure } from './consolidation.ts';
import { coverageOf } from './coverage.ts';
import { textsOfEntry, textsOfSubmission } from './entry-texts.ts';
import { groupBy } from '../text/group-by.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import type { Arrangement } from './group/arrangement.ts';
import { wordsOfProgramme } from './group/known-words.ts';
import { EntriesByMeasure, type SubmittedEntry } from './entries-by-measure.ts';
import { mergeParagraphs, type Grouping } from './merge-paragraphs.ts';
import { statusStatements, withoutReason } from './status-statements.ts';
import { inOrder } from '../diagnostics/order.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { refusedPictures, supersededPictures } from './pictures.ts';
import { StringPool } from './string-pool.ts';
import { withParagraphs, type Entry, type ReadResult, type Submission } from './submission.ts';
import type { TextStore } from './entry-store.ts';
import { masterMeasure } from './stored-paragraphs.ts';
import { runSteps, type Steps } from '../text/steps.ts';

/** The results so far, a list to which results are added in constant time; created by {@link emptyConsolidation}. */
export interface ConsolidationState {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly added?: Added;
  /** Shared by all states derived from one; it saves memory and never changes a value. */
  readonly pool: StringPool;
}

interface Added {
  readonly result: ReadResult;
  readonly before?: Added;
}

/**
 * An empty consolidation.
 * @param store where long texts are kept; by default in memory
 */
export function emptyConsolidation(programme: Programme, roster: Roster, store?: TextStore): ConsolidationState {
  return { programme, roster, pool: new StringPool(store) };
}

/** Adds the result of one file. Neither the order nor duplicates change the consolidation. */
export function addResult(state: ConsolidationState, result: ReadResult): ConsolidationState {
  const before = state.added ? { before: state.added } : {};
  return { ...state, added: { result: state.pool.share(result), ...before } };
}

const PLAIN: ConsolidationOptions = { grouping: false };

/** How the answers are put together. */
export interface ConsolidationOptions {
  /** Whether answers to one measure that say the same in other words become one paragraph. */
  readonly grouping: boolean;
}

/** Consolidates everything that was added. Every text is in the result or in one of its problems. */
export function finish(state: ConsolidationState, options: ConsolidationOptions = PLAIN): Consolidation {
  return runSteps(finishInSteps(state, options));
}

/** Does the same, a measure in each step. */
export function* finishInSteps(state: ConsolidationState, { grouping }: ConsolidationOptions): Steps<Consolidation> {
  const { programme, roster } = state;
  const results = resultsOf(state);
  const agencies = groupBy(
    results.flatMap(({ submissions }) => submissions),
    ({ agency }) => agency,
  );
  const known = new Set(roster.agencies.map(({ code }) => code));
  const sorted = Array.from(agencies, ([agency, submissions]) =>
    known.has(agency) ? sortAgency(agency, submissions, programme) : sortUnknown(agency, submissions),
  );
  const used = new Map(sorted.map(({ agency, used }) => [agency, used]));
  const read = sum(sorted.map(({ read }) => read));
  const merged = sum(sorted.map(({ merged }) => merged));
  return {
    programme,
    roster,
    measures: yield* masterMeasures(programme, roster, used, grouping),
    agencies: coverageOf(programme, roster, used),
    problems: inOrder(
      [...results, ...sorted].flatMap(({ problems }) => problems).filter((problem) => !cameElsewhere(problem, used)),
      roster,
    ),
    entries: { read, merged, inProblems: read - merged },
    isGrouped: grouping,
  };
}

function resultsOf({ added }: ConsolidationState): readonly ReadResult[] {
  const results: ReadResult[] = [];
  for (let at = added; at; at = at.before) results.push(at.result);
  return results;
}

/** Whether a missing sheet is in another file of the same agency. */
function cameElsewhere(problem: Problem, used: ReadonlyMap<AgencyCode, readonly Submission[]>): boolean {
  if (problem.code !== 'sheet-missing' || problem.agency === undefined) return false;
  return used.get(problem.agency)?.some(({ issues }) => issues.includes(problem.issue)) ?? false;
}

/** One agency's submissions, divided into what the master uses and problems. */
interface SortedAgency {
  readonly agency: AgencyCode;
  /** With only the entries that reach the master. */
  readonly used: readonly Submission[];
  readonly problems: readonly Problem[];
  readonly read: number;
  readonly merged: number;
}

/**
 * Entries of the used submission reach the master if the agency is responsible. An entry of a superseded submission
 * counts as merged if the used one has all its texts.
 */
function sortAgency(agency: AgencyCode, submissions: readonly Submission[], programme: Programme): SortedAgency {
  const { used, superseded } = chooseSubmissions(submissions);
  const measures = measureByKey(programme);
  const isPlaced = ({ measure: key }: Entry): boolean => {
    const measure = measures.get(key);
    return measure !== undefined && isResponsible(measure, agency);
  };
  const placed = used.map((submission) =>
    submission.entries.every(isPlaced) ? submission : { ...submission, entries: submission.entries.filter(isPlaced) },
  );
  const differences = superseded.map((each) => ({ part: each.part, ...differenceOf(each) }));
  const same = differences.map(({ part, entries: differing }) =>
    part.entries.filter((entry) => isPlaced(entry) && !differing.has(entry)),
  );
  return {
    agency,
    used: placed,
    problems: [
      ...used.flatMap((submission) =>
        submission.entries.filter((entry) => !isPlaced(entry)).flatMap((entry) => notResponsible(submission, entry)),
      ),
      ...differences.map(({ problem }) => problem),
      ...superseded.flatMap((each) => supersededPictures(each, used)),
    ],
    read: countEntries([...used, ...superseded.map(({ part }) => part)]),
    merged: countEntries(placed) + sum(same.map(({ length }) => length)),
  };
}

function countEntries(submissions: readonly Submission[]): number {
  return sum(submissions.map(({ entries }) => entries.length));
}

function notResponsible({ agency, file }: Submission, entry: Entry): readonly Problem[] {
  const { measure } = entry;
  return textsOfEntry(entry).map(({ text, sheet, cell }) => ({
    code: 'text-not-responsible',
    agency,
    file,
    sheet,
    cell,
    measure,
    text,
  }));
}

/**
 * Readers refuse agencies outside the roster; if a submission of one arrives all the same, its texts become problems.
 */
function sortUnknown(agency: AgencyCode, submissions: readonly Submission[]): SortedAgency {
  const { used, superseded } = chooseSubmissions(submissions);
  const all = [...used, ...superseded.map(({ part }) => part)];
  return {
    agency,
    used: [],
    problems: all.flatMap((submission) => {
      const { file } = submission;
      const texts = textsOfSubmission(submission).map(({ text, sheet, cell }): Problem => ({
        code: 'text-of-unknown-agency',
        agency,
        file,
        sheet,
        cell,
        text,
      }));
      return [{ code: 'agency-unknown', agency, file, found: agency }, ...texts, ...refusedPictures(submission)];
    }),
    read: countEntries(all),
    merged: 0,
  };
}

function groupingOf(programme: Programme): Grouping {
  // Only where answers are alike: to take a programme apart, the dictionary of Thai has to be read.
  return { isWord: (word) => wordsOfProgramme(programme).has(word) };
}

/**
 * The consolidation with the statements of some measures put together and kept apart as the office arranged them; the other
 * measures are as they were.
 */
export function arrange(consolidation: Consolidation, arrangement: Arrangement): Consolidation {
  if (arrangement.size === 0) return consolidation;
  const { programme, roster, agencies, isGrouped } = consolidation;
  const used = new Map(agencies.map(({ agency, submissions }) => [agency, submissions]));
  const arranged = runSteps(masterMeasures(programme, roster, used, isGrouped, arrangement));
  const byKey = new Map(arranged.map((each) => [each.measure, each]));
  return { ...consolidation, measures: consolidation.measures.map((each) => byKey.get(each.measure) ?? each) };
}

/** @param arrangement where it is given, only the measures that are in it are made */
function* masterMeasures(
  programme: Programme,
  roster: Roster,
  used: ReadonlyMap<AgencyCode, readonly Submission[]>,
  isGrouped: boolean,
  arrangement?: Arrangement,
): Steps<readonly MasterMeasure[]> {
  const grouping = isGrouped ? groupingOf(programme) : undefined;
  const entries = new EntriesByMeasure(roster.agencies.flatMap(({ code }) => used.get(code) ?? []));
  const wanted = measuresOf(programme).filter(({ measure }) => arrangement?.has(measure.key) ?? true);
  const made: MasterMeasure[] = [];
  for (const { measure } of wanted) {
    const submitted = entries.to(measure.key).map(withoutSigns);
    const paragraphs = mergeParagraphs(
      roster,
      measure,
      submitted.map(({ submission, entry }) => ({ submission, entry: withoutReason(entry) })),
      grouping,
      arrangement?.get(measure.key),
    );
    const unfinished = statusStatements(roster, measure, submitted);
    made.push(masterMeasure({ measure: measure.key, paragraphs, unfinished }));
    yield;
  }
  return made;
}

/** A lone dash would be printed as the marker of a list; it stays in the table, beside what is found about it. */
function withoutSigns({ submission, entry }: SubmittedEntry): SubmittedEntry {
  const paragraphs = entry.paragraphs.filter(({ text }) => !isNoAnswer(text));
  return { submission, entry: withParagraphs(entry, paragraphs) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
