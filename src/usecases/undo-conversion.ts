import { parseJson } from '../domain/programme/parse-json.ts';
import type { DataProblem } from '../domain/programme/data-problem.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import type { CellSwap } from '../domain/conversion/changes.ts';
import { parseUndoDocument, sortSwaps } from '../domain/conversion/undo-record.ts';
import { patchSwaps, type PatchedSwaps } from './patch-swaps.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import { ANY_SIZE, type WorkbookCodec } from './ports/workbook-codec.ts';
import { unopened, unreadable } from './unreadable.ts';

/** The ports of an undo. */
export interface UndoPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'patchSome'>;
  readonly files: Pick<FileStore, 'read' | 'write'>;
  readonly clock: Clock;
}

/** The outcome of an undo. */
export type UndoOutcome =
  | { readonly kind: 'no-record'; readonly problems: readonly DataProblem[] }
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | {
      readonly kind: 'undone';
      /** Path of the workbook. */
      readonly file: string;
      readonly restored: readonly CellSwap[];
      /** Cells that somebody has changed since, or that are referred to now; they are left unchanged. */
      readonly stale: readonly CellSwap[];
    };

/**
 * Undoes a conversion of a workbook from the record beside it, all or nothing. Cells that were changed since are left unchanged.
 * @throws {FileFault} if the record cannot be read or the workbook cannot be written.
 */
export async function undoConversion({ codec, files, clock }: UndoPorts, record: string): Promise<UndoOutcome> {
  const json = parseJson(new TextDecoder().decode(await files.read(record)));
  const { value, problems } = json.value === undefined ? { problems: json.problems } : parseUndoDocument(json.value);
  if (value === undefined) return { kind: 'no-record', problems };
  const file = record.slice(0, record.search(/[^/\\]*$/)) + value.file;
  let bytes: Uint8Array;
  try {
    bytes = await files.read(file);
  } catch (error) {
    return { kind: 'unreadable', problem: unopened(error, file) };
  }
  let stale: readonly CellSwap[];
  let patched: PatchedSwaps<CellSwap>;
  try {
    const sorted = sortSwaps(value.swaps, await codec.decode(bytes, ANY_SIZE));
    patched = await patchSwaps(codec, bytes, sorted.ready, clock.now());
    stale = [...sorted.stale, ...patched.refused.map(({ swap }) => swap)];
  } catch (error) {
    return { kind: 'unreadable', problem: unreadable(error, file) };
  }
  if (patched.done.length > 0) await files.write(file, patched.bytes);
  return { kind: 'undone', file, restored: patched.done, stale };
}
