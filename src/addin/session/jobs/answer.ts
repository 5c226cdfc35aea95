import {
  afterWriting,
  describedPicture,
  typedFault,
  unwritten,
  placeTyped,
  typedAt,
  writtenText,
  type TypedText,
} from '../../../domain/form/answers/typed-texts.ts';
import type { CellSwap } from '../../../domain/conversion/changes.ts';
import type { CellLocation } from '../../../domain/spreadsheet/address.ts';
import { cellsOf, formOf } from '../../../usecases/form-remarks.ts';
import { rulesInUse } from '../programmes.ts';
import { checkOf } from '../selectors.ts';
import type { Job } from '../session-state.ts';
import { keepDescriptions } from './answer-pictures.ts';
import { checkChanged } from './check.ts';
import { changeUndoably } from './undo.ts';

/**
 * Writes what was typed into the open workbook, as one change that can be undone. Texts that exceed the limits of cells, or that would
 * overwrite what somebody else wrote in the meantime, stay in the form.
 * @param location the cell to write; by default all
 * @throws {HostFault}
 */
export async function keepTyped(job: Job, location?: CellLocation): Promise<void> {
  if (job.state().typed.some((one) => describedPicture(one) !== undefined)) await keepDescriptions(job, location);
  const check = checkOf(job.state());
  if (check === undefined) return;
  const { content } = check.result;
  // Rows may have been inserted in Excel since: a text goes where its answer is now.
  const { placed, unplaced } = placeTyped(job.state().typed, cellsOf(formOf(check.result, rulesInUse(job.state()))));
  if (placed.some((one) => !job.state().typed.includes(one))) setTyped(job, [...placed, ...unplaced]);
  const ready = unwritten(placed, content)
    .filter((one) => location === undefined || typedAt([one], location) !== undefined)
    .filter((one) => typedFault(one, content) === undefined)
    .map((one) => ({ ...one, text: writtenText(one) }));
  if (ready.length === 0) {
    setTyped(job, unwritten(job.state().typed, content));
    return;
  }
  const { done } = await changeUndoably(job, ready.map(swapOf));
  const written = ready.filter((one) => done.some((swap) => typedAt([one], swap) !== undefined));
  const sheets = [...new Set(ready.map(({ sheet }) => sheet))];
  try {
    // Together with the result, so that no field briefly shows the earlier text of its cell.
    await checkChanged(job, sheets, (result) => ({
      typed: unwritten(afterWriting(job.state().typed, written), result.content),
    }));
  } catch (error) {
    setTyped(job, afterWriting(job.state().typed, written));
    job.changed(sheets);
    throw error;
  }
  job.ports.draft?.keepTyped(job.state().typed);
}

function setTyped({ ports, state, set }: Job, typed: readonly TypedText[]): void {
  if (typed === state().typed) return;
  set({ typed });
  ports.draft?.keepTyped(typed);
}

function swapOf({ sheet, row, column, before, text }: TypedText): CellSwap {
  return { sheet, row, column, kind: 'text', before, after: text };
}
