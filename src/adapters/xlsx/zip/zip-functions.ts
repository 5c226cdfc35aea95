import { Deflate, deflateSync, Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { openInMemory, type PieceStore } from './piece-store.ts';

/**
 * Deflates bytes piece by piece; the outputs, one after the other, are one stream of raw deflate data. The last piece may be
 * empty. Each piece may be overwritten afterwards.
 */
export type Deflater = (piece: Uint8Array, isLast: boolean) => readonly Uint8Array[];

/** The functions in which reading and writing spend most time; a host may provide faster ones (node:zlib). */
export interface ZipFunctions {
  /**
   * Inflates raw deflate data to exactly `size` bytes; time and memory must not grow with what the data would inflate to beyond that.
   * @throws {Error} of any kind for broken data and for data of another size.
   */
  readonly inflate: (data: Uint8Array, size: number) => Uint8Array;
  /** The unsigned CRC-32 of zip files; `before` is the CRC of the preceding bytes. */
  readonly crc32: (bytes: Uint8Array, before?: number) => number;
  /** Begins a stream of raw deflate data. The same pieces always give the same bytes. */
  readonly newDeflater: () => Deflater;
  /** A cryptographic digest of all UTF-16 code units of a text: no two texts have the same. Not every host has one that answers at once. */
  readonly digest?: (text: string) => string;
  /** Opens a store for the pieces of a file that is written piece by piece. */
  readonly openPieces: () => PieceStore;
}

/** Compressed bytes that may be inflated at once whatever size they claim: at most 1,032 times as many come out. */
const STEP = 16 * 1024;

/** Inflates with fflate: short data at once, longer data step by step, so that a false size ends early. */
function inflateWithFflate(data: Uint8Array, size: number): Uint8Array {
  // For empty input fflate returns an unwritten output.
  if (data.length === 0) throw new Error('no data');
  const bytes = data.length > STEP ? inflateInSteps(data, size) : inflateSync(data, { out: new Uint8Array(size + 1) });
  if (bytes.length !== size) throw new Error(`${bytes.length > size ? 'more' : 'less'} than ${size} bytes`);
  return bytes;
}

function inflateInSteps(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new Error(`more than ${size} bytes`);
    out.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < data.length; at += STEP) {
    stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  }
  return out.subarray(0, filled);
}

/** Level of compression of fflate: against the usual 6 it takes half the time for a sixth more bytes. */
const LEVEL = 4;

function newFflateDeflater(): Deflater {
  let out: Uint8Array[] = [];
  let stream: Deflate | undefined;
  return (piece, isLast) => {
    if (isLast && stream === undefined) return [deflateSync(piece, { level: LEVEL })];
    stream ??= new Deflate({ level: LEVEL }, (bytes) => out.push(bytes));
    out = [];
    stream.push(piece, isLast);
    return out;
  };
}

/** The portable functions. */
export const PORTABLE: ZipFunctions = {
  inflate: inflateWithFflate,
  crc32,
  newDeflater: newFflateDeflater,
  openPieces: openInMemory,
};
