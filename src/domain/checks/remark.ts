import type { Roster } from '../programme/roster.ts';
import { compareTexts } from '../text/compare.ts';
import type { Finding } from './finding.ts';
import { compareCells } from '../diagnostics/order.ts';
import { severityOf, type Problem, type Severity } from '../diagnostics/problem.ts';

/** A problem in reading a file, or a finding in its answers. */
export type Remark = Problem | Finding;

/** Whether the remark comes from a rule and not from the reader. */
export function isFinding(remark: Remark): remark is Finding {
  return 'found' in remark && 'severity' in remark;
}

/** The severity of a remark. */
export function severityOfRemark(remark: Remark): Severity {
  return isFinding(remark) ? remark.severity : severityOf(remark);
}

/**
 * Merges the problems of a consolidation and the findings in its answers: by agency in roster order (none first), then by
 * file, sheet, cell and position.
 */
export function remarksOfReport(
  problems: readonly Problem[],
  findings: readonly Finding[],
  { agencies }: Roster,
): readonly Remark[] {
  const ranks = new Map(agencies.map(({ code }, rank) => [code, rank]));
  const rankOf = ({ agency }: Remark): number => (agency === undefined ? -1 : (ranks.get(agency) ?? ranks.size));
  return joined(problems, findings).toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) || compareTexts(one.file ?? '', other.file ?? '') || comparePlaces(one, other),
  );
}

/** Merges the problems and findings of a file, sorted by sheet, cell and position. If both report the same, the finding wins. */
export function remarksOf(problems: readonly Problem[], findings: readonly Finding[]): readonly Remark[] {
  return joined(problems, findings).toSorted(comparePlaces);
}

function joined(problems: readonly Problem[], findings: readonly Finding[]): readonly Remark[] {
  const formulas = findings.filter(({ code }) => code === 'text-as-formula');
  const isCovered = ({ code, file, sheet, cell }: Problem): boolean =>
    code === 'error-value' &&
    formulas.some(
      (formula) => formula.file === file && formula.sheet === sheet && compareCells(formula.cell, cell) === 0,
    );
  return [...problems.filter((problem) => !isCovered(problem)), ...findings];
}

function comparePlaces(one: Remark, other: Remark): number {
  return (
    compareTexts(one.sheet ?? '', other.sheet ?? '') ||
    compareCells(one.cell, other.cell) ||
    startOf(one) - startOf(other)
  );
}

function startOf(remark: Remark): number {
  return isFinding(remark) ? (remark.start ?? 0) : 0;
}
