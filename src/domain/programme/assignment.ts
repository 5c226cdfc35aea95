import { issuesOf, measuresOfIssue, type Issue, type Measure, type Programme } from './programme.ts';
import type { AgencyCode } from './roster.ts';

/** An issue with the measures of one agency. */
export interface AgencyIssue {
  readonly issue: Issue;
  readonly measures: readonly Measure[];
}

const RESPONSIBLE = new WeakMap<readonly AgencyCode[], ReadonlySet<AgencyCode>>();

/** Whether an agency is responsible for a measure, in constant time. */
export function isResponsible({ responsible: { agencies } }: Measure, agency: AgencyCode): boolean {
  const known = RESPONSIBLE.get(agencies);
  if (known !== undefined) return known.has(agency);
  RESPONSIBLE.set(agencies, new Set(agencies));
  return agencies.includes(agency);
}

/** The issues and measures of one agency in printed order; issues without any are left out. */
export function issuesOfAgency(programme: Programme, agency: AgencyCode): readonly AgencyIssue[] {
  return issuesOf(programme)
    .map(({ issue }) => ({
      issue,
      measures: measuresOfIssue(issue).filter((measure) => isResponsible(measure, agency)),
    }))
    .filter(({ measures }) => measures.length > 0);
}
