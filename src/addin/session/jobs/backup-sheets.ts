import { possibleSheetNames } from '../../../domain/master/sheet-names.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { notice, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import { backupsOf } from '../selectors.ts';
import type { Job } from '../session-state.ts';

/** Finds the backup sheets of the open master. If Excel fails to answer, the known ones are kept. */
export async function findBackups(job: Job): Promise<void> {
  try {
    const backups = await job.ports.live?.backupSheets(namesOf(job));
    if (backups !== undefined) setBackups(job, backups);
  } catch (error) {
    // The person did not request it, and answers that were read in the meantime are useful without it.
    if (!(error instanceof HostFault)) throw error;
  }
}

/** Records that sheets replaced others. The earlier backup sheets no longer exist, and neither does the undo step for them. */
export function sheetsPut(job: Job, backups: readonly string[]): void {
  const cells = job.state().undoable.filter(({ kind }) => kind === 'cells');
  setBackups(job, backups);
  job.set({ undoable: backups.length === 0 ? cells : [{ kind: 'sheets' }, ...cells] });
}

/**
 * Swaps the sheets of the master with their backup sheets, which can be undone. Directly after a report was put in, it is the undo of
 * that. Swapping twice restores the first state.
 */
export async function swapBackups(job: Job): Promise<Notice> {
  const { restored, backups } = (await job.ports.live?.swapBackups(namesOf(job))) ?? { restored: [], backups: [] };
  const { undoable } = job.state();
  const [last, ...earlier] = undoable;
  const isUndo = last?.kind === 'sheets';
  setBackups(job, backups);
  job.set({
    undoable: isUndo ? earlier : restored.length === 0 ? undoable : [{ kind: 'sheets' }, ...undoable],
  });
  if (restored.length === 0) return notice('no-backups');
  return notice('sheets-exchanged', { facts: { sheets: restored.length, backups: backups.length }, canUndo: !isUndo });
}

/** Deletes the backup sheets for good. */
export async function deleteBackups(job: Job): Promise<Notice> {
  const backups = backupsOf(job.state());
  await job.ports.live?.deleteBackups(namesOf(job));
  setBackups(job, []);
  job.set({ undoable: job.state().undoable.filter(({ kind }) => kind === 'cells') });
  return notice('backups-deleted', { facts: { sheets: backups.length } });
}

function setBackups({ state, set }: Job, backups: readonly string[]): void {
  const { open } = state();
  if (open?.kind === 'master') set({ open: { ...open, backups } });
}

function namesOf({ state }: Job): readonly string[] {
  return possibleSheetNames(programmeOfReport(state()).programme);
}
