import type { BuiltIn } from '../../../domain/programme/catalogue.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { FixedCell } from '../../../domain/checks/cell-changes.ts';
import type { CellSwap } from '../../../domain/conversion/changes.ts';
import { checkChangedSheets, checkOpenWorkbook, checkOpened } from '../../../usecases/check-open-workbook.ts';
import { identifyWorkbook, type OpenWorkbook } from '../../../usecases/identify-workbook.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { isVerdict, notice, type Notice } from '../notice.ts';
import { programmeOfWorkbook } from '../programmes.ts';
import type { Job, SessionState } from '../session-state.ts';
import { findBackups } from './backup-sheets.ts';
import { changeUndoably } from './undo.ts';

/** Finds out what is open, and which programme that is of. @throws as {@link identifyWorkbook} */
async function identify({ ports, set }: Job): Promise<OpenWorkbook> {
  const open = await identifyWorkbook(ports.workbook).catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) set({ open: { kind: 'unreadable' }, opened: undefined });
    throw error;
  });
  set({ open, opened: programmeOfWorkbook(ports.catalogue, open) });
  return open;
}

/** Checks an agency's workbook without a word, as when it has just been opened. */
export async function look(job: Job): Promise<void> {
  const { kind } = await identify(job);
  if (kind === 'master') await findBackups(job);
  if (kind !== 'agency') job.set({ checked: undefined, isStale: false });
  else job.set({ checked: await checkOpenWorkbook(job.ports.workbook, contextOf(job.state)), isStale: false });
}

/** Checks the agency's workbook that is open, writing nothing into it. */
export async function check(job: Job): Promise<Notice> {
  const { ports, set } = job;
  const { kind } = job.state.open?.kind === 'agency' ? job.state.open : await identify(job);
  if (kind !== 'agency') return notice('not-agency-workbook');
  const checked = await checkOpenWorkbook(ports.workbook, contextOf(job.state));
  set({ checked, isStale: false });
  const { remarks, ready } = checked;
  return notice(!ready ? 'not-ready' : remarks.length > 0 ? 'ready-with-notes' : 'ready', { remarks });
}

/** Checks again after changes, reading only the sheets that changed. */
export async function checkChanged({ ports, state, set }: Job, sheets: readonly string[]): Promise<void> {
  if (state.checked === undefined) return;
  const checked = await checkChangedSheets(ports.workbook, contextOf(state), state.checked, sheets);
  set({ checked, isStale: false, ...withoutVerdict(state) });
}

/** Holds other rules against what was read last. */
export async function checkAgain({ state, set }: Job): Promise<undefined> {
  if (state.checked !== undefined)
    set({ checked: checkOpened(state.checked.content, contextOf(state)), ...withoutVerdict(state) });
  return Promise.resolve(undefined);
}

/** Takes away what was said of a workbook that is no longer the same. */
function withoutVerdict({ notice }: SessionState): Partial<SessionState> {
  return isVerdict(notice) ? { notice: undefined } : {};
}

/** Puts into cells what fixes them. */
export async function fix(job: Job, cells: readonly FixedCell[]): Promise<Notice> {
  const swaps = cells.map(({ sheet, row, column, before, text }): CellSwap => {
    return { sheet, row, column, kind: 'text', before, after: text };
  });
  const { done, skipped } = await changeUndoably(job, swaps);
  const reasons = new Map(skipped.length === 0 ? [] : [['changed-meanwhile', skipped.length] as const]);
  return notice('fixed', { facts: { cells: done.length }, left: reasons, canUndo: done.length > 0 });
}

/** The programme of what is open, else of the year that was chosen, with the rules that the person switched off. */
function contextOf({ opened, chosen, settings }: SessionState): BuiltIn {
  const data = opened ?? chosen;
  const rules: NonNullable<Programme['rules']> = {
    ...data.programme.rules,
    ...Object.fromEntries(settings.rulesOff.map((code) => [code, false])),
  };
  return { ...data, programme: { ...data.programme, rules } };
}
