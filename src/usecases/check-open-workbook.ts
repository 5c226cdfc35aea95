import type { Programme } from '../domain/programme/programme.ts';
import type { AgencyCode, Roster } from '../domain/programme/roster.ts';
import type { AgencyCoverage } from '../domain/submissions/consolidation.ts';
import { coverageOf } from '../domain/submissions/coverage.ts';
import type { Submission } from '../domain/submissions/submission.ts';
import { remarksOf, type Remark } from '../domain/checks/remark.ts';
import type { FixedCell } from '../domain/checks/cell-changes.ts';
import type { PlannedMove } from '../domain/checks/cell-moves.ts';
import { coverageByFindings } from '../domain/checks/coverage-by-findings.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { checkContent, isReady } from './check-content.ts';
import { HostFault, type WorkbookHost } from './ports/workbook-host.ts';
import { limited } from './read-workbook.ts';
import { unreadable } from './unreadable.ts';

/** The data that an open workbook is checked with. */
export interface OpenCheckContext {
  readonly programme: Programme;
  readonly roster: Roster;
}

/** The result of the last check of the open workbook. */
export interface CheckedWorkbook {
  readonly content: WorkbookContent;
  readonly agencies: readonly AgencyCode[];
  /** The progress of these agencies. */
  readonly coverage: readonly AgencyCoverage[];
  /** Remarks in the order of sheet, cell and position. */
  readonly remarks: readonly Remark[];
  /** Whether it is ready to send. */
  readonly ready: boolean;
  /** The possible fixes, by cell. */
  readonly changes: readonly FixedCell[];
  /** The moves of texts that may be right. */
  readonly moves: readonly PlannedMove[];
}

/**
 * Reads and checks the open workbook of an agency.
 * @throws {HostFault}
 */
export async function checkOpenWorkbook(
  host: Pick<WorkbookHost, 'read'>,
  context: OpenCheckContext,
): Promise<CheckedWorkbook> {
  return checkOpened(await host.read(), context);
}

/**
 * Checks again after changes. Only the changed sheets are read, unless sheets were added, renamed or deleted.
 * @throws {HostFault}
 */
export async function checkChangedSheets(
  host: Pick<WorkbookHost, 'read'>,
  context: OpenCheckContext,
  last: CheckedWorkbook,
  changed: readonly string[],
): Promise<CheckedWorkbook> {
  const before = last.content.sheets;
  const areKnown = changed.every((name) => before.some((sheet) => sheet.name === name));
  const read = areKnown ? await readIfThere(host, changed) : undefined;
  if (read === undefined) return checkOpenWorkbook(host, context);
  const sheets = before.map((sheet) => read.sheets.find(({ name }) => name === sheet.name) ?? sheet);
  return checkOpened({ ...read, sheets }, context);
}

/** Undefined if a sheet was renamed or deleted. */
async function readIfThere(
  host: Pick<WorkbookHost, 'read'>,
  sheets: readonly string[],
): Promise<WorkbookContent | undefined> {
  try {
    return await host.read(sheets);
  } catch (error) {
    if (error instanceof HostFault && error.reason === 'sheet-gone') return undefined;
    throw error;
  }
}

/** Checks the content that was read. */
export function checkOpened(content: WorkbookContent, context: OpenCheckContext): CheckedWorkbook {
  try {
    const { submissions, problems, findings, changes, moves } = checkContent(limited(content), {
      ...context,
      file: '',
    });
    const agencies = submissions.map(({ agency }) => agency);
    const remarks = remarksOf(problems, findings);
    return {
      content,
      agencies,
      coverage: coverageByFindings(context.programme, coverageOfSubmissions(submissions, context), findings, problems),
      remarks,
      ready: isReady(agencies, remarks),
      changes,
      moves,
    };
  } catch (error) {
    return { content, agencies: [], coverage: [], remarks: [unreadable(error)], ready: false, changes: [], moves: [] };
  }
}

function coverageOfSubmissions(
  submissions: readonly Submission[],
  { programme, roster }: OpenCheckContext,
): readonly AgencyCoverage[] {
  const used = new Map(submissions.map((submission) => [submission.agency, [submission]]));
  return coverageOf(programme, roster, used).filter(({ agency }) => used.has(agency));
}
