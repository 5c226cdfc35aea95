import { issuesOf, measuresOfIssue, type Issue, type Measure, type Programme } from './programme.ts';
import type { AgencyCode } from './roster.ts';

/** An issue with those of its measures that one agency is responsible for. */
export interface AgencyIssue {
  readonly issue: Issue;
  readonly measures: readonly Measure[];
}

/** What one agency is asked for, in printed order; issues that ask it for nothing are left out. */
export function issuesOfAgency(programme: Programme, agency: AgencyCode): readonly AgencyIssue[] {
  return issuesOf(programme)
    .map(({ issue }) => ({
      issue,
      measures: measuresOfIssue(issue).filter(({ responsible }) => responsible.agencies.includes(agency)),
    }))
    .filter(({ measures }) => measures.length > 0);
}
