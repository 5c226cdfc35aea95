import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { damaged, megabytes, tooLarge } from '../faults.ts';
import { RATIO_FLOOR, type ReadLimits } from '../limits.ts';
import { refuseOthers } from './signature.ts';

/** A zip file by its central directory (APPNOTE.TXT 4.3); its bytes, without any before it, are not copied. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** In directory order. */
  readonly entries: readonly ZipEntry[];
  /** End of the local parts and start of the central directory. */
  readonly directoryStart: number;
  readonly comment: Uint8Array;
}

/** One entry; offsets from the start of the archive, and sizes, in bytes. */
export interface ZipEntry {
  /** Name with `/` between folders. */
  readonly name: string;
  /** Compression method: {@link STORED}, {@link DEFLATED}, or one that is not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Start of the local header. */
  readonly start: number;
  /** Start of the compressed bytes. */
  readonly data: number;
  /** Start and end of the record in the central directory. */
  readonly record: readonly [start: number, end: number];
}

/** Signatures of records, and their sizes without what varies, in bytes. */
const [LOCAL, LOCAL_SIZE] = [0x04034b50, 30];
const [RECORD, RECORD_SIZE] = [0x02014b50, 46];
const [END, END_SIZE] = [0x06054b50, 22];
const [LOCATOR, LOCATOR_SIZE] = [0x07064b50, 20];
const [LONG_END, LONG_END_SIZE] = [0x06064b50, 56];
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;
const NAMES = new TextDecoder();
const ENCRYPTED_FLAGS = 0x2041;

/** Reads the bytes of a name. */
type NameReader = (name: Uint8Array) => string;

/** Compression methods that are read (APPNOTE.TXT 4.4.5). */
export const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a package, with zip64 and data descriptors, and checks it: names, sizes, offsets, and that every
 * entry can be read.
 * @throws {UnreadableWorkbook}
 */
export function openZip(file: Uint8Array, limits: ReadLimits): ZipArchive {
  return openChecked(file, limits, (name) => NAMES.decode(name), requireReadable);
}

/**
 * As {@link openZip}, but of any zip file: entries that cannot be read are there, and `nameOf` reads the names.
 * @throws {UnreadableWorkbook}
 */
export function openAnyZip(file: Uint8Array, limits: ReadLimits, nameOf: NameReader): ZipArchive {
  return openChecked(file, limits, nameOf, () => undefined);
}

/** @throws {UnreadableWorkbook} for an entry that is encrypted or compressed by a method that is not read */
export function requireReadable({ name, method, isEncrypted }: ZipEntry): void {
  if (isEncrypted) throw new UnreadableWorkbook({ reason: 'encrypted' }, name);
  if (method !== STORED && method !== DEFLATED) throw damaged(name, 'package', `compression method ${method}`);
}

function openChecked(
  file: Uint8Array,
  limits: ReadLimits,
  nameOf: NameReader,
  check: (entry: ZipEntry) => void,
): ZipArchive {
  refuseOthers(file);
  // A plain view: `slice` of Node's Buffer, a subclass of Uint8Array, does not copy.
  const bytes = withoutPrefix(new Uint8Array(file.buffer, file.byteOffset, file.byteLength));
  const view = viewOf(bytes);
  const end = findEnd(view);
  const { count, start, size } = readEnd(view, end);
  if (count > limits.entries) throw tooLarge('parts', limits.entries, 'package entries');
  if (start + size > end) throw damaged('zip', 'package', 'directory out of the file');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const entry = readRecord(view, bytes, at, start + size, nameOf);
    check(entry);
    entries.push(entry);
    at = entry.record[1];
  }
  checkNames(entries);
  checkSizes(entries, limits);
  checkOffsets(entries, start);
  return {
    bytes,
    entries,
    directoryStart: start,
    comment: bytes.subarray(end + END_SIZE, end + END_SIZE + view.getUint16(end + 20, true)),
  };
}

/** Most bytes before an archive: the headers of a download, a byte order mark, the warnings of a page. */
const MAX_PREFIX = 65_536;

/**
 * The bytes from where the archive starts. What is before it is told by the end record, whose offsets count from the start of the
 * archive; a program that knows of the bytes before counts them too.
 * @throws {UnreadableWorkbook} `not-workbook` if there is no archive
 */
function withoutPrefix(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  if (isStart(view, 0)) return bytes;
  for (let end = view.byteLength - END_SIZE; end >= 0; end--) {
    if (view.getUint32(end, true) !== END) continue;
    const start = bytesBefore(view, end);
    if (start === 0 || (start > 0 && start <= MAX_PREFIX && isStart(view, start))) return bytes.subarray(start);
  }
  throw new UnreadableWorkbook({ reason: 'not-workbook' }, 'no zip file');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether the first record of an archive is there: a local header, or the end of an archive of nothing. */
function isStart(view: DataView, at: number): boolean {
  if (at + 4 > view.byteLength) return false;
  const signature = view.getUint32(at, true);
  return signature === LOCAL || signature === END;
}

/** How many bytes are before the archive that ends with this record: its directory ends where the record, or that of zip64, starts. */
function bytesBefore(view: DataView, end: number): number {
  const locator = end - LOCATOR_SIZE;
  const long = locator - LONG_END_SIZE;
  if (long >= 0 && view.getUint32(locator, true) === LOCATOR && view.getUint32(long, true) === LONG_END)
    return long - wide(view, locator + 8);
  return end - view.getUint32(end + 12, true) - view.getUint32(end + 16, true);
}

/**
 * Finds the end record: the last in the file but for a comment, whose length it contains, and for zeros with which some
 * storage pads the last block. Any number of other bytes may follow.
 */
function findEnd(view: DataView): number {
  const filled = filledLength(view);
  const last = Math.min(filled, view.byteLength - END_SIZE);
  for (let at = last; at >= Math.max(0, filled - END_SIZE - UNKNOWN_16); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const end = at + END_SIZE + view.getUint16(at + 20, true);
    if (end >= filled && end <= view.byteLength) return at;
  }
  // Gateways and scanners of mail add some bytes of their own: the end then is where its directory ends.
  for (let at = last; at >= 0; at--) {
    if (view.getUint32(at, true) === END && bytesBefore(view, at) === 0) return at;
  }
  throw damaged('zip', 'cut-off', 'no end record: the file is cut off');
}

/** Length of the file without trailing zeros. */
function filledLength(view: DataView): number {
  let length = view.byteLength;
  while (length > 0 && view.getUint8(length - 1) === 0) length -= 1;
  return length;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

function readEnd(view: DataView, end: number): Directory {
  const short = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
  };
  if (short.count !== UNKNOWN_16 && short.size !== UNKNOWN_32 && short.start !== UNKNOWN_32) return short;
  const locator = end - LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) return short;
  const long = wide(view, locator + 8);
  if (long + LONG_END_SIZE > locator || view.getUint32(long, true) !== LONG_END)
    throw damaged('zip', 'package', 'zip64 end record');
  return { count: wide(view, long + 32), size: wide(view, long + 40), start: wide(view, long + 48) };
}

/** Reads a 64-bit number; numbers above any file size become infinite. */
function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function readRecord(view: DataView, bytes: Uint8Array, at: number, end: number, nameOf: NameReader): ZipEntry {
  if (at + RECORD_SIZE > end || view.getUint32(at, true) !== RECORD)
    throw damaged('zip', 'package', 'directory record');
  const nameEnd = at + RECORD_SIZE + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const recordEnd = extraEnd + view.getUint16(at + 32, true);
  if (recordEnd > end) throw damaged('zip', 'package', 'directory record');
  const rawName = bytes.subarray(at + RECORD_SIZE, nameEnd);
  const name = nameOf(rawName).replaceAll('\\', '/');
  const sizes = readSizes(view, at, nameEnd, extraEnd);
  return {
    name,
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAGS) !== 0,
    crc: view.getUint32(at + 16, true),
    ...sizes,
    data: findData(view, sizes.start, name, rawName),
    record: [at, recordEnd],
  };
}

type Sizes = Pick<ZipEntry, 'size' | 'compressedSize' | 'start'>;

/** Sizes and offset of an entry; the zip64 extra field holds those that do not fit the record, in this order. */
function readSizes(view: DataView, at: number, extraStart: number, extraEnd: number): Sizes {
  let next = findExtra(view, extraStart, extraEnd, 0x0001);
  const take = (value: number): number => {
    if (value !== UNKNOWN_32 || next + 8 > extraEnd) return value;
    next += 8;
    return wide(view, next - 8);
  };
  const size = take(view.getUint32(at + 24, true));
  const compressedSize = take(view.getUint32(at + 20, true));
  return { size, compressedSize, start: take(view.getUint32(at + 42, true)) };
}

/** Offset of an extra field's content; `end` if there is none of that kind. */
function findExtra(view: DataView, start: number, end: number, kind: number): number {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === kind) return at + 4;
  }
  return end;
}

/** Offset of the compressed bytes, after the local header, whose name must equal the directory's. */
function findData(view: DataView, start: number, name: string, rawName: Uint8Array): number {
  const nameStart = start + LOCAL_SIZE;
  const data = nameStart + rawName.length;
  if (data > view.byteLength || view.getUint32(start, true) !== LOCAL)
    throw damaged(name, 'package', 'no local header');
  if (view.getUint16(start + 26, true) !== rawName.length) throw damaged(name, 'package', 'two names');
  for (let at = 0; at < rawName.length; at++)
    if (view.getUint8(nameStart + at) !== rawName[at]) throw damaged(name, 'package', 'two names');
  return data + view.getUint16(start + 28, true);
}

/** Checks for duplicate names: part names ignore case (ISO 29500-2, 6.2.2.3), so a second one would hide a part. */
function checkNames(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (names.has(key)) throw damaged(name, 'package', 'name stands twice in the package');
    names.add(key);
    if (/^\/|^[a-z]:|(^|\/)\.\.?(\/|$)|\0/i.test(name))
      throw damaged(JSON.stringify(name), 'package', 'name leads out of the package');
  }
}

function checkSizes(entries: readonly ZipEntry[], limits: ReadLimits): void {
  let total = 0;
  for (const { name, method, size, compressedSize } of entries) {
    total += size;
    if (total > limits.packageBytes) throw tooLarge('content', megabytes(limits.packageBytes), 'package MB');
    if (method === STORED && size !== compressedSize) throw damaged(name, 'package', 'stored entry with two sizes');
    if (size > RATIO_FLOOR && size > compressedSize * limits.ratio)
      throw tooLarge('ratio', limits.ratio, `${name}: compression ratio`);
  }
}

/** Entries lie one after the other: bytes that serve two entries are how small files inflate to huge ones. */
function checkOffsets(entries: readonly ZipEntry[], directoryStart: number): void {
  let end = directoryStart;
  for (const entry of entries.toSorted((a, b) => b.start - a.start)) {
    if (entry.data + entry.compressedSize > end)
      throw damaged(entry.name, 'package', 'overlaps its neighbour in the package');
    end = entry.start;
  }
}
