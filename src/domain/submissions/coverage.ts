import { issuesOfAgency } from '../programme/assignment.ts';
import type { Measure, MeasureKey, Programme } from '../programme/programme.ts';
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
    const issues = issuesOfAgency(programme, code).map(({ issue, measures }): [number, IssueCoverage] => [
      issue.number,
      { expected: measures.length, answered: measures.filter(({ key }) => answered.has(key)).length },
    ]);
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
