import { severityOfRemark, type Remark } from '../../domain/checks/remark.ts';
import type { Check, SessionState } from './session-state.ts';

/** The last check of the open agency's workbook; undefined if none is open, or if it was not checked yet. */
export function checkOf({ open }: Pick<SessionState, 'open'>): Check | undefined {
  return open?.kind === 'agency' ? open.check : undefined;
}

/** Names of the replaced sheets that the open master keeps as backups; none if no master is open. */
export function backupsOf({ open }: Pick<SessionState, 'open'>): readonly string[] {
  return open?.kind === 'master' ? open.backups : NONE;
}

/** What the person has to fill in or correct according to the last check of the open workbook. */
export function leftToDo(state: Pick<SessionState, 'open'>): readonly Remark[] {
  return checkOf(state)?.result.remarks.filter((remark) => severityOfRemark(remark) === 'must') ?? [];
}

/** Whether answers were read that are neither in a report that was put or saved, nor in the open report. */
export function hasUnsavedAnswers({ collection }: Pick<SessionState, 'collection'>): boolean {
  return collection?.kind === 'read' && !collection.isPut && collection.answers.merge?.kind !== 'same';
}

/** Whether texts were typed that are not in the workbook yet. */
export function hasTyped({ typed }: Pick<SessionState, 'typed'>): boolean {
  return typed.length > 0;
}

/** Always the same list, so that components that show it are not rendered again. */
const NONE: readonly string[] = [];
