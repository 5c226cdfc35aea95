import type { Deflater, ZipFunctions } from './zip-functions.ts';

/** What writing needs of the host. */
export type WriteFunctions = Pick<ZipFunctions, 'crc32' | 'newDeflater'>;

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
  /** Its bytes in the file, in pieces. */
  readonly data: readonly Uint8Array[];
}

/** Deflates the text of a part piece by piece, so that no whole part is in memory. */
export class PartWriter {
  readonly #name: string;
  readonly #data: Uint8Array[] = [];
  readonly #functions: WriteFunctions;
  readonly #deflate: Deflater;
  /** The bytes of a piece, in the same place for all of them. */
  #bytes = new Uint8Array(0);
  #text = '';
  #crc = 0;
  #size = 0;

  constructor(name: string, functions: WriteFunctions) {
    this.#name = name;
    this.#functions = functions;
    this.#deflate = functions.newDeflater();
  }

  /** Appends a text that does not end inside a surrogate pair. */
  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.#data.push(...this.#deflate(this.#taken(), false));
  }

  /** Completes the part. */
  finish(): WrittenPart {
    this.#data.push(...this.#deflate(this.#taken(), true));
    return { name: this.#name, crc: this.#crc, size: this.#size, data: this.#data };
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

/** Deflates a part from its whole text. */
export function deflatedPart(name: string, text: string, functions: WriteFunctions): WrittenPart {
  const part = new PartWriter(name, functions);
  part.write(text);
  return part.finish();
}

/** A part whose bytes are compressed already, such as a picture. */
export function storedPart(name: string, bytes: Uint8Array, functions: Pick<WriteFunctions, 'crc32'>): WrittenPart {
  return { name, stored: true, crc: functions.crc32(bytes), size: bytes.length, data: [bytes] };
}
