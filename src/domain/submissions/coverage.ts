import { issuesOfAgency } from '../programme/assignment.ts';
import {
  UNFINISHED_STATUSES,
  type Measure,
  type MeasureKey,
  type Programme,
  type UnfinishedStatus,
} from '../programme/programme.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import type { AgencyCoverage, IssueCoverage } from './consolidation.ts';
import type { Submission } from './submission.ts';

/** The progress of every agency by the entries that reached the master. */
export function coverageOf(
  programme: Programme,
  roster: Roster,
  used: ReadonlyMap<AgencyCode, readonly Submission[]>,
): readonly AgencyCoverage[] {
  return roster.agencies.map(({ code }) => {
    const submissions = used.get(code) ?? [];
    const answered = answeredMeasures(submissions);
    const statuses = unfinishedMeasures(submissions);
    const issues = issuesOfAgency(programme, code).map(({ issue, measures }): [number, IssueCoverage] => {
      const unfinished = countStatuses(measures.flatMap(({ key }) => statuses.get(key) ?? []));
      return [
        issue.number,
        {
          expected: measures.length,
          answered: measures.filter(({ key }) => answered.has(key)).length,
          ...(Object.keys(unfinished).length > 0 ? { unfinished } : {}),
        },
      ];
    });
    return { agency: code, submissions, issues: new Map(issues) };
  });
}

/** The unanswered measures of an agency by issue number. */
export function unansweredOf(
  programme: Programme,
  { agency, submissions }: AgencyCoverage,
): ReadonlyMap<number, readonly Measure[]> {
  const answered = answeredMeasures(submissions);
  return new Map(
    issuesOfAgency(programme, agency).map(({ issue, measures }) => [
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

function answeredMeasures(submissions: readonly Submission[]): ReadonlySet<MeasureKey> {
  const answered = submissions
    .flatMap(({ entries }) => entries)
    .filter(({ status, paragraphs }) => status !== undefined || paragraphs.length > 0);
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

/** How many measures are answered in full: with a status that is done, or a result without any. */
export function answeredInFull({ answered, unfinished = {} }: IssueCoverage): number {
  return answered - Object.values(unfinished).reduce((total, count) => total + count, 0);
}

/** Adds coverages up. */
export function totalOf(coverages: Iterable<IssueCoverage>): IssueCoverage {
  let expected = 0;
  let answered = 0;
  const unfinished: Partial<Record<UnfinishedStatus, number>> = {};
  for (const coverage of coverages) {
    expected += coverage.expected;
    answered += coverage.answered;
    for (const id of UNFINISHED_STATUSES) {
      const count = coverage.unfinished?.[id];
      if (count !== undefined) unfinished[id] = (unfinished[id] ?? 0) + count;
    }
  }
  return { expected, answered, ...(Object.keys(unfinished).length > 0 ? { unfinished } : {}) };
}
