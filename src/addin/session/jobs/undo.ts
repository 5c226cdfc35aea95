import { cellName } from '../../../domain/spreadsheet/address.ts';
import type { CellSwap } from '../../../domain/conversion/changes.ts';
import type { CellLocation } from '../../../domain/spreadsheet/address.ts';
import { changeCells, undoCells, type ChangedCells } from '../../../usecases/change-cells.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { swapBackups } from './backup-sheets.ts';

/** Carries changes of cells out, so that they can be undone, and has their sheets checked again. */
export async function changeUndoably<Swap extends CellSwap>(
  { ports, state: { undoable }, set, changed }: Job,
  swaps: readonly Swap[],
): Promise<ChangedCells<Swap>> {
  // Whatever becomes of the attempt can be undone: an undo looks what is there.
  set({ undoable: [{ kind: 'cells', swaps }, ...undoable] });
  const outcome = await changeCells(ports.workbook, swaps);
  const { done } = outcome;
  set({ undoable: done.length === 0 ? undoable : [{ kind: 'cells', swaps: done }, ...undoable] });
  changed(done.map(({ sheet }) => sheet));
  return outcome;
}

/** Takes the last change back. */
export async function undo(job: Job): Promise<Notice> {
  const [last, ...earlier] = job.state.undoable;
  if (last === undefined) return notice('nothing-to-undo');
  if (last.kind === 'sheets') return swapBackups(job);
  const outcome = await undoSwaps(job, last.swaps);
  job.set({ undoable: earlier });
  return outcome;
}

async function undoSwaps({ ports, changed }: Job, swaps: readonly CellSwap[]): Promise<Notice> {
  const { restored, stale } = await undoCells(ports.workbook, swaps);
  changed(restored.map(({ sheet }) => sheet));
  const [first] = stale;
  const facts = { cells: restored.length };
  if (first === undefined) return notice('undone', { facts });
  return notice('undone-partly', { facts: { ...facts, stale: stale.length, location: locationName(first) } });
}

function locationName({ sheet, row, column }: CellLocation): string {
  return `${sheet}!${cellName(row, column)}`;
}
