import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';

/** The two functions in which reading spends most time; a host may provide faster ones (node:zlib). */
export interface ZipFunctions {
  /**
   * Inflates raw deflate data to exactly `size` bytes; time and memory must not grow with what the data would inflate to beyond that.
   * @throws {Error} of any kind for broken data and for data of another size.
   */
  readonly inflate: (data: Uint8Array, size: number) => Uint8Array;
  /** The unsigned CRC-32 of zip files. */
  readonly crc32: (bytes: Uint8Array) => number;
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

/** The portable functions. */
export const PORTABLE: ZipFunctions = { inflate: inflateWithFflate, crc32 };
