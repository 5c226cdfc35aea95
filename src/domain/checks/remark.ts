import { compareTexts } from '../text/compare.ts';
import type { Finding } from './finding.ts';
import { cellPosition } from '../diagnostics/order.ts';
import { severityOf, type Problem, type Severity } from '../diagnostics/problem.ts';

/** Something that an agency should know of its file: a problem of reading it, or a finding in what it wrote. */
export type Remark = Problem | Finding;

/** Whether rules found it, and not the reader. */
export function isFinding(remark: Remark): remark is Finding {
  return 'found' in remark && 'severity' in remark;
}

/** How much a remark matters. */
export function severityOfRemark(remark: Remark): Severity {
  return isFinding(remark) ? remark.severity : severityOf(remark);
}

/** What reading one file and checking it gave, as one list by sheet, cell and place. What both tell, the finding tells better. */
export function remarksOf(problems: readonly Problem[], findings: readonly Finding[]): readonly Remark[] {
  const formulas = findings.filter(({ code }) => code === 'text-as-formula');
  const isTold = ({ code, sheet, cell }: Problem): boolean =>
    code === 'error-value' && formulas.some((formula) => formula.sheet === sheet && formula.cell === cell);
  const remarks: readonly Remark[] = [...problems.filter((problem) => !isTold(problem)), ...findings];
  return remarks
    .map((remark) => ({ remark, position: cellPosition(remark.cell) }))
    .sort(
      (one, other) =>
        compareTexts(one.remark.sheet ?? '', other.remark.sheet ?? '') ||
        one.position.row - other.position.row ||
        one.position.column - other.position.column ||
        startOf(one.remark) - startOf(other.remark),
    )
    .map(({ remark }) => remark);
}

function startOf(remark: Remark): number {
  return isFinding(remark) ? (remark.start ?? 0) : 0;
}
