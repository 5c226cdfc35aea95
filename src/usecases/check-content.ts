import type { Programme } from '../domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { Finding } from '../domain/checks/finding.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import type { Submission } from '../domain/submissions/submission.ts';
import { severityOfRemark, type Remark } from '../domain/checks/remark.ts';
import { validate } from '../domain/checks/validate.ts';
import { plannedMoves, type PlannedMove } from '../domain/checks/cell-moves.ts';
import { cellChanges, cellTextsOf, type FixedCell } from '../domain/checks/cell-changes.ts';
import { readAgencyWorkbook, type ReadContext } from '../domain/form/read/read-agency-workbook.ts';
import { pastAnswersBeside, type PastAnswers } from '../domain/form/read/past-answers.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';

/** The data that a workbook is checked with. */
export interface CheckContext extends ReadContext {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Paragraphs of last year's workbooks, by agency; those that stand beside the answers are compared in any case. */
  readonly lastYear?: ReadonlyMap<string, readonly string[]>;
}

/** The result of reading a workbook and applying all rules, with possible fixes. */
export interface ContentCheck {
  readonly submissions: readonly Submission[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly changes: readonly FixedCell[];
  /** Moves that may be right; they are no fixes, because only a person can tell. */
  readonly moves: readonly PlannedMove[];
}

/** Reads a workbook and applies all rules to it. */
export function checkContent(content: WorkbookContent, context: CheckContext): ContentCheck {
  const result = readAgencyWorkbook(content, context);
  const lastYear = withBeside(context.lastYear, pastAnswersBeside(content));
  const findings = validate(result, { ...context, lastYear, cells: cellTextsOf(content) });
  return {
    ...result,
    findings,
    changes: cellChanges(content, findings),
    moves: plannedMoves(content, findings),
  };
}

/** Last year's paragraphs by agency, with those that stand in the workbook itself. */
function withBeside(
  lastYear: NonNullable<CheckContext['lastYear']> = new Map(),
  beside: PastAnswers | undefined,
): NonNullable<CheckContext['lastYear']> {
  if (!beside) return lastYear;
  const known = lastYear.get(beside.agency) ?? [];
  return new Map([...lastYear, [beside.agency, [...known, ...beside.paragraphs]]]);
}

/** Whether a workbook with these remarks is ready to send. */
export function isReady(agencies: readonly AgencyCode[], remarks: readonly Remark[]): boolean {
  return agencies.length > 0 && !remarks.some((remark) => severityOfRemark(remark) === 'must');
}
