import { severityOfRemark, type Remark } from '../../domain/checks/remark.ts';
import type { Check, SessionState } from './session-state.ts';

/** The last check of the agency's workbook that is open; undefined where none is open or it was not checked yet. */
export function checkOf({ open }: Pick<SessionState, 'open'>): Check | undefined {
  return open?.kind === 'agency' ? open.check : undefined;
}

/** Names of the sheets that a report replaced in the open master and that are still there; none where no master is open. */
export function backupsOf({ open }: Pick<SessionState, 'open'>): readonly string[] {
  return open?.kind === 'master' ? open.backups : NONE;
}

/** What the last check of the open workbook left for a person to fill in and to correct. */
export function leftToDo(state: Pick<SessionState, 'open'>): readonly Remark[] {
  return checkOf(state)?.result.remarks.filter((remark) => severityOfRemark(remark) === 'must') ?? [];
}

/** Whether answers were read whose report was not put anywhere yet, and that the open report does not have already. */
export function hasUnsavedAnswers({ collection }: Pick<SessionState, 'collection'>): boolean {
  return collection?.kind === 'read' && !collection.isPut && collection.answers.merge?.kind !== 'same';
}

/** Whether something was typed that does not stand in the workbook yet. */
export function hasTyped({ typed }: Pick<SessionState, 'typed'>): boolean {
  return typed.length > 0;
}

/** Always the same list, so that components that show it are not rendered again. */
const NONE: readonly string[] = [];
