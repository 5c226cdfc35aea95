import type { TextStore } from '../domain/submissions/stored-entry.ts';
import { openPieceFile, type ReadPiece } from './piece-file.ts';

/** Texts of a column until there are enough of them. */
interface OpenBlock {
  readonly texts: string[];
  /** How long they are together, in UTF-16 code units. */
  length: number;
}

/** Texts of a column, one behind the other. */
interface Block {
  /** Where each text ends, in UTF-16 code units. */
  readonly ends: Uint32Array;
  readonly read: ReadPiece;
}

/** A block that is in memory. */
interface OpenedBlock {
  readonly bytes: Buffer;
  /** Bytes that the next one may be read into when this one is closed. */
  readonly room: Uint8Array;
}

/** Most texts of a block. */
const MOST_TEXTS = 64;

/** UTF-16 code units with which a block is full although it has fewer texts. */
const MOST_LENGTH = 32 * 1024;

/** How many blocks stay in memory beside one of each column: answers are read measure by measure, and agency by agency. */
const MORE_BLOCKS = 16;

/**
 * Keeps texts in a temporary file, as UTF-16: that has half a character, too. Where no file can be written they stay in memory.
 */
export class TextFile implements TextStore {
  readonly #keepPiece: (piece: Uint8Array) => ReadPiece;
  readonly #blocks: (OpenBlock | Block)[] = [];
  /** The last block of each column, and its number. */
  readonly #columns = new Map<string, { readonly number: number; readonly block: OpenBlock }>();
  /** What is in memory of full blocks, from the one that was asked for longest ago. */
  readonly #opened = new Map<Block, OpenedBlock>();
  #last: { readonly number: number; readonly text: string } | undefined;

  constructor({ keep } = openPieceFile()) {
    this.#keepPiece = keep;
  }

  keep(text: string, column: string): number {
    const { number, block } = this.#columns.get(column) ?? this.#add(column);
    const index = block.texts.push(text) - 1;
    block.length += text.length;
    if (block.texts.length === MOST_TEXTS || block.length >= MOST_LENGTH) {
      this.#blocks[number] = this.#full(block);
      this.#add(column);
    }
    return number * MOST_TEXTS + index;
  }

  read(number: number): string {
    // Whoever looks at a text asks for it several times.
    if (this.#last?.number === number) return this.#last.text;
    const index = number % MOST_TEXTS;
    const block = this.#blocks[(number - index) / MOST_TEXTS];
    const text = block && ('texts' in block ? block.texts[index] : this.#textIn(block, index));
    if (text === undefined) throw new RangeError(`no text ${number}`);
    this.#last = { number, text };
    return text;
  }

  #add(column: string): { readonly number: number; readonly block: OpenBlock } {
    const added = { number: this.#blocks.length, block: { texts: [], length: 0 } };
    this.#blocks.push(added.block);
    this.#columns.set(column, added);
    return added;
  }

  #full({ texts }: OpenBlock): Block {
    let end = 0;
    const ends = Uint32Array.from(texts, ({ length }) => (end += length));
    return { ends, read: this.#keepPiece(Buffer.from(texts.join(''), 'utf16le')) };
  }

  #textIn(block: Block, index: number): string | undefined {
    const end = block.ends[index];
    if (end === undefined) return undefined;
    // A text of its own, not a part of a longer one: whoever keeps it does not keep the others.
    return this.#open(block).toString('utf16le', 2 * (block.ends[index - 1] ?? 0), 2 * end);
  }

  #open(block: Block): Buffer {
    const known = this.#opened.get(block);
    this.#opened.delete(block);
    const room = known ? known.room : this.#roomFor(2 * (block.ends.at(-1) ?? 0));
    const bytes = known ? known.bytes : asBuffer(block.read(room));
    this.#opened.set(block, { bytes, room });
    return bytes;
  }

  /** Room for a block: that of the one that was asked for longest ago, where enough are open. */
  #roomFor(size: number): Uint8Array {
    const [oldest] = this.#opened;
    if (oldest === undefined || this.#opened.size < this.#columns.size + MORE_BLOCKS) return newRoom(size);
    const [block, { room }] = oldest;
    this.#opened.delete(block);
    return room.length >= size ? room : newRoom(size);
  }
}

/** Room for a block of this size, or of the usual one. */
function newRoom(size: number): Uint8Array {
  return new Uint8Array(Math.max(size, 3 * MOST_LENGTH));
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
