import { findingKinds, type FindingKind } from '../checks/finding-kinds.ts';
import type { Finding } from '../checks/finding.ts';
import { partingClassOf, partingClasses } from '../programme/agency-classes.ts';
import { issuesOf, type Issue, type Programme } from '../programme/programme.ts';
import type { AgencyClass } from '../programme/roster.ts';
import { agencyByCode } from '../programme/responsibility.ts';
import { answersOverTime, type AnswersOverTime } from '../submissions/answers-over-time.ts';
import type { AgencyCoverage, Consolidation } from '../submissions/consolidation.ts';
import { receivedOf } from '../submissions/coverage.ts';
import {
  countsByIssue,
  countsOfStates,
  stateCounts,
  statesOfAgency,
  sumOfCounts,
  type AskedState,
  type StateCounts,
} from '../submissions/measure-states.ts';
import { groupBy } from '../text/group-by.ts';

/**
 * The progress of the report in numbers. An agency that is asked about a measure counts once for it. The numbers do not depend on the
 * order in which answers came.
 */
export interface Dashboard {
  /** Agencies that are asked about anything, and how many of them sent a workbook. */
  readonly agencies: { readonly expected: number; readonly received: number };
  readonly total: StateCounts;
  readonly issues: readonly IssueProgress[];
  /** Classes that part the agencies, in the roster's order, then those of no class; only such as are asked about anything. */
  readonly classes: readonly ClassProgress[];
  readonly time: AnswersOverTime;
  readonly findings: readonly FindingKind[];
}

/** The progress of an issue. */
export interface IssueProgress {
  readonly issue: Pick<Issue, 'number' | 'title'>;
  readonly counts: StateCounts;
}

/** The progress of a class of agencies. */
export interface ClassProgress {
  /** Absent for the agencies of no class. */
  readonly agencyClass?: AgencyClass;
  /** How many of its agencies are asked about anything. */
  readonly agencies: number;
  readonly counts: StateCounts;
}

/**
 * Counts the progress of a consolidation and the findings in its answers.
 * @param now ISO 8601 instant
 */
export function dashboardOf(consolidation: Consolidation, findings: readonly Finding[], now: string): Dashboard {
  const { programme, agencies } = consolidation;
  const { expected, received } = receivedOf(agencies);
  const counts = stateCounts(consolidation);
  const byIssue = countsByIssue(programme, counts);
  return {
    agencies: { expected, received },
    total: sumOfCounts([...counts.values()]),
    issues: issuesOf(programme).map(({ issue: { number, title } }) => ({
      issue: { number, title },
      counts: sumOfCounts([byIssue.get(number)]),
    })),
    classes: classesOf(consolidation),
    time: answersOverTime(programme, agencies, now),
    findings: findingKinds(findings),
  };
}

function classesOf({ programme, roster, agencies }: Consolidation): readonly ClassProgress[] {
  const known = agencyByCode(roster);
  const asked = agencies.filter(({ issues }) => issues.size > 0);
  const byClass = groupBy(asked, ({ agency }) => {
    const found = known.get(agency);
    return found && partingClassOf(roster, found)?.id;
  });
  return [...partingClasses(roster), undefined].flatMap((agencyClass): readonly ClassProgress[] => {
    const those = byClass.get(agencyClass?.id);
    if (those === undefined) return [];
    const counts = countsOfStates(statesOf(programme, those));
    return [{ ...(agencyClass ? { agencyClass } : {}), agencies: those.length, counts }];
  });
}

function* statesOf(programme: Programme, agencies: readonly AgencyCoverage[]): Generator<AskedState, void, undefined> {
  for (const coverage of agencies) yield* statesOfAgency(programme, coverage).values();
}

/** A share in whole percent, rounded down so that only the whole is 100; 0 if the whole is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
