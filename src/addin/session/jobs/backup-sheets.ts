import { masterSheetNames } from '../../../domain/master/sheet-names.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { said, type Notice } from '../notice.ts';
import { programmeOfReport } from '../programmes.ts';
import type { Job } from '../session-state.ts';

/** Looks which sheets are kept of the master that is open; where Excel does not say, what was known of them stays. */
export async function lookForKept(job: Job): Promise<void> {
  try {
    const kept = await job.ports.live?.keptSheets(namesOf(job));
    if (kept !== undefined) job.set({ kept });
  } catch (error) {
    // Nobody asked for it: answers that were read meanwhile are worth as much without.
    if (!(error instanceof HostFault)) throw error;
  }
}

/** Takes note that sheets were put in place of others. What was kept before is gone, and with it the way back to it. */
export function sheetsPut({ state, set }: Job, kept: readonly string[]): void {
  const cells = state.undoable.filter(({ kind }) => kind === 'cells');
  set({ kept, undoable: kept.length === 0 ? cells : [{ kind: 'sheets' }, ...cells] });
}

/**
 * Lets the sheets of the master and those that are kept change places. This can be undone, and where it was the last thing that was done
 * it is undone by this: done twice, it changes nothing.
 */
export async function exchangeKept(job: Job): Promise<Notice> {
  const { back, kept } = (await job.ports.live?.exchangeKept(namesOf(job))) ?? { back: [], kept: [] };
  const { undoable } = job.state;
  const [last, ...earlier] = undoable;
  const isUndo = last?.kind === 'sheets';
  job.set({ kept, undoable: isUndo ? earlier : back.length === 0 ? undoable : [{ kind: 'sheets' }, ...undoable] });
  if (back.length === 0) return said('nothing-kept');
  return said('sheets-exchanged', { facts: { sheets: back.length, kept: kept.length }, canUndo: !isUndo });
}

/** Deletes the sheets that are kept; nothing brings them back. */
export async function deleteKept(job: Job): Promise<Notice> {
  const { kept } = job.state;
  await job.ports.live?.deleteKept(namesOf(job));
  job.set({ kept: [], undoable: job.state.undoable.filter(({ kind }) => kind === 'cells') });
  return said('kept-deleted', { facts: { sheets: kept.length } });
}

function namesOf({ state }: Job): readonly string[] {
  return masterSheetNames(programmeOfReport(state).programme);
}
