import { keepInMemory, type Keep } from './piece-store.ts';
import type { Deflater, ZipFunctions } from './zip-functions.ts';

/** What writing needs of the host. */
export interface WriteFunctions extends Pick<ZipFunctions, 'crc32' | 'newDeflater' | 'digest'> {
  /** Where the bytes are until the file is complete; in memory by default. */
  readonly keep?: Keep;
}

/**
 * UTF-16 code units to collect before deflating.
 * @internal
 */
export const PIECE = 64 * 1024;

const ENCODER = new TextEncoder();

/** Most bytes of UTF-8 that a UTF-16 unit takes. */
const MOST_BYTES = 3;

/** A part of a package as it stands in the file. */
export interface WrittenPart {
  readonly name: string;
  /** Whether it is not compressed. */
  readonly stored?: boolean;
  readonly crc: number;
  /** Size in bytes before compression. */
  readonly size: number;
  /** Size in bytes in the file. */
  readonly packed: number;
  /** Its bytes in the file, in pieces. */
  readonly data: Iterable<Uint8Array>;
}

/** Deflates the text of a part piece by piece, so that no whole part is in memory. */
export class PartWriter {
  readonly #name: string;
  readonly #pieces: (() => Uint8Array)[] = [];
  readonly #functions: WriteFunctions;
  readonly #deflate: Deflater;
  /** The bytes of a piece, in the same place for all of them. */
  #bytes = new Uint8Array(0);
  #text = '';
  #crc = 0;
  #size = 0;
  #packed = 0;

  constructor(name: string, functions: WriteFunctions) {
    this.#name = name;
    this.#functions = functions;
    this.#deflate = functions.newDeflater();
  }

  /** Appends a text that does not end inside a surrogate pair. */
  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.#deflateText(false);
  }

  /** Completes the part. */
  finish(): WrittenPart {
    this.#deflateText(true);
    return {
      name: this.#name,
      crc: this.#crc,
      size: this.#size,
      packed: this.#packed,
      data: inOrder(this.#pieces),
    };
  }

  #deflateText(isLast: boolean): void {
    const { keep = keepInMemory } = this.#functions;
    for (const piece of this.#deflate(this.#taken(), isLast)) {
      this.#packed += piece.length;
      this.#pieces.push(keep(piece));
    }
  }

  #taken(): Uint8Array {
    const most = this.#text.length * MOST_BYTES;
    if (this.#bytes.length < most) this.#bytes = new Uint8Array(most);
    const bytes = this.#bytes.subarray(0, ENCODER.encodeInto(this.#text, this.#bytes).written);
    this.#text = '';
    this.#crc = this.#functions.crc32(bytes, this.#crc);
    this.#size += bytes.length;
    return bytes;
  }
}

/** The pieces, each taken out of where it is kept when it is asked for. */
function inOrder(pieces: readonly (() => Uint8Array)[]): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      for (const piece of pieces) yield piece();
    },
  };
}

/** Deflates a part from its whole text. */
export function deflatedPart(name: string, text: string, functions: WriteFunctions): WrittenPart {
  const part = new PartWriter(name, functions);
  part.write(text);
  return part.finish();
}

/** Deflates a part from its bytes. */
export function compressedPart(name: string, bytes: Uint8Array, functions: WriteFunctions): WrittenPart {
  const data = functions.newDeflater()(bytes, true);
  const packed = data.reduce((sum, { length }) => sum + length, 0);
  return { name, crc: functions.crc32(bytes), size: bytes.length, packed, data };
}

/** A part whose bytes are compressed already, such as a picture. */
export function storedPart(name: string, bytes: Uint8Array, functions: Pick<WriteFunctions, 'crc32'>): WrittenPart {
  const { length } = bytes;
  return { name, stored: true, crc: functions.crc32(bytes), size: length, packed: length, data: [bytes] };
}
