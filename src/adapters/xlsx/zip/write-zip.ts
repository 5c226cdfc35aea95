import { joined } from '../../../domain/image/bytes.ts';
import type { WrittenPart } from './part-writer.ts';

/** Sizes in bytes of the three record types (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16), without names. */
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;

const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;

/** Noon of 1 January 1980 for every part, so that the bytes depend only on the parts. */
const TIME = 12 << 11;
const DATE = (1 << 5) | 1;

/** Writes a zip file of parts with ASCII names. */
export function writeZip(parts: readonly WrittenPart[]): Uint8Array {
  return joined([...zipPieces(parts)]);
}

/** The same zip file in pieces: each part is taken when its turn comes. */
export function* zipPieces(parts: readonly WrittenPart[]): Generator<Uint8Array, void, undefined> {
  const records: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    records.push(directoryRecord(part, name, at));
    yield localHeader(part, name);
    yield* part.data;
    at += LOCAL + name.length + part.packed;
  }
  const directory = joined(records);
  yield directory;
  yield endRecord(records.length, directory.length, at);
}

function localHeader(part: WrittenPart, name: Uint8Array): Uint8Array {
  const [bytes, view] = record(LOCAL, name);
  view.setUint32(0, 0x04034b50, true);
  setFacts(view, 4, part, name);
  return bytes;
}

/** @param at where the part begins in the file */
function directoryRecord(part: WrittenPart, name: Uint8Array, at: number): Uint8Array {
  const [bytes, view] = record(CENTRAL, name);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, VERSION, true);
  setFacts(view, 6, part, name);
  view.setUint32(42, at, true);
  return bytes;
}

/** @param at where the directory begins in the file */
function endRecord(parts: number, size: number, at: number): Uint8Array {
  const [bytes, view] = record(END);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, parts, true);
  view.setUint16(10, parts, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return bytes;
}

/** A blank record with a name at its end. */
function record(size: number, name: Uint8Array = new Uint8Array()): readonly [Uint8Array, DataView] {
  const bytes = new Uint8Array(size + name.length);
  bytes.set(name, size);
  return [bytes, new DataView(bytes.buffer)];
}

/** Writes the fields common to both records of an entry, from the version needed to the name length. */
function setFacts(view: DataView, at: number, { crc, packed, size, stored }: WrittenPart, name: Uint8Array): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, stored ? STORED : DEFLATED, true);
  view.setUint16(at + 6, TIME, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}
