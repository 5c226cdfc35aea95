import { inflateRawSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../src/adapters/xlsx/limits.ts';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { packedBytes } from '../../src/adapters/xlsx/zip/read-entry.ts';
import { openZip, STORED } from '../../src/adapters/xlsx/zip/zip-archive.ts';

/** The parts of a package whose checksum is not that of their bytes: programs take them for damaged. */
export function partsWithWrongChecksum(bytes: Uint8Array): readonly string[] {
  const archive = openZip(bytes, DEFAULT_LIMITS);
  return archive.entries
    .filter((entry) => {
      const packed = packedBytes(archive, entry);
      return crc32(entry.method === STORED ? packed : inflateRawSync(packed)) !== entry.crc;
    })
    .map(({ name }) => name);
}
