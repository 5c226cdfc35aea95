import {
  patchOf,
  undoChanges,
  type CellChange,
  type CellSwap,
  type ConversionPlan,
} from '../domain/workbook/conversion.ts';
import { planConversion, type ConversionOptions } from '../domain/workbook/plan-conversion.ts';
import { sortSwaps } from '../domain/workbook/undo-record.ts';
import type { LeftPatch, LiveWorkbook, WorkbookHost } from './ports.ts';

/** What of the open workbook is to be converted: the selected cells, or all sheets. */
export type ConversionScope = 'selection' | 'workbook';

/** What was converted, and what was left alone although it was planned. */
export interface AppliedConversion {
  readonly done: readonly CellChange[];
  readonly left: readonly LeftPatch[];
}

/**
 * What a conversion of the open workbook would do. Nothing is written.
 * @throws {HostFault}
 */
export async function planOpenConversion(
  host: Pick<LiveWorkbook, 'read' | 'readSelected'>,
  scope: ConversionScope,
  options: Omit<ConversionOptions, 'selection' | 'keepsRuns'>,
): Promise<ConversionPlan> {
  // Where the host cannot keep the looks of the parts of a text, it leaves the cell alone and says so.
  const keeping = { ...options, keepsRuns: true };
  if (scope === 'workbook') return planConversion(await host.read(), keeping);
  const { content, selection } = await host.readSelected();
  return planConversion(content, { ...keeping, selection });
}

/**
 * Carries planned changes out.
 * @throws {HostFault}
 */
export function applyConversion(
  host: Pick<WorkbookHost, 'write'>,
  changes: readonly CellChange[],
): Promise<AppliedConversion> {
  return carryOut(host, changes);
}

/** What an undo brought back, and the cells that stay because somebody changed them since. */
export interface UndoneConversion {
  readonly restored: readonly CellSwap[];
  readonly stale: readonly CellSwap[];
}

/**
 * Brings back what a conversion changed. What somebody wrote since is never touched.
 * @throws {HostFault}
 */
export async function undoOpenConversion(
  host: Pick<WorkbookHost, 'read' | 'write'>,
  done: readonly CellChange[],
): Promise<UndoneConversion> {
  const sheets = [...new Set(done.map(({ sheet }) => sheet))];
  const { ready, stale } = sortSwaps(undoChanges(done), await host.read(sheets));
  const { done: restored } = await carryOut(host, ready);
  return { restored, stale: [...stale, ...ready.filter((swap) => !restored.includes(swap))] };
}

async function carryOut<Swap extends CellSwap>(
  host: Pick<WorkbookHost, 'write'>,
  swaps: readonly Swap[],
): Promise<{ readonly done: readonly Swap[]; readonly left: readonly LeftPatch[] }> {
  if (swaps.length === 0) return { done: [], left: [] };
  const pairs = swaps.map((swap) => ({ swap, patch: patchOf(swap) }));
  const left = await host.write(pairs.map(({ patch }) => patch));
  const leftAlone = new Set(left.map(({ patch }) => patch));
  return { done: pairs.filter(({ patch }) => !leftAlone.has(patch)).map(({ swap }) => swap), left };
}
