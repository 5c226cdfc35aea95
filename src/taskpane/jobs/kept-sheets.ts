import { masterSheetNames } from '../../domain/workbook/master-sheet-names.ts';
import { said, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Job } from '../session-state.ts';

/** Of which sheets of the master that is open there is one that is kept. */
export async function keptSheets(job: Job): Promise<readonly string[]> {
  return (await job.ports.live?.keptSheets(namesOf(job))) ?? [];
}

/** Takes note that sheets were put in place of others. What was kept before is gone, and with it the way back to it. */
export function sheetsPut({ state, set }: Job, kept: readonly string[]): void {
  const cells = state.undoable.filter(({ kind }) => kind === 'cells');
  set({ kept, undoable: kept.length === 0 ? cells : [{ kind: 'sheets' }, ...cells] });
}

/** Lets the sheets of the master and those that are kept change places; this can be undone. */
export async function exchangeKept(job: Job): Promise<Notice> {
  const notice = await exchange(job, { canUndo: true });
  if (notice.kind === 'said' && notice.canUndo) job.set({ undoable: [{ kind: 'sheets' }, ...job.state.undoable] });
  return notice;
}

/** Lets the sheets of the master and those that are kept change places again: this undoes it, and putting a report too. */
export function undoSheets(job: Job): Promise<Notice> {
  return exchange(job, { canUndo: false });
}

/** Deletes the sheets that are kept; nothing brings them back. */
export async function deleteKept(job: Job): Promise<Notice> {
  const { kept } = job.state;
  await job.ports.live?.deleteKept(namesOf(job));
  job.set({ kept: [], undoable: job.state.undoable.filter(({ kind }) => kind === 'cells') });
  return said('kept-deleted', { facts: { sheets: kept.length } });
}

async function exchange(job: Job, { canUndo }: { readonly canUndo: boolean }): Promise<Notice> {
  const { back, kept } = (await job.ports.live?.exchangeKept(namesOf(job))) ?? { back: [], kept: [] };
  job.set({ kept });
  if (back.length === 0) return said('nothing-kept');
  return said('sheets-exchanged', { facts: { sheets: back.length, kept: kept.length }, canUndo });
}

function namesOf({ state }: Job): readonly string[] {
  return masterSheetNames(programmeOfReport(state).programme);
}
