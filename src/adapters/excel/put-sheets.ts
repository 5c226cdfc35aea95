import type { WorkbookPlan } from '../../domain/workbook/sheet-plan.ts';
import { HostFault, type WorkbookCodec } from '../../usecases/ports.ts';
import { toBase64 } from './base64.ts';
import { changeSheets } from './change-sheets.ts';
import type { KnownSheet, KnownSheets } from './known-sheets.ts';
import { addFilledSheets } from './put-values.ts';
import { readSheets } from './read-sheets.ts';
import type { RunExcel } from './run-excel.ts';

/** What putting sheets needs. */
export interface PutSheetsTools {
  readonly run: RunExcel;
  readonly known: KnownSheets;
  readonly encode: WorkbookCodec['encode'];
}

/**
 * Puts a plan's sheets at the end of the open workbook, in place of those of the same names: one round trip, and one more where
 * the workbook is not known yet. The old sheets step aside and go only when the new ones stand. Where Excel does not insert
 * files (iPad) or fails to (the web: office-js#6142), the sheets are made anew from their values, without the finer formats.
 */
export async function putSheets({ run, known, encode }: PutSheetsTools, plan: WorkbookPlan): Promise<void> {
  const base64 = toBase64(await encode(plan));
  if (known.all.length === 0) await readSheets(run, known, []);
  const names = new Set(plan.sheets.map(({ name }) => name.toLowerCase()));
  const before = known.all;
  const old = before.filter(({ name }) => names.has(name.toLowerCase()));
  try {
    try {
      await changeSheets(run, [], ({ workbook }) => {
        stepAside(workbook, old);
        workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
        finish(workbook, old, plan);
      });
    } catch (error) {
      if (!isInsertFault(error)) throw error;
      await goBack(run, before);
      await changeSheets(run, [], ({ workbook }) => stepAside(workbook, old));
      await addFilledSheets(run, plan);
      await changeSheets(run, [], ({ workbook }) => finish(workbook, old, plan));
    }
  } catch (error) {
    const isOpen = error instanceof HostFault && ['timed-out', 'session-lost', 'cell-in-edit'].includes(error.reason);
    if (!isOpen) await goBack(run, before);
    throw error;
  } finally {
    known.replace([]);
  }
}

function isInsertFault(error: unknown): boolean {
  return error instanceof HostFault && ['not-supported', 'failed', 'too-large'].includes(error.reason);
}

function stepAside({ worksheets }: Excel.Workbook, old: readonly KnownSheet[]): void {
  const proxies = old.map(({ id }) => worksheets.getItem(id));
  proxies.forEach((sheet, index) => (sheet.name = `ita ${index + 1}`));
}

function finish({ worksheets, properties }: Excel.Workbook, old: readonly KnownSheet[], plan: WorkbookPlan): void {
  for (const { id } of old) worksheets.getItem(id).delete();
  for (const [name, value] of Object.entries(plan.properties)) properties.custom.add(name, value);
}

/** Takes away the sheets that were not there before, and gives the others their names back. */
async function goBack(run: RunExcel, before: readonly KnownSheet[]): Promise<void> {
  await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    const names = new Map(before.map(({ id, name }) => [id, name]));
    for (const sheet of worksheets.items) if (!names.has(sheet.id)) sheet.delete();
    for (const sheet of worksheets.items) {
      const name = names.get(sheet.id);
      if (name !== undefined && name !== sheet.name) sheet.name = name;
    }
    await context.sync();
  });
}
