import { parseJson } from '../domain/programme/parse-json.ts';
import type { DataProblem } from '../domain/programme/data-problem.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import { patchesOf, type CellSwap } from '../domain/conversion/changes.ts';
import { parseUndoDocument, sortSwaps, type SortedSwaps } from '../domain/conversion/undo-record.ts';
import type { Clock } from './ports/clock.ts';
import type { FileStore } from './ports/file-store.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { unopened, unreadable } from './unreadable.ts';

/** The ports of an undo. */
export interface UndoPorts {
  readonly codec: Pick<WorkbookCodec, 'decode' | 'patch'>;
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
      /** Cells that somebody has changed since; they are left unchanged. */
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
  let sorted: SortedSwaps;
  try {
    sorted = sortSwaps(value.swaps, await codec.decode(bytes));
    bytes = await codec.patch(bytes, patchesOf(sorted.ready), clock.now());
  } catch (error) {
    return { kind: 'unreadable', problem: unreadable(error, file) };
  }
  if (sorted.ready.length > 0) await files.write(file, bytes);
  return { kind: 'undone', file, restored: sorted.ready, stale: sorted.stale };
}
