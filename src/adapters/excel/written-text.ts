import { COLUMNS, MAX_TEXT, ROWS } from './limits.ts';
import type { CellPatch } from '../../domain/workbook/sheet-content.ts';

/** Cells of one column, one below the other, and the texts for them. */
export interface TextBlock {
  readonly sheet: string;
  /** Of the first cell; counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly texts: readonly string[];
}

/** Blocks of a block's size at most, in UTF-8 bytes of its texts: a bound for what one block adds to a request. */
const BLOCK_BYTES = 256 * 1024;

/**
 * The patches as few blocks. Of two patches of a cell the last counts.
 * @throws {RangeError} for a cell outside of a sheet, or a text that is too long for a cell.
 */
export function blocksOf(patches: readonly CellPatch[]): readonly TextBlock[] {
  const blocks: { sheet: string; row: number; column: number; texts: string[] }[] = [];
  let bytes = 0;
  for (const { sheet, row, column, text } of inColumns(patches)) {
    const last = blocks.at(-1);
    const follows = last?.sheet === sheet && last.column === column && last.row + last.texts.length === row;
    bytes = follows ? bytes + byteLength(text) : byteLength(text);
    if (follows && bytes <= BLOCK_BYTES) last.texts.push(text);
    else {
      blocks.push({ sheet, row, column, texts: [text] });
      bytes = byteLength(text);
    }
  }
  return blocks;
}

/** Blocks in groups that each stay below a size; a block that is larger by itself is a group of its own. */
export function requestsOf(blocks: readonly TextBlock[], maxBytes: number): readonly (readonly TextBlock[])[] {
  const requests: TextBlock[][] = [];
  let bytes = Infinity;
  for (const block of blocks) {
    const size = requestBytes(block);
    bytes += size;
    if (bytes > maxBytes) {
      requests.push([]);
      bytes = size;
    }
    requests.at(-1)?.push(block);
  }
  return requests;
}

/** Room that a block takes in a request beside its texts: its range, and that it is read back. */
const BLOCK_OVERHEAD = 800;

function requestBytes({ texts }: TextBlock): number {
  return texts.reduce((sum, text) => sum + byteLength(JSON.stringify(text)) + 3, BLOCK_OVERHEAD);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/**
 * A text as Excel must be given it to keep it: with a `'` before everything that it might take for a formula, a number, a
 * date or a boolean, in the digits and words of whatever language it speaks, and before a `'`, which it would swallow.
 */
export function guarded(text: string): string {
  const plain = /^\p{L}/u.test(text) && !/\p{Nd}/u.test(text) && !/^(true|false|จริง|เท็จ)$/i.test(text);
  return text === '' || plain ? text : `'${text}`;
}

function inColumns(patches: readonly CellPatch[]): readonly CellPatch[] {
  const byCell = new Map<string, CellPatch>();
  for (const patch of patches) {
    const { sheet, row, column, text } = patch;
    if (!isIndex(row, ROWS) || !isIndex(column, COLUMNS)) {
      throw new RangeError(`no cell in row ${row}, column ${column}`);
    }
    if (text.length > MAX_TEXT) throw new RangeError(`text of ${text.length} characters`);
    byCell.set(`${row},${column},${sheet}`, patch);
  }
  const order = (one: CellPatch, other: CellPatch): number =>
    one.sheet === other.sheet ? one.column - other.column || one.row - other.row : one.sheet < other.sheet ? -1 : 1;
  return [...byCell.values()].sort(order);
}

function isIndex(value: number, size: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < size;
}
