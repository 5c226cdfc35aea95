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
  const entries = parts.map((part) => ({
    ...part,
    nameBytes: new TextEncoder().encode(part.name),
    packed: part.data.reduce((sum, { length }) => sum + length, 0),
  }));
  const directory = entries.reduce((sum, { nameBytes, packed }) => sum + LOCAL + nameBytes.length + packed, 0);
  const size = entries.reduce((sum, { nameBytes }) => sum + CENTRAL + nameBytes.length, 0);
  const out = new Uint8Array(directory + size + END);
  const view = new DataView(out.buffer);
  let at = 0;
  let record = directory;
  for (const entry of entries) {
    const { nameBytes, data } = entry;
    view.setUint32(record, 0x02014b50, true);
    view.setUint16(record + 4, VERSION, true);
    setFacts(view, record + 6, entry);
    view.setUint32(record + 42, at, true);
    out.set(nameBytes, record + CENTRAL);
    record += CENTRAL + nameBytes.length;
    view.setUint32(at, 0x04034b50, true);
    setFacts(view, at + 4, entry);
    out.set(nameBytes, at + LOCAL);
    at += LOCAL + nameBytes.length;
    for (const piece of data) {
      out.set(piece, at);
      at += piece.length;
    }
  }
  view.setUint32(record, 0x06054b50, true);
  view.setUint16(record + 8, entries.length, true);
  view.setUint16(record + 10, entries.length, true);
  view.setUint32(record + 12, size, true);
  view.setUint32(record + 16, directory, true);
  return out;
}

/** Writes the fields common to both records of an entry, from the version needed to the name length. */
function setFacts(
  view: DataView,
  at: number,
  { crc, packed, size, nameBytes, stored }: WrittenPart & { readonly packed: number; readonly nameBytes: Uint8Array },
): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, stored ? STORED : DEFLATED, true);
  view.setUint16(at + 6, TIME, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameBytes.length, true);
}
