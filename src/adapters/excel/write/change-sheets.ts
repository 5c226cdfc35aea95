import { HostFault } from '../../../usecases/ports/workbook-host.ts';
import type { KnownSheet } from '../sheets/known-sheets.ts';
import type { RunExcel } from '../run-excel.ts';

/**
 * Changes sheets in one round trip. Meanwhile the protection of `protectedSheets` and, with `structure`, of the
 * workbook is removed. It is restored in any case; if the request fails in the middle, with two more round trips.
 *
 * Without protection the request has no call that Excel cannot undo, so that Ctrl+Z undoes it. The calls are not one
 * undo group (`mergeUndoGroup`), which Excel refuses for some of them and which fails on the web (Office Add-ins
 * documentation, "Undo support with the Excel JavaScript API"; office-js#6255, #6491, #6711).
 * @returns what `queue` returns, with its properties loaded
 */
export async function changeSheets<Value>(
  run: RunExcel,
  protectedSheets: readonly KnownSheet[],
  queue: (context: Excel.RequestContext) => Value,
  { structure }: { readonly structure: boolean } = { structure: false },
): Promise<Value> {
  try {
    return await run(async (context) => {
      const { workbook } = context;
      const protections = protectedSheets.map(({ id }) => workbook.worksheets.getItem(id).protection);
      if (structure) workbook.protection.unprotect();
      for (const protection of protections) protection.unprotect();
      const queued = queue(context);
      protections.forEach((protection, index) => protection.protect(protectedSheets[index]?.protection));
      if (structure) workbook.protection.protect();
      await context.sync();
      return queued;
    });
  } catch (error) {
    // A request that was refused as a whole has changed nothing, and one that timed out may still be running.
    const untouched: readonly unknown[] = ['cell-in-edit', 'timed-out', 'session-lost', 'too-large'];
    const isLifted = structure || protectedSheets.length > 0;
    if (isLifted && !(error instanceof HostFault && untouched.includes(error.reason))) {
      await protectAgain(run, protectedSheets, structure, error);
    }
    throw error;
  }
}

async function protectAgain(
  run: RunExcel,
  sheets: readonly KnownSheet[],
  structure: boolean,
  cause: unknown,
): Promise<void> {
  try {
    await run(async (context) => {
      const { worksheets, protection: ofWorkbook } = context.workbook;
      ofWorkbook.load('protected');
      worksheets.load('items/id,items/protection/protected');
      await context.sync();
      for (const { id, protection } of worksheets.items) {
        const before = sheets.find((sheet) => sheet.id === id);
        if (before !== undefined && !protection.protected) protection.protect(before.protection);
      }
      if (structure && !ofWorkbook.protected) ofWorkbook.protect();
      await context.sync();
    });
  } catch (error) {
    throw new HostFault('failed', 'protection was not put back', { cause: new AggregateError([cause, error]) });
  }
}
