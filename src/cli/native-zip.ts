import { inflateRawSync } from 'node:zlib';

/** Node's own inflate, faster than one in JavaScript; see `ZipFunctions` of the codec. */
export const nativeZip = {
  inflate(data: Uint8Array, size: number): Uint8Array {
    // Stops at the declared size, whatever the data would unfold to.
    const bytes = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    if (bytes.length !== size) throw new Error(`less than ${size} bytes`);
    return bytes;
  },
};
