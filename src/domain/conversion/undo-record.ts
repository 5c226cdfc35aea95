import type { DataProblem, Parsed } from '../programme/data-problem.ts';
import {
  anyList,
  checked,
  follows,
  numberBy,
  object,
  optional,
  text,
  UNUSABLE,
  type Read,
} from '../programme/read-raw.ts';
import { cellKey, cellName, parseCellName } from '../spreadsheet/address.ts';
import type { CellSwap } from './changes.ts';
import { isSameNumberFormat } from '../spreadsheet/number-formats.ts';
import type { CellContent, WorkbookContent } from '../spreadsheet/content.ts';

/** The changes of a conversion in one workbook, so that it can be undone as a whole. */
export interface UndoRecord {
  /** File name of the workbook, without its folder. */
  readonly file: string;
  readonly swaps: readonly CellSwap[];
}

/** The record as a JSON value. */
export function undoDocument({ file, swaps }: UndoRecord): unknown {
  const listed = (kind: CellSwap['kind']): unknown =>
    swaps
      .filter((swap) => swap.kind === kind)
      .map(({ sheet, row, column, before, after, restores }) => ({
        sheet,
        cell: cellName({ row, column }),
        before,
        after,
        ...(restores === undefined ? {} : { restores }),
      }));
  return { file, texts: listed('text'), formats: listed('format') };
}

/** Parses a record from a JSON value, or returns every problem in it. Never throws. */
export function parseUndoDocument(raw: unknown): Parsed<UndoRecord> {
  const problems: DataProblem[] = [];
  const read = object({ file: fileName, texts: anyList(swapOf('text')), formats: anyList(swapOf('format')) });
  const document = read(raw, '', problems);
  if (document === UNUSABLE) return { problems };
  return { value: { file: document.file, swaps: [...document.texts, ...document.formats] }, problems };
}

/** A record can only name a workbook in its own folder. */
const fileName = checked(
  text,
  follows('file-name', (name) => !/[/\\]/.test(name)),
);

/** Number of a built-in format (ISO/IEC 29500-1, 18.8.30). */
const builtIn = numberBy('built-in-format', (id) => Number.isInteger(id) && id > 0 && id < 164);

function swapOf(kind: CellSwap['kind']): Read<CellSwap> {
  const cell = checked(
    text,
    follows('cell-name', (name) => parseCellName(name) !== undefined),
  );
  const shape = { sheet: text, cell, before: text, after: text, restores: optional(builtIn, undefined) };
  return checked(object(shape), ({ cell: name, restores, ...swap }) => ({
    ...swap,
    ...(restores === undefined ? {} : { restores }),
    ...(parseCellName(name) ?? { row: 0, column: 0 }),
    kind,
  }));
}

/** Swaps that can be applied, and stale ones, whose cells have changed since. Swaps that are already applied are in neither list. */
export interface SortedSwaps {
  readonly ready: readonly CellSwap[];
  readonly stale: readonly CellSwap[];
}

/** Sorts swaps by comparing them with the present workbook, so that later edits are never overwritten. */
export function sortSwaps(swaps: readonly CellSwap[], content: WorkbookContent): SortedSwaps {
  const all = new Map(
    content.sheets.flatMap(({ name, cells }) => cells.map((cell) => [cellKey(name, cell), cell] as const)),
  );
  const sheets = new Set(content.sheets.map(({ name }) => name));
  const ready: CellSwap[] = [];
  const stale: CellSwap[] = [];
  for (const swap of swaps) {
    const cell = all.get(cellKey(swap.sheet, swap));
    const isThere = sheets.has(swap.sheet);
    if (isThere && holds(cell, swap.kind, swap.before)) ready.push(swap);
    else if (!isThere || !holds(cell, swap.kind, swap.after)) stale.push(swap);
  }
  return { ready, stale };
}

/** Whether a cell has this text or number format. An empty cell is not in the content and has the empty text. */
function holds(cell: CellContent | undefined, kind: CellSwap['kind'], value: string): boolean {
  if (cell === undefined) return kind === 'text' && value === '';
  if (cell.formula !== undefined) return false;
  return kind === 'text' ? cell.text === value : isSameNumberFormat(cell.format ?? 'General', value);
}
