import type { Programme } from '../domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { Finding } from '../domain/checks/finding.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import type { Submission } from '../domain/submissions/submission.ts';
import { severityOfRemark, type Remark } from '../domain/checks/remark.ts';
import { validate } from '../domain/checks/validate.ts';
import { cellChanges, cellTextsOf, type FixedCell } from '../domain/checks/cell-changes.ts';
import { readAgencyWorkbook, type ReadContext } from '../domain/form/read/read-agency-workbook.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';

/** What a workbook is checked against. */
export interface CheckContext extends ReadContext {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Paragraphs of last year's workbooks, by agency; nothing is held against them where it is left out. */
  readonly lastYear?: ReadonlyMap<string, readonly string[]>;
}

/** What reading and all rules say of a workbook, and what can be fixed in it. */
export interface ContentCheck {
  readonly submissions: readonly Submission[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly changes: readonly FixedCell[];
}

/** Reads a workbook and holds all rules against it. */
export function checkContent(content: WorkbookContent, context: CheckContext): ContentCheck {
  const result = readAgencyWorkbook(content, context);
  const findings = validate(result, { ...context, cells: cellTextsOf(content) });
  return {
    ...result,
    findings,
    changes: cellChanges(content, findings),
  };
}

/** Whether nothing keeps a workbook with these remarks from being sent. */
export function isReady(agencies: readonly AgencyCode[], remarks: readonly Remark[]): boolean {
  return agencies.length > 0 && !remarks.some((remark) => severityOfRemark(remark) === 'must');
}
