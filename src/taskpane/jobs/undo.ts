import { cellName } from '../../domain/workbook/address.ts';
import type { CellPlace, CellSwap } from '../../domain/workbook/conversion.ts';
import { undoCells } from '../../usecases/change-cells.ts';
import { said, type Notice } from '../notice.ts';
import type { Job } from '../session-state.ts';
import { exchangeKept } from './kept-sheets.ts';

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
