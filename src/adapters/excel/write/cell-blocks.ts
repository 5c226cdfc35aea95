import { COLUMNS, MAX_CELL_TEXT, ROWS } from '../../../domain/spreadsheet/limits.ts';
import type { CellPatch } from '../../../domain/spreadsheet/content.ts';

/** Adjacent cells of one column with a text or number format for each. */
export interface CellBlock {
  readonly sheet: string;
  /** Of the first cell; counted from 0. */
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  readonly kind: 'text' | 'format';
  readonly contents: readonly string[];
}

/** Most UTF-8 bytes of one block's contents. */
const BLOCK_BYTES = 256 * 1024;

/** Bytes of a block in a request beside its contents: its address and the reading back. */
const BLOCK_OVERHEAD = 800;

/**
 * Groups patches into as few blocks as possible, formats before texts. If a cell has two patches of one kind the last
 * one wins.
 * @throws {RangeError} for a cell outside a sheet, or a text that is too long for a cell
 */
export function blocksOf(patches: readonly CellPatch[]): readonly CellBlock[] {
  const blocks: (CellBlock & { readonly contents: string[] })[] = [];
  let bytes = 0;
  for (const { content, ...location } of inColumns(patches.map(cellChange))) {
    const last = blocks.at(-1);
    const follows = last !== undefined && isBelow(last, location);
    bytes = byteLength(content) + (follows ? bytes : 0);
    if (follows && bytes <= BLOCK_BYTES) last.contents.push(content);
    else {
      blocks.push({ ...location, contents: [content] });
      bytes = byteLength(content);
    }
  }
  return blocks;
}

/** Groups blocks so that each group stays below a size; a larger block is a group of its own. */
export function requestsOf(blocks: readonly CellBlock[], maxBytes: number): readonly (readonly CellBlock[])[] {
  const requests: CellBlock[][] = [];
  let bytes = Infinity;
  for (const block of blocks) {
    const size = block.contents.reduce((sum, text) => sum + byteLength(JSON.stringify(text)) + 3, BLOCK_OVERHEAD);
    bytes += size;
    if (bytes > maxBytes) {
      requests.push([]);
      bytes = size;
    }
    requests.at(-1)?.push(block);
  }
  return requests;
}

type CellChange = Omit<CellBlock, 'contents'> & { readonly content: string };

/** Validates a patch and converts it. */
function cellChange(patch: CellPatch): CellChange {
  const { sheet, row, column } = patch;
  if (!isIndex(row, ROWS) || !isIndex(column, COLUMNS)) {
    throw new RangeError(`no cell in row ${row}, column ${column}`);
  }
  if (!('text' in patch)) return { sheet, row, column, kind: 'format', content: patch.format };
  if (patch.text.length > MAX_CELL_TEXT) throw new RangeError(`text of ${patch.text.length} characters`);
  return { sheet, row, column, kind: 'text', content: patch.text };
}

function inColumns(changes: readonly CellChange[]): readonly CellChange[] {
  const last = new Map(
    changes.map((change) => [`${change.kind},${change.row},${change.column},${change.sheet}`, change]),
  );
  return [...last.values()].sort(
    (one, other) =>
      compare(one.kind, other.kind) ||
      compare(one.sheet, other.sheet) ||
      one.column - other.column ||
      one.row - other.row,
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function isBelow(block: CellBlock, { sheet, row, column, kind }: Omit<CellBlock, 'contents'>): boolean {
  const next = block.row + block.contents.length;
  return block.sheet === sheet && block.column === column && block.kind === kind && next === row;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}
