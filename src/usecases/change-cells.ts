import { patchOf, undoChanges, type CellSwap } from '../domain/conversion/changes.ts';
import { sortSwaps } from '../domain/conversion/undo-record.ts';
import type { WorkbookContent } from '../domain/spreadsheet/content.ts';
import { HostFault, type SkippedPatch, type WorkbookHost } from './ports/workbook-host.ts';

/** The changes that were made, and the planned ones that were skipped. */
export interface ChangedCells<Swap extends CellSwap> {
  readonly done: readonly Swap[];
  readonly skipped: readonly SkippedPatch[];
}

/**
 * Applies planned changes to cells of the open workbook.
 * @throws {HostFault}
 */
export async function changeCells<Swap extends CellSwap>(
  host: Pick<WorkbookHost, 'write'>,
  swaps: readonly Swap[],
): Promise<ChangedCells<Swap>> {
  if (swaps.length === 0) return { done: [], skipped: [] };
  const pairs = swaps.map((swap) => ({ swap, patch: patchOf(swap) }));
  const skipped = await host.write(pairs.map(({ patch }) => patch));
  const leftAlone = new Set(skipped.map(({ patch }) => patch));
  return { done: pairs.filter(({ patch }) => !leftAlone.has(patch)).map(({ swap }) => swap), skipped };
}

/** What an undo restored, and the cells that it skipped because somebody changed them since, or renamed or deleted their sheet. */
export interface UndoneCells {
  readonly restored: readonly CellSwap[];
  readonly stale: readonly CellSwap[];
}

/**
 * Undoes changes. Cells that somebody has edited since are never touched.
 * @throws {HostFault}
 */
export async function undoCells(
  host: Pick<WorkbookHost, 'read' | 'write'>,
  done: readonly CellSwap[],
): Promise<UndoneCells> {
  const sheets = [...new Set(done.map(({ sheet }) => sheet))];
  const { ready, stale } = sortSwaps(undoChanges(done), await readWhatIsLeft(host, sheets));
  const { done: restored } = await changeCells(host, ready);
  return { restored, stale: [...stale, ...ready.filter((swap) => !restored.includes(swap))] };
}

/** The content of these sheets, or of all sheets if one of them was renamed or deleted. */
async function readWhatIsLeft(host: Pick<WorkbookHost, 'read'>, sheets: readonly string[]): Promise<WorkbookContent> {
  try {
    return await host.read(sheets);
  } catch (error) {
    if (error instanceof HostFault && error.reason === 'sheet-gone') return host.read();
    throw error;
  }
}
