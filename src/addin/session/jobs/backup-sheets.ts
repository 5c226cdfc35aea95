import { masterSheetNames } from '../../../domain/master/sheet-names.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { notice, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Job } from '../session-state.ts';

/** Looks which sheets are backups of the master that is open; where Excel does not say, what was known of them stays. */
export async function findBackups(job: Job): Promise<void> {
  try {
    const backups = await job.ports.live?.backupSheets(namesOf(job));
    if (backups !== undefined) job.set({ backups });
  } catch (error) {
    // Nobody asked for it: answers that were read meanwhile are worth as much without.
    if (!(error instanceof HostFault)) throw error;
  }
}

/** Takes note that sheets were put in place of others. What was backups before is gone, and with it the way restored to it. */
export function sheetsPut({ state, set }: Job, backups: readonly string[]): void {
  const cells = state.undoable.filter(({ kind }) => kind === 'cells');
  set({ backups, undoable: backups.length === 0 ? cells : [{ kind: 'sheets' }, ...cells] });
}

/**
 * Lets the sheets of the master and those that are backups change places. This can be undone, and where it was the last thing that was done
 * it is undone by this: done twice, it changes nothing.
 */
export async function swapBackups(job: Job): Promise<Notice> {
  const { restored, backups } = (await job.ports.live?.swapBackups(namesOf(job))) ?? { restored: [], backups: [] };
  const { undoable } = job.state;
  const [last, ...earlier] = undoable;
  const isUndo = last?.kind === 'sheets';
  job.set({
    backups,
    undoable: isUndo ? earlier : restored.length === 0 ? undoable : [{ kind: 'sheets' }, ...undoable],
  });
  if (restored.length === 0) return notice('no-backups');
  return notice('sheets-exchanged', { facts: { sheets: restored.length, backups: backups.length }, canUndo: !isUndo });
}

/** Deletes the sheets that are backups; nothing brings them restored. */
export async function deleteBackups(job: Job): Promise<Notice> {
  const { backups } = job.state;
  await job.ports.live?.deleteBackups(namesOf(job));
  job.set({ backups: [], undoable: job.state.undoable.filter(({ kind }) => kind === 'cells') });
  return notice('backups-deleted', { facts: { sheets: backups.length } });
}

function namesOf({ state }: Job): readonly string[] {
  return masterSheetNames(programmeOfReport(state).programme);
}
