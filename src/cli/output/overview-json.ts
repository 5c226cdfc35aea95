import { dashboardOf } from '../../domain/master/dashboard.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { Consolidation } from '../../domain/submissions/consolidation.ts';
import { answeredOf, type StateCounts } from '../../domain/submissions/measure-states.ts';

/**
 * The numbers of the master's sheet of charts as JSON.
 * @param now ISO 8601 instant
 */
export function overviewJson(consolidation: Consolidation, findings: readonly Finding[], now: string): unknown {
  const { total, issues, classes, time, findings: kinds } = dashboardOf(consolidation, findings, now);
  return {
    ...progressJson(total),
    issues: issues.map(({ issue, counts }) => ({ ...issue, ...progressJson(counts) })),
    classes: classes.map(({ agencyClass, agencies, counts }) => ({
      class: agencyClass?.id ?? null,
      agencies,
      ...progressJson(counts),
    })),
    time: {
      ...time,
      periods: time.periods.map(({ first, last, answers }) => ({ first: first ?? null, last, answers })),
    },
    findings: kinds.map(({ code, counts }) => ({ code, ...counts })),
  };
}

function progressJson(counts: StateCounts): object {
  return { ...answeredOf(counts), states: counts };
}
