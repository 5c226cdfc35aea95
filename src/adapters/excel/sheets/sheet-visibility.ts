import { isSameSheetName } from '../../../domain/spreadsheet/sheet-name.ts';
import type { SheetState } from '../../../domain/master/backup-sheets.ts';
import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import { changeSheets } from '../write/change-sheets.ts';
import type { KnownSheet, KnownSheets } from './known-sheets.ts';
import { readSheets } from '../read/read-sheets.ts';
import type { RunExcel } from '../run-excel.ts';

/** The tools for changing sheets. */
export interface SheetTools {
  readonly run: RunExcel;
  /** Runs what has to be done to the end once a change has begun: waits while a person edits a cell. */
  readonly runThrough: RunExcel;
  readonly known: KnownSheets;
}

/** A sheet and its new name or visibility. */
export interface SheetStateChange {
  readonly sheet: KnownSheet;
  readonly to: SheetState;
}

/** The changes from the sheets' names and visibility to those in `to`, which has the same order. */
export function stateChanges(sheets: readonly KnownSheet[], to: readonly SheetState[]): readonly SheetStateChange[] {
  return sheets.flatMap((sheet, index) => {
    const after = to[index];
    return after === undefined || (after.name === sheet.name && after.state === sheet.state)
      ? []
      : [{ sheet, to: after }];
  });
}

/**
 * Shows, renames and hides sheets, in this order, because a workbook needs a visible sheet.
 * @param all all sheets of the workbook
 */
export function changeSheetStates(
  { worksheets }: Excel.Workbook,
  all: readonly KnownSheet[],
  changes: readonly SheetStateChange[],
): void {
  showSheets(worksheets, changes);
  renameSheets(worksheets, all, changes);
  hideSheets(worksheets, changes);
}

function showSheets(worksheets: Excel.WorksheetCollection, changes: readonly SheetStateChange[]): void {
  for (const { sheet, to } of changes) {
    if (to.state === 'visible' && sheet.state !== 'visible') worksheets.getItem(sheet.id).visibility = 'Visible';
  }
}

/**
 * Renames sheets. Names may be swapped: each sheet first gets a name that no sheet has.
 * @param all all sheets of the workbook
 */
function renameSheets(
  worksheets: Excel.WorksheetCollection,
  all: readonly KnownSheet[],
  changes: readonly SheetStateChange[],
): void {
  const renamed = changes.filter(({ sheet, to }) => sheet.name !== to.name);
  const passing = freeNames(all, renamed.length);
  renamed.forEach(({ sheet }, index) => (worksheets.getItem(sheet.id).name = passing[index] ?? sheet.name));
  for (const { sheet, to } of renamed) worksheets.getItem(sheet.id).name = to.name;
}

/** Hides sheets. */
export function hideSheets(worksheets: Excel.WorksheetCollection, changes: readonly SheetStateChange[]): void {
  for (const { sheet, to } of changes) {
    if (to.state === 'visible' || to.state === sheet.state) continue;
    worksheets.getItem(sheet.id).visibility = to.state === 'hidden' ? 'Hidden' : 'VeryHidden';
  }
}

/** Deletes sheets. Excel does not delete very hidden sheets (office-js#365), so they are shown first. */
export function deleteSheets(worksheets: Excel.WorksheetCollection, sheets: readonly KnownSheet[]): void {
  for (const { id, state } of sheets) {
    const sheet = worksheets.getItem(id);
    if (state === 'veryHidden') sheet.visibility = 'Hidden';
    sheet.delete();
  }
}

/** Names that no sheet has yet. */
export function freeNames(sheets: readonly KnownSheet[], count: number): readonly string[] {
  const free: string[] = [];
  for (let number = 1; free.length < count; number += 1) {
    const name = `ita ${number}`;
    if (!sheets.some((sheet) => isSameSheetName(sheet.name, name))) free.push(name);
  }
  return free;
}

/** The state of a workbook before a change. */
export interface Before {
  readonly sheets: readonly KnownSheet[];
  readonly properties: ReadonlyMap<string, string>;
  readonly structure: boolean;
}

/**
 * Changes sheets and document properties atomically: if the change fails in the middle, the previous state is restored.
 * One round trip before it reads that state; afterwards the cache of sheets is empty.
 */
export async function allOrNothing<Value>(
  tools: SheetTools,
  change: (before: Before) => Promise<Value>,
): Promise<Value> {
  const { run, known } = tools;
  const { properties } = await readSheets(run, known, []);
  const before: Before = { sheets: known.all, properties, structure: known.isStructureProtected };
  try {
    return await change(before);
  } catch (error) {
    // A request that timed out may still be running; only the first is refused while a person edits a cell, and has
    // done nothing.
    const isOpen = error instanceof HostFault && ['timed-out', 'session-lost', 'cell-in-edit'].includes(error.reason);
    if (!isOpen) await goBack(tools, before);
    throw error;
  } finally {
    known.replace([]);
  }
}

/** Deletes sheets that did not exist before, and restores names, visibility and document properties. */
export async function goBack({ runThrough, known }: SheetTools, before: Before): Promise<void> {
  const { properties } = await readSheets(runThrough, known, []);
  const { all, isStructureProtected: structure } = known;
  const stayed = all.filter(({ id }) => before.sheets.some((sheet) => sheet.id === id));
  const added = all.filter((sheet) => !stayed.includes(sheet));
  const was = stayed.map((sheet) => before.sheets.find(({ id }) => id === sheet.id) ?? sheet);
  const changes = stateChanges(stayed, was);
  const values = [...properties].filter(([name, value]) => before.properties.get(name) !== value);
  if (added.length === 0 && changes.length === 0 && values.length === 0) return;
  const restore = ({ workbook: { worksheets, properties: now } }: Excel.RequestContext): void => {
    showSheets(worksheets, changes);
    deleteSheets(worksheets, added);
    renameSheets(worksheets, [...all, ...before.sheets], changes);
    hideSheets(worksheets, changes);
    for (const [name] of values) {
      const value = before.properties.get(name);
      if (value === undefined) now.custom.getItem(name).delete();
      else now.custom.add(name, value);
    }
  };
  await changeSheets(runThrough, [], restore, { structure });
}
