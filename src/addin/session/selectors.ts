import type { Check, CollectedAnswers, SessionState } from './session-state.ts';

/** The last check of the agency's workbook that is open; undefined where none is open or it was not checked yet. */
export function checkOf({ open }: Pick<SessionState, 'open'>): Check | undefined {
  return open?.kind === 'agency' ? open.check : undefined;
}

/** Names of the sheets that a report replaced in the open master and that are still there; none where no master is open. */
export function backupsOf({ open }: Pick<SessionState, 'open'>): readonly string[] {
  return open?.kind === 'master' ? open.backups : NONE;
}

/** The answers that were read and not put anywhere yet; undefined where there are none. */
export function answersOf({ collection }: Pick<SessionState, 'collection'>): CollectedAnswers | undefined {
  return collection?.kind === 'read' ? collection.answers : undefined;
}

/** Always the same list, so that components that show it are not rendered again. */
const NONE: readonly string[] = [];
