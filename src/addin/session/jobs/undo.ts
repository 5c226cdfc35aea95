import { cellName } from '../../../domain/spreadsheet/address.ts';
import type { CellSwap } from '../../../domain/conversion/changes.ts';
import type { CellPlace } from '../../../domain/spreadsheet/address.ts';
import { changeCells, undoCells, type ChangedCells } from '../../../usecases/change-cells.ts';
import { said, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { exchangeKept } from './backup-sheets.ts';

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
  if (last === undefined) return said('nothing-to-undo');
  if (last.kind === 'sheets') return exchangeKept(job);
  const notice = await undoSwaps(job, last.swaps);
  job.set({ undoable: earlier });
  return notice;
}

async function undoSwaps({ ports, changed }: Job, swaps: readonly CellSwap[]): Promise<Notice> {
  const { restored, stale } = await undoCells(ports.workbook, swaps);
  changed(restored.map(({ sheet }) => sheet));
  const [first] = stale;
  const facts = { cells: restored.length };
  if (first === undefined) return said('undone', { facts });
  return said('undone-partly', { facts: { ...facts, stale: stale.length, place: placeName(first) } });
}

function placeName({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${cellName(row, column)}`;
}
