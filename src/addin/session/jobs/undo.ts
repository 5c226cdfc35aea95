import { locationName } from '../../../domain/spreadsheet/address.ts';
import { undoChanges, type CellSwap } from '../../../domain/conversion/changes.ts';
import { changeRows, inverseOf } from '../../../usecases/change-rows.ts';
import { changeCells, undoCells, type ChangedCells, type UndoneCells } from '../../../usecases/change-cells.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job, SessionPorts, UndoStep } from '../session-state.ts';
import { swapBackups } from './backup-sheets.ts';

/** Changes cells and remembers how to undo it; their sheets are to be checked again. @throws {HostFault} */
export async function changeUndoably<Swap extends CellSwap>(
  { ports, state, set }: Job,
  swaps: readonly Swap[],
): Promise<ChangedCells<Swap>> {
  // An attempt that fails can be undone too: undo compares with what is in the cells.
  const attempt: UndoStep = { kind: 'cells', swaps };
  set({ undoable: [attempt, ...state().undoable], redoable: [] });
  const outcome = await changeCells(ports.workbook, swaps);
  const { done } = outcome;
  const carriedOut: readonly UndoStep[] = done.length === 0 ? [] : [{ kind: 'cells', swaps: done }];
  set({ undoable: state().undoable.flatMap((step) => (step === attempt ? carriedOut : [step])) });
  return outcome;
}

/** What a person has to save after a change. */
export function toSaveIn({ live }: SessionPorts): 'copy' | 'workbook' {
  return live === undefined ? 'copy' : 'workbook';
}

/** Undoes the last change. */
export async function undo(job: Job): Promise<Notice> {
  const [last] = job.state().undoable;
  if (last === undefined) return notice('nothing-to-undo');
  if (last.kind === 'sheets') return swapBackups(job);
  if (last.kind === 'rows') return takeBackRows(job, last);
  const { restored, stale } = await undoCells(job.ports.workbook, last.swaps);
  const { undoable, redoable } = job.state();
  job.set({
    undoable: undoable.filter((step) => step !== last),
    redoable: restored.length === 0 ? redoable : [{ kind: 'cells', swaps: undoChanges(restored) }, ...redoable],
  });
  return told(job, 'undone', { restored, stale });
}

/** Makes the change again that was undone last. Cells that somebody has edited since are never touched. */
export async function redo(job: Job): Promise<Notice> {
  const [last] = job.state().redoable;
  if (last === undefined) return notice('nothing-to-redo');
  const { restored, stale } = await undoCells(job.ports.workbook, undoChanges(last.swaps));
  const { undoable, redoable } = job.state();
  job.set({
    undoable: restored.length === 0 ? undoable : [{ kind: 'cells', swaps: restored }, ...undoable],
    redoable: redoable.filter((step) => step !== last),
  });
  return told(job, 'redone', { restored, stale });
}

async function takeBackRows(job: Job, step: Extract<UndoStep, { kind: 'rows' }>): Promise<Notice> {
  const { live } = job.ports;
  const isDone = live !== undefined && (await changeRows(live, inverseOf(step.changes)));
  job.set({ undoable: job.state().undoable.filter((each) => each !== step), arranging: undefined });
  return isDone ? notice('rows-undone') : notice('arrange-outdated');
}

/** Says what came of undoing or of making again, and has the sheets checked. */
function told({ changed }: Job, done: 'undone' | 'redone', { restored, stale }: UndoneCells): Notice {
  changed(restored.map(({ sheet }) => sheet));
  const [first] = stale;
  const facts = { cells: restored.length };
  if (first === undefined) return notice(done, { facts });
  return notice(`${done}-partly`, { facts: { ...facts, stale: stale.length, location: locationName(first) } });
}
