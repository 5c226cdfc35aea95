import { damaged } from '../faults.ts';
import { requireReadable, STORED, type ZipArchive, type ZipEntry } from './zip-archive.ts';
import type { ZipFunctions } from './zip-functions.ts';

/**
 * The checksum that this program once wrote for a part whose text ended where a piece of it did. People may have such masters; the size
 * of the part still tells whether it is whole.
 */
const NO_CHECKSUM = 0;

/** Whether the directory does not tell the checksum of an entry that has one. */
export function lacksChecksum({ crc, size }: ZipEntry): boolean {
  return crc === NO_CHECKSUM && size > 0;
}

/**
 * Inflates one entry and checks its size and CRC-32, where the directory tells it.
 * @throws {UnreadableWorkbook} `damaged`, or `encrypted`
 */
export function readEntry(archive: ZipArchive, entry: ZipEntry, functions: ZipFunctions): Uint8Array {
  requireReadable(entry);
  const data = packedBytes(archive, entry);
  const bytes = entry.method === STORED ? data : inflate(entry, data, functions);
  if (bytes.length !== entry.size) throw damaged(entry.name, 'changed-bytes', `not ${entry.size} bytes long`);
  if (!lacksChecksum(entry) && functions.crc32(bytes) !== entry.crc) {
    throw damaged(entry.name, 'changed-bytes', 'wrong checksum');
  }
  return bytes;
}

/** The bytes of an entry as they stand in the archive, not copied. */
export function packedBytes({ bytes }: ZipArchive, { data, compressedSize }: ZipEntry): Uint8Array {
  return bytes.subarray(data, data + compressedSize);
}

function inflate(entry: ZipEntry, data: Uint8Array, functions: ZipFunctions): Uint8Array {
  if (entry.size === 0 && data.length === 0) return data;
  try {
    return functions.inflate(data, entry.size);
  } catch (error) {
    throw damaged(entry.name, 'changed-bytes', 'compressed data', { cause: error });
  }
}
