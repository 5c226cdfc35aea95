import { SEVERITIES, type Severity } from '../diagnostics/problem.ts';
import { groupBy } from '../text/group-by.ts';
import type { Finding } from './finding.ts';
import { RULES, type RuleCode } from './rules/registry.ts';

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** The findings of one rule. */
export interface FindingKind {
  readonly code: RuleCode;
  readonly counts: SeverityCounts;
}

/** Counts findings by rule, sorted by the number of the gravest findings, then of less grave ones, then in the order of the rules. */
export function findingKinds(findings: readonly Finding[]): readonly FindingKind[] {
  const byCode = groupBy(findings, ({ code }) => code);
  return RULES.flatMap(({ code }): readonly FindingKind[] => {
    const found = byCode.get(code);
    return found ? [{ code, counts: countsOf(found) }] : [];
  }).toSorted(
    ({ counts: one }, { counts: other }) =>
      SEVERITIES.map((severity) => other[severity] - one[severity]).find((difference) => difference !== 0) ?? 0,
  );
}

/** The sums of the counts. */
export function sumOfKinds(kinds: readonly FindingKind[]): SeverityCounts {
  const sumOf = (severity: Severity): number => kinds.reduce((total, { counts }) => total + counts[severity], 0);
  return { must: sumOf('must'), should: sumOf('should'), may: sumOf('may') };
}

function countsOf(findings: readonly Finding[]): SeverityCounts {
  const countOf = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return { must: countOf('must'), should: countOf('should'), may: countOf('may') };
}
