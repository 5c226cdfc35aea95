import { issuesOfAgency } from '../programme/assignment.ts';
import {
  UNFINISHED_STATUSES,
  type Measure,
  type MeasureKey,
  type Programme,
  type UnfinishedStatus,
} from '../programme/programme.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import type { AgencyCoverage, IssueCoverage } from './consolidation.ts';
import type { Submission } from './submission.ts';

/** The progress of every agency by the entries that reached the master. */
export function coverageOf(
  programme: Programme,
  roster: Roster,
  used: ReadonlyMap<AgencyCode, readonly Submission[]>,
): readonly AgencyCoverage[] {
  return roster.agencies.map(({ code }) =>
    agencyCoverage(programme, { agency: code, submissions: used.get(code) ?? [] }),
  );
}

/** The progress of an agency by its entries. */
export function agencyCoverage(programme: Programme, answers: Omit<AgencyCoverage, 'issues'>): AgencyCoverage {
  const answered = answeredMeasures(answers);
  const statuses = unfinishedMeasures(answers.submissions);
  const issues = issuesOfAgency(programme, answers.agency).map(({ issue, measures }): [number, IssueCoverage] => {
    const unfinished = countStatuses(measures.flatMap(({ key }) => statuses.get(key) ?? []));
    const unclear = measures.filter(({ key }) => answered.has(key) && answers.unclear?.has(key) === true).length;
    return [
      issue.number,
      {
        expected: measures.length,
        answered: measures.filter(({ key }) => answered.has(key)).length,
        ...(unclear > 0 ? { unclear } : {}),
        ...(Object.keys(unfinished).length > 0 ? { unfinished } : {}),
      },
    ];
  });
  return { ...answers, issues: new Map(issues) };
}

/** The unanswered measures of an agency by issue number. */
export function unansweredOf(programme: Programme, coverage: AgencyCoverage): ReadonlyMap<number, readonly Measure[]> {
  const answered = answeredMeasures(coverage);
  return new Map(
    issuesOfAgency(programme, coverage.agency).map(({ issue, measures }) => [
      issue.number,
      measures.filter(({ key }) => !answered.has(key)),
    ]),
  );
}

/** Among agencies with measures: how many there are, how many sent a workbook, and those that sent none. */
export function receivedOf(agencies: readonly AgencyCoverage[]): {
  readonly expected: number;
  readonly received: number;
  readonly missing: readonly AgencyCode[];
} {
  const expected = agencies.filter(({ issues }) => issues.size > 0);
  const missing = expected.filter(({ submissions }) => submissions.length === 0).map(({ agency }) => agency);
  return { expected: expected.length, received: expected.length - missing.length, missing };
}

function answeredMeasures({
  submissions,
  spilt,
}: Pick<AgencyCoverage, 'submissions' | 'spilt'>): ReadonlySet<MeasureKey> {
  const answered = submissions
    .flatMap(({ entries }) => entries)
    .filter(({ status, paragraphs }) => status !== undefined || paragraphs.some(({ text }) => !isNoAnswer(text)))
    .filter(({ measure }) => spilt?.has(measure) !== true);
  return new Set(answered.map(({ measure }) => measure));
}

function unfinishedMeasures(submissions: readonly Submission[]): ReadonlyMap<MeasureKey, UnfinishedStatus> {
  const entries = submissions.flatMap((submission) => submission.entries);
  return new Map(
    entries.flatMap(({ measure, status }): readonly [MeasureKey, UnfinishedStatus][] => {
      return status === undefined || status.id === 'done' ? [] : [[measure, status.id]];
    }),
  );
}

function countStatuses(statuses: readonly UnfinishedStatus[]): NonNullable<IssueCoverage['unfinished']> {
  const counts = UNFINISHED_STATUSES.map((id) => [id, statuses.filter((status) => status === id).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** How many measures are answered in full: with a status that is done and a result, or a result without any status. */
export function answeredInFull({ answered, unclear = 0, unfinished = {} }: IssueCoverage): number {
  return answered - unclear - Object.values(unfinished).reduce((total, count) => total + count, 0);
}

/** Adds coverages up. */
export function totalOf(coverages: Iterable<IssueCoverage>): IssueCoverage {
  let expected = 0;
  let answered = 0;
  let unclear = 0;
  const unfinished: Partial<Record<UnfinishedStatus, number>> = {};
  for (const coverage of coverages) {
    expected += coverage.expected;
    answered += coverage.answered;
    unclear += coverage.unclear ?? 0;
    for (const id of UNFINISHED_STATUSES) {
      const count = coverage.unfinished?.[id];
      if (count !== undefined) unfinished[id] = (unfinished[id] ?? 0) + count;
    }
  }
  return {
    expected,
    answered,
    ...(unclear > 0 ? { unclear } : {}),
    ...(Object.keys(unfinished).length > 0 ? { unfinished } : {}),
  };
}
