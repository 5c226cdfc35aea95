import { locationName } from '../../../domain/spreadsheet/address.ts';
import { undoChanges, type CellSwap } from '../../../domain/conversion/changes.ts';
import {
  afterSwaps,
  placedAgain,
  undoSwaps,
  type MeasurePictureSwap,
} from '../../../domain/form/answers/form-pictures.ts';
import type { PictureSwap } from '../../../domain/spreadsheet/plan.ts';
import { changeRows, inverseOf } from '../../../usecases/change-rows.ts';
import { changeCells, undoCells, type ChangedCells, type UndoneCells } from '../../../usecases/change-cells.ts';
import { formOf } from '../../../usecases/form-remarks.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { rulesInUse } from '../programmes.ts';
import { checkOf } from '../selectors.ts';
import { notice, type Notice } from '../notice.ts';
import type { Job, PicturesStep, SessionPorts, SessionState, UndoStep } from '../session-state.ts';
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

/** Changes pictures and remembers how to undo it. @returns those that came about @throws {HostFault} */
export async function changePicturesUndoably(
  { ports, state, set }: Job,
  swaps: readonly MeasurePictureSwap[],
  between?: (done: number) => void,
): Promise<readonly MeasurePictureSwap[]> {
  const refused: readonly PictureSwap[] = await ports.workbook.changePictures(swaps, between);
  const done = swaps.filter((swap) => !refused.includes(swap));
  if (done.length === 0) return done;
  // The page answers between keeping a large file and showing what is in it.
  await ports.delay(0);
  set({
    undoable: [{ kind: 'pictures', swaps: done }, ...state().undoable],
    redoable: [],
    added: afterSwaps(state().added, done),
  });
  return done;
}

/** What a person has to save after a change. */
export function toSaveIn({ live }: SessionPorts): 'copy' | 'workbook' {
  return live === undefined ? 'copy' : 'workbook';
}

/** Undoes the last change. */
export async function undo(job: Job): Promise<Notice> {
  const last = await lastOf(job, ({ undoable }) => undoable);
  if (last === undefined) return notice('nothing-to-undo');
  if (last.kind === 'sheets') return swapBackups(job);
  if (last.kind === 'rows') return takeBackRows(job, last);
  if (last.kind === 'pictures') return swapPictures(job, last, 'undone');
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
  const last = await lastOf(job, ({ redoable }) => redoable);
  if (last === undefined) return notice('nothing-to-redo');
  if (last.kind === 'pictures') return swapPictures(job, last, 'redone');
  const { restored, stale } = await undoCells(job.ports.workbook, undoChanges(last.swaps));
  const { undoable, redoable } = job.state();
  job.set({
    undoable: restored.length === 0 ? undoable : [{ kind: 'cells', swaps: restored }, ...undoable],
    redoable: redoable.filter((step) => step !== last),
  });
  return told(job, 'redone', { restored, stale });
}

/** The last step with the names that its sheets have now: Excel tells of no new ones. Sheets that were put are found by their backups. */
async function lastOf<Step extends UndoStep>(
  { ports: { live }, state }: Job,
  stepsOf: (state: SessionState) => readonly Step[],
): Promise<Step | undefined> {
  const [last] = stepsOf(state());
  if (last === undefined || last.kind === 'sheets') return last;
  await live?.read([]);
  return stepsOf(state())[0];
}

/** Undoes a change of pictures, or makes one again that was undone. */
async function swapPictures(job: Job, last: PicturesStep, what: 'undone' | 'redone'): Promise<Notice> {
  const check = checkOf(job.state());
  const measures = check ? formOf(check.result, rulesInUse(job.state())).measures : [];
  const swaps = placedAgain(what === 'undone' ? undoSwaps(last.swaps) : last.swaps, measures);
  const refused = await changeWhereLeft(job.ports.workbook, swaps);
  const done = swaps.filter((swap) => !refused.includes(swap));
  const { undoable, redoable, added } = job.state();
  const step: readonly PicturesStep[] =
    done.length === 0 ? [] : [{ kind: 'pictures', swaps: what === 'undone' ? undoSwaps(done) : done }];
  job.set({
    undoable: what === 'undone' ? undoable.filter((each) => each !== last) : [...step, ...undoable],
    redoable: what === 'undone' ? [...step, ...redoable] : redoable.filter((each) => each !== last),
    added: afterSwaps(added, done),
  });
  job.changed([...new Set(done.map(({ sheet }) => sheet))]);
  if (refused.length > 0) return notice('pictures-gone', { facts: { count: refused.length } });
  return notice(`pictures-${what}`, { facts: { count: done.length } });
}

/** Changes pictures. @returns those that are not there, also for a sheet that was renamed or deleted @throws {HostFault} */
async function changeWhereLeft(
  host: SessionPorts['workbook'],
  swaps: readonly PictureSwap[],
): Promise<readonly PictureSwap[]> {
  if (swaps.length === 0) return [];
  try {
    return await host.changePictures(swaps);
  } catch (error) {
    if (!(error instanceof HostFault) || error.reason !== 'sheet-gone') throw error;
    const gone = swaps.filter(({ sheet }) => sheet === error.detail);
    if (gone.length === 0) throw error;
    const left = swaps.filter((swap) => !gone.includes(swap));
    return [...gone, ...(await changeWhereLeft(host, left))];
  }
}

async function takeBackRows(job: Job, step: Extract<UndoStep, { kind: 'rows' }>): Promise<Notice> {
  const { live } = job.ports;
  const isDone = live !== undefined && (await changeRows(live, inverseOf(step.changes)));
  job.set({ undoable: job.state().undoable.filter((each) => each !== step), arranging: undefined });
  return isDone ? notice('rows-undone') : notice('arrange-outdated');
}

/** Says what came of undoing or of making again, and has the sheets checked. What agencies were asked may have been undone. */
function told({ changed, set }: Job, done: 'undone' | 'redone', { restored, stale }: UndoneCells): Notice {
  changed(restored.map(({ sheet }) => sheet));
  if (restored.length > 0) set({ chasing: undefined });
  const [first] = stale;
  const facts = { cells: restored.length };
  if (first === undefined) return notice(done, { facts });
  return notice(`${done}-partly`, { facts: { ...facts, stale: stale.length, location: locationName(first) } });
}
