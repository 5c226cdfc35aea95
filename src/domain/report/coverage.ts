import { issuesOfAgency } from '../programme/assignment.ts';
import type { MeasureKey, Programme } from '../programme/programme.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import type { AgencyCoverage, IssueCoverage } from './consolidation.ts';
import type { Submission } from './submission.ts';

/** How far every agency of the roster is, by the entries that reached the master. */
export function coverageOf(
  programme: Programme,
  roster: Roster,
  used: ReadonlyMap<AgencyCode, Submission>,
): readonly AgencyCoverage[] {
  return roster.agencies.map(({ code }) => {
    const submission = used.get(code);
    const answered = answeredMeasures(submission);
    const issues = issuesOfAgency(programme, code).map(({ issue, measures }): [number, IssueCoverage] => [
      issue.number,
      { expected: measures.length, answered: measures.filter(({ key }) => answered.has(key)).length },
    ]);
    return { agency: code, ...(submission ? { submission } : {}), issues: new Map(issues) };
  });
}

function answeredMeasures(submission: Submission | undefined): ReadonlySet<MeasureKey> {
  const answered = submission?.entries.filter(
    ({ status, paragraphs }) => status !== undefined || paragraphs.length > 0,
  );
  return new Set(answered?.map(({ measure }) => measure));
}
