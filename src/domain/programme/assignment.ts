import { issuesOf, measuresOfIssue, type Issue, type Measure, type Programme } from './programme.ts';
import type { AgencyCode } from './roster.ts';

/** An issue with those of its measures that one agency is responsible for. */
export interface AgencyIssue {
  readonly issue: Issue;
  readonly measures: readonly Measure[];
}

const RESPONSIBLE = new WeakMap<readonly AgencyCode[], ReadonlySet<AgencyCode>>();

/** Whether an agency is responsible for a measure; found in the same time however many agencies are. */
function isResponsible({ responsible: { agencies } }: Measure, agency: AgencyCode): boolean {
  const known = RESPONSIBLE.get(agencies) ?? new Set(agencies);
  RESPONSIBLE.set(agencies, known);
  return known.has(agency);
}

/** What one agency is asked for, in printed order; issues that ask it for nothing are left out. */
export function issuesOfAgency(programme: Programme, agency: AgencyCode): readonly AgencyIssue[] {
  return issuesOf(programme)
    .map(({ issue }) => ({
      issue,
      measures: measuresOfIssue(issue).filter((measure) => isResponsible(measure, agency)),
    }))
    .filter(({ measures }) => measures.length > 0);
}
