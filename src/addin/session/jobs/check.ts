import type { FixedCell } from '../../../domain/checks/cell-changes.ts';
import type { MovedCell, PlannedMove } from '../../../domain/checks/cell-moves.ts';
import { cellName } from '../../../domain/spreadsheet/address.ts';
import { contentWithPictures } from '../../../domain/form/answers/form-pictures.ts';
import type { CellSwap } from '../../../domain/conversion/changes.ts';
import {
  checkChangedSheets,
  checkOpenWorkbook,
  checkOpened,
  type CheckedWorkbook,
} from '../../../usecases/check-open-workbook.ts';
import { identifyWorkbook, type OpenWorkbook } from '../../../usecases/identify-workbook.ts';
import { HostFault, type WorkbookHost } from '../../../usecases/ports/workbook-host.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { isVerdict, notice, type Notice, type NoticeDetails } from '../notice.ts';
import { rulesInUse } from '../programmes.ts';
import { backupsOf, checkOf, leftToDo } from '../selectors.ts';
import type { Job, OpenState, SessionState } from '../session-state.ts';
import { findBackups } from './backup-sheets.ts';
import { yearOfOpen } from './year-of-open.ts';
import { changeUndoably, toSaveIn, undo } from './undo.ts';

/** Identifies the open workbook and its programme. @throws as {@link identifyWorkbook} */
async function identify(job: Job): Promise<OpenWorkbook['kind']> {
  const { ports, set } = job;
  const found = await identifyWorkbook(ports.workbook).catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) set({ open: { kind: 'unreadable' } });
    throw error;
  });
  set({ open: await withKnown(found, job) });
  return found.kind;
}

/** The open workbook with its year and what the session knew of it before. */
async function withKnown(found: OpenWorkbook, { ports, state }: Job): Promise<OpenState> {
  switch (found.kind) {
    case 'agency': {
      const year = await yearOfOpen(ports, found.workbook);
      return { ...found, ...year, check: checkOf(state()) };
    }
    case 'master': {
      const year = await yearOfOpen(ports, found);
      return { ...found, ...year, backups: backupsOf(state()) };
    }
    case 'office':
    case 'programme':
    case 'unknown':
    case 'none':
    case 'unreadable':
      return found;
  }
}

/** Identifies the open workbook and, if it is an agency's, checks it without a notice. */
export async function identifyAndCheck(job: Job): Promise<void> {
  const kind = await identify(job);
  if (kind === 'master') await findBackups(job);
  if (kind === 'agency') setChecked(job, await checkOpenWorkbook(readingOf(job), rulesInUse(job.state())));
}

/** Checks the open agency's workbook. Nothing is written. */
export async function check(job: Job): Promise<Notice> {
  const { state } = job;
  const kind = state().open?.kind === 'agency' ? 'agency' : await identify(job);
  if (kind !== 'agency') return notice('not-agency-workbook');
  const checked = await checkOpenWorkbook(readingOf(job), rulesInUse(state()));
  setChecked(job, checked);
  const { remarks, ready } = checked;
  return notice(!ready ? 'not-ready' : remarks.length > 0 ? 'ready-with-notes' : 'ready', { remarks });
}

/**
 * Checks again after changes; reads only the changed sheets.
 * @param also further changes of the state, made together with the result
 */
export async function checkChanged(
  job: Job,
  sheets: readonly string[],
  also?: (result: CheckedWorkbook) => Partial<SessionState>,
): Promise<void> {
  const { state } = job;
  const last = checkOf(state());
  if (last === undefined) return;
  const result = await checkChangedSheets(readingOf(job), rulesInUse(state()), last.result, sheets);
  setChecked(job, result, false, also?.(result));
  dropVerdict(job);
}

/** The open workbook for a check. Excel provides no pictures, so those that were added on the form are put in. */
function readingOf({ ports: { workbook, live }, state }: Job): Pick<WorkbookHost, 'read'> {
  if (live === undefined) return workbook;
  return { read: async (...asked) => contentWithPictures(await live.read(...asked), state().added) };
}

/** Applies the current rules to the content that was read last. */
export async function checkAgain(job: Job): Promise<undefined> {
  const last = checkOf(job.state());
  if (last !== undefined) {
    setChecked(job, checkOpened(last.result.content, rulesInUse(job.state())), last.isStale);
    dropVerdict(job);
  }
  return Promise.resolve(undefined);
}

function setChecked(
  { state, set }: Job,
  result: CheckedWorkbook,
  isStale = false,
  also: Partial<SessionState> = {},
): void {
  const { open } = state();
  if (open?.kind === 'agency') set({ ...also, open: { ...open, check: { result, isStale } } });
}

/** Removes the notice of an earlier check. */
function dropVerdict({ state, set }: Job): void {
  if (isVerdict(state().notice)) set({ notice: undefined });
}

/** Writes into each cell the text that fixes it. */
export async function fix(job: Job, cells: readonly FixedCell[]): Promise<Notice> {
  const swaps = cells.map(swapOf);
  const { done, skipped } = await changeUndoably(job, swaps);
  const reasons = new Map(skipped.length === 0 ? [] : [['changed-meanwhile', skipped.length] as const]);
  return notice('fixed', {
    facts: { cells: done.length },
    skipped: reasons,
    canUndo: done.length > 0,
    ...(await leftAfter(job, done)),
  });
}

/** What is left to do after changes, and what to save. If Excel refuses to be read now, the check follows as after a person's edit. */
async function leftAfter(job: Job, done: readonly CellSwap[]): Promise<Pick<NoticeDetails, 'toSave' | 'left'>> {
  const sheets = done.map(({ sheet }) => sheet);
  const toSave = done.length > 0 ? toSaveIn(job.ports) : undefined;
  try {
    await checkChanged(job, sheets);
    return { toSave, left: leftToDo(job.state()) };
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    job.changed(sheets);
    return { toSave };
  }
}

/** Moves texts to the end of the cell that they belong to. If somebody changed a cell in the meantime, nothing is moved. */
export async function moveTexts(job: Job, { changes, from, to }: PlannedMove): Promise<Notice> {
  const swaps = changes.map(swapOf);
  const { done, skipped } = await changeUndoably(job, swaps);
  if (skipped.length === 0) {
    return notice('moved', {
      facts: { cells: from.length, cell: cellName(to) },
      canUndo: true,
      ...(await leftAfter(job, done)),
    });
  }
  if (done.length > 0) await undo(job);
  return notice('not-moved');
}

/** A new text of a cell, and the one that it replaces. */
function swapOf({ sheet, row, column, before, text }: MovedCell): CellSwap {
  return { sheet, row, column, kind: 'text', before, after: text };
}
