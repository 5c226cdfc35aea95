import type { TextStore } from '../domain/submissions/entry-store.ts';
import { openPieceFile, type ReadPiece } from './piece-file.ts';

/** Texts of a column until there are enough of them. */
interface OpenBlock {
  readonly texts: string[];
  /** How long they are together, in UTF-16 code units. */
  length: number;
}

/**
 * Reads texts of a column: how many they are, and where each of them ends, in 4 bytes each and in bytes from the first text on; then the
 * texts, one behind the other.
 */
type Block = ReadPiece;

/** Bytes of a number in a block. */
const NUMBER = 4;

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
    const text = typeof block === 'function' ? textIn(this.#open(block), index) : block?.texts[index];
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

  #full({ texts, length }: OpenBlock): Block {
    const start = NUMBER * (1 + texts.length);
    const bytes = Buffer.alloc(start + 2 * length);
    bytes.writeUInt32LE(texts.length);
    let end = 0;
    for (const [index, text] of texts.entries()) {
      end += bytes.write(text, start + end, 'utf16le');
      bytes.writeUInt32LE(end, NUMBER * (1 + index));
    }
    return this.#keepPiece(bytes);
  }

  #open(block: Block): Buffer {
    const known = this.#opened.get(block);
    this.#opened.delete(block);
    const room = known ? known.room : this.#freeRoom();
    const bytes = known ? known.bytes : asBuffer(block(room));
    this.#opened.set(block, { bytes, room });
    return bytes;
  }

  /** Room for a block of the usual size: that of the one that was asked for longest ago, where enough are open. */
  #freeRoom(): Uint8Array {
    const [oldest] = this.#opened;
    if (oldest === undefined || this.#opened.size < this.#columns.size + MORE_BLOCKS) {
      return new Uint8Array(3 * MOST_LENGTH);
    }
    const [block, { room }] = oldest;
    this.#opened.delete(block);
    return room;
  }
}

/** A text of its own, not a part of a longer one: whoever keeps it does not keep the others. */
function textIn(bytes: Buffer, index: number): string | undefined {
  const count = bytes.readUInt32LE(0);
  if (index >= count) return undefined;
  const start = NUMBER * (1 + count);
  const endOf = (each: number): number => (each < 0 ? 0 : bytes.readUInt32LE(NUMBER * (1 + each)));
  return bytes.toString('utf16le', start + endOf(index - 1), start + endOf(index));
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
