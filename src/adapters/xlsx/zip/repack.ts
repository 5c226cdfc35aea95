import { joined } from '../../../domain/image/bytes.ts';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import type { ZipArchive, ZipEntry } from './zip-archive.ts';
import { compressedPart, storedPart, type WriteFunctions } from './part-writer.ts';
import type { ZipFunctions } from './zip-functions.ts';
import { lacksChecksum, readEntry } from './read-entry.ts';
import { writeZip } from './write-zip.ts';

const ZIP64_EXTRA = 0x0001;
const DESCRIPTOR_FLAG = 0x0008;

/** An entry in the new file: local part and directory record. */
interface Packed {
  /** Its offset in the old file. */
  readonly start: number;
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/** Names of entries that gain nothing by compression. */
const COMPRESSED = /\.(?:png|jpeg)$/i;

/**
 * Replaces some entries of a package, deletes those whose new content is undefined, and adds those that it does not have yet at the
 * end. All others are copied in order with their compressed bytes, times and flags; one that lacks its checksum is packed anew. The same
 * input gives the same bytes.
 */
export function repackZip(
  archive: ZipArchive,
  changes: ReadonlyMap<string, Uint8Array | undefined>,
  functions: ZipFunctions,
): Uint8Array {
  const remaining = archive.entries.filter(({ name }) => !changes.has(name) || changes.get(name) !== undefined);
  const ends = localEnds(archive);
  const packed = remaining.map((entry): Packed => {
    const content = changes.get(entry.name) ?? withoutChecksum(archive, entry, functions);
    if (content !== undefined) return replaceEntry(archive, entry, content, functions);
    const local = archive.bytes.subarray(entry.start, ends.get(entry.start));
    return { start: entry.start, local, record: copyRecord(archive, entry, entry) };
  });
  const known = new Set(archive.entries.map(({ name }) => name));
  for (const [name, content] of changes) {
    if (content !== undefined && !known.has(name)) packed.push(newEntry(name, content, functions));
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const { local, record } of packed.toSorted((a, b) => a.start - b.start)) {
    new DataView(record.buffer).setUint32(42, length, true);
    add(local);
  }
  const directoryStart = length;
  for (const { record } of packed) add(record);
  add(endRecord(packed.length, directoryStart, length - directoryStart, archive.comment));
  return joined(pieces);
}

/** The content of an entry that lacks its checksum; undefined where it has one, or cannot be read. */
function withoutChecksum(archive: ZipArchive, entry: ZipEntry, functions: ZipFunctions): Uint8Array | undefined {
  if (!lacksChecksum(entry)) return undefined;
  try {
    return readEntry(archive, entry, functions);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return undefined;
    throw error;
  }
}

/** The end of each local part by its start: the start of the next one, so that a data descriptor is included. */
function localEnds(archive: ZipArchive): ReadonlyMap<number, number> {
  const starts = archive.entries.map(({ start }) => start).toSorted((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, starts[index + 1] ?? archive.directoryStart]));
}

function replaceEntry(archive: ZipArchive, entry: ZipEntry, content: Uint8Array, functions: WriteFunctions): Packed {
  const data = entry.method === 0 ? content : joined(functions.newDeflater()(content, true));
  const now = { crc: functions.crc32(content), compressedSize: data.length, size: content.length };
  const header = archive.bytes.slice(entry.start, entry.data);
  const view = new DataView(header.buffer);
  const nameEnd = 30 + view.getUint16(26, true);
  const extra = withoutZip64(header.subarray(nameEnd));
  view.setUint16(6, view.getUint16(6, true) & ~DESCRIPTOR_FLAG, true);
  view.setUint32(14, now.crc, true);
  view.setUint32(18, now.compressedSize, true);
  view.setUint32(22, now.size, true);
  view.setUint16(28, extra.length, true);
  const record = copyRecord(archive, entry, now);
  const recordView = new DataView(record.buffer);
  recordView.setUint16(8, recordView.getUint16(8, true) & ~DESCRIPTOR_FLAG, true);
  const pieces = [header.subarray(0, nameEnd), extra, data];
  return { start: entry.start, local: joined(pieces), record };
}

/** An entry behind all others, as in a zip file of its own. */
function newEntry(name: string, content: Uint8Array, functions: WriteFunctions): Packed {
  const zip = writeZip([(COMPRESSED.test(name) ? storedPart : compressedPart)(name, content, functions)]);
  const directory = new DataView(zip.buffer).getUint32(zip.length - 6, true);
  return { start: Infinity, local: zip.subarray(0, directory), record: zip.slice(directory, -22) };
}

/** Copies a directory record with other sizes, which always fit 32 bits: the read limits are far below. */
function copyRecord(
  archive: ZipArchive,
  entry: ZipEntry,
  now: Pick<ZipEntry, 'crc' | 'compressedSize' | 'size'>,
): Uint8Array {
  const old = archive.bytes.slice(...entry.record);
  const view = new DataView(old.buffer);
  const extraStart = 46 + view.getUint16(28, true);
  const extraEnd = extraStart + view.getUint16(30, true);
  const extra = withoutZip64(old.subarray(extraStart, extraEnd));
  view.setUint32(16, now.crc, true);
  view.setUint32(20, now.compressedSize, true);
  view.setUint32(24, now.size, true);
  view.setUint16(30, extra.length, true);
  const comment = old.subarray(extraEnd);
  return joined([old.subarray(0, extraStart), extra, comment]);
}

function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      return joined([extra.subarray(0, at), extra.subarray(end)]);
    }
    at = end;
  }
  return extra;
}

function endRecord(count: number, start: number, size: number, comment: Uint8Array): Uint8Array {
  const end = new Uint8Array(22 + comment.length);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, comment.length, true);
  end.set(comment, 22);
  return end;
}
