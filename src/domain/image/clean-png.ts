import { joined } from './bytes.ts';
import { faultOfSize, MAX_PIECES, UPRIGHT, type CleanPicture, type PictureFault, type Turn } from './picture.ts';
import { turnInExif } from './exif.ts';

/** Computes the CRC-32 of bytes (ISO 3309), as zip files have it too. */
export type Crc32 = (bytes: Uint8Array) => number;

/** Chunks that decide what is seen (PNG 3rd edition, 11); times, texts, animations and what programs add are left out. */
const SEEN: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
]);

const SIGNATURE = 8;

/** Bytes of a chunk besides its data: length, type and CRC. */
const AROUND = 12;

/** Bits of a sample that each colour type may have (PNG 3rd edition, 11.2.1). */
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

/** A PNG picture without metadata; whoever looks at it sees the same pixels. */
export function cleanPng(bytes: Uint8Array, crc32: Crc32): CleanPicture | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  const seen = new Set<string>();
  let turn: Turn = UPRIGHT;
  for (let at = SIGNATURE; at + AROUND <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + AROUND + length;
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (SEEN.has(type)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) break;
      // The size comes first (5.6).
      if ((seen.size === 0) !== (type === 'IHDR')) break;
      if (kept.length > MAX_PIECES) break;
      kept.push(bytes.subarray(at, end));
      seen.add(type);
    } else if (type === 'eXIf') turn = turnInExif(bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') return finish(view, seen, kept, turn);
    at = end;
  }
  return { reason: 'broken' };
}

function finish(
  view: DataView,
  seen: ReadonlySet<string>,
  kept: readonly Uint8Array[],
  turn: Turn,
): CleanPicture | PictureFault {
  const [width, height] = [view.getUint32(SIGNATURE + 8), view.getUint32(SIGNATURE + 12)];
  const [depth, color] = [view.getUint8(SIGNATURE + 16), view.getUint8(SIGNATURE + 17)];
  const isSound =
    view.getUint32(SIGNATURE) === 13 &&
    DEPTHS.get(color)?.includes(depth) === true &&
    seen.has('IDAT') &&
    (color !== 3 || seen.has('PLTE'));
  if (!isSound) return { reason: 'broken' };
  return faultOfSize(width, height) ?? { format: 'png', width, height, turn, bytes: joined(kept) };
}
