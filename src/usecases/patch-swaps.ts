import { patchOf, type CellSwap } from '../domain/conversion/changes.ts';
import type { RefusedPatch } from '../domain/spreadsheet/content.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';

/** A workbook after some swaps: those that were made, and those that it did not take, with the reasons. */
export interface PatchedSwaps<Swap extends CellSwap> {
  readonly bytes: Uint8Array;
  readonly done: readonly Swap[];
  readonly refused: readonly { readonly swap: Swap; readonly reason: RefusedPatch['reason'] }[];
}

/**
 * Makes swaps in a workbook; cells that it does not let be changed are left alone. `savedAt` is an ISO 8601 instant.
 * @throws {UnreadableWorkbook}
 */
export async function patchSwaps<Swap extends CellSwap>(
  codec: Pick<WorkbookCodec, 'patchSome'>,
  bytes: Uint8Array,
  swaps: readonly Swap[],
  savedAt: string,
): Promise<PatchedSwaps<Swap>> {
  if (swaps.length === 0) return { bytes, done: [], refused: [] };
  const pairs = swaps.map((swap) => ({ swap, patch: patchOf(swap) }));
  const patches = pairs.map(({ patch }) => patch);
  const patched = await codec.patchSome(bytes, patches, savedAt);
  const reasons = new Map(patched.refused.map(({ patch, reason }) => [patch, reason]));
  return {
    bytes: patched.bytes,
    done: pairs.filter(({ patch }) => !reasons.has(patch)).map(({ swap }) => swap),
    refused: pairs.flatMap(({ swap, patch }) => {
      const reason = reasons.get(patch);
      return reason === undefined ? [] : [{ swap, reason }];
    }),
  };
}
