import { inflateRawSync } from 'node:zlib';

const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 22;
const DEFLATED = 8;

/** Inflates every entry of a zip file with node:zlib: the least that any reader has to do. Gives the bytes in all. */
export function inflateAll(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = view.getUint32(bytes.length - END_OF_DIRECTORY + 16, true);
  let total = 0;
  while (view.getUint32(at, true) === CENTRAL_HEADER) {
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = bytes.subarray(start, start + view.getUint32(at + 20, true));
    total += view.getUint16(at + 10, true) === DEFLATED ? inflateRawSync(data).length : data.length;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
