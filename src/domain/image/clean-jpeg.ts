import { joined } from './bytes.ts';
import { turnInExif } from './exif.ts';
import { faultOfSize, MAX_PIECES, UPRIGHT, type CleanPicture, type PictureFault, type Turn } from './picture.ts';

/** Markers (ISO/IEC 10918-1, B.1.1.3) behind the byte 0xFF. */
const MARKER = { restart0: 0xd0, restart7: 0xd7, start: 0xd8, end: 0xd9, scan: 0xda } as const;

/** Tables, sizes and intervals that decoding needs: DHT, DAC, DQT, DNL, DRI. */
const NEEDED: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);

/** Frames that every program decodes: baseline, extended and progressive; the others are lossless, hierarchical or arithmetic. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const OTHER_FRAMES: ReadonlySet<number> = new Set([
  0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xde, 0xdf,
]);

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A JPEG picture without metadata: no Exif with the place and the camera, no comments, previews or other pictures behind it.
 * Whoever decodes it sees the same pixels; how the camera held it is in `turn`.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let turn: Turn | undefined;
  let size: Size | undefined;
  let hasScan = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff || kept.length > MAX_PIECES) return BROKEN;
    const marker = bytes[at + 1] ?? 0;
    // Bytes 0xFF may fill the room before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === MARKER.end) {
      if (size === undefined || !hasScan) return BROKEN;
      kept.push(bytes.subarray(at, at + 2));
      return faultOfSize(size.width, size.height) ?? finish(size, kept, turn ?? UPRIGHT);
    }
    if (at + 4 > bytes.length) return BROKEN;
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return BROKEN;
    const data = bytes.subarray(at + 4, end);
    if (OTHER_FRAMES.has(marker)) return { reason: 'format', format: 'unusual-jpeg' };
    if (FRAMES.has(marker)) {
      if (data.length < 6 || size !== undefined) return BROKEN;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (FRAMES.has(marker) || NEEDED.has(marker)) kept.push(bytes.subarray(at, end));
    else if (marker === MARKER.scan) {
      const scanEnd = endOfScan(bytes, end);
      kept.push(bytes.subarray(at, scanEnd));
      hasScan = true;
      at = scanEnd;
      continue;
    } else if (isOfColours(marker, data)) kept.push(bytes.subarray(at, end));
    else if (marker === 0xe0 && startsWith(data, 'JFIF\0')) kept.push(withoutPreview(data));
    else if (marker === 0xe1 && startsWith(data, 'Exif\0')) turn ??= turnInExif(data.subarray(6));
    at = end;
  }
  return BROKEN;
}

const BROKEN: PictureFault = { reason: 'broken' };

function finish({ width, height }: Size, kept: readonly Uint8Array[], turn: Turn): CleanPicture {
  return { format: 'jpeg', width, height, turn, bytes: joined(kept) };
}

/** The JFIF segment, by which the colours are told, as if it had no preview: ten bytes of facts, then its size. */
function withoutPreview(data: Uint8Array): Uint8Array {
  const segment = new Uint8Array([0xff, 0xe0, 0, 16, ...new Uint8Array(14)]);
  segment.set(data.subarray(0, 12), 4);
  return segment;
}

/** Whether an application's segment tells what the colours are: a colour profile, or Adobe's transform. */
function isOfColours(marker: number, data: Uint8Array): boolean {
  return (marker === 0xe2 && startsWith(data, 'ICC_PROFILE\0')) || (marker === 0xee && startsWith(data, 'Adobe'));
}

/** The first byte of the marker behind the coded data, in which 0xFF stands before 0 or a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next === 0 || next === 0xff || (next >= MARKER.restart0 && next <= MARKER.restart7)) continue;
    return at;
  }
  return bytes.length;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Array.from(start).every((character, at) => bytes[at] === character.charCodeAt(0));
}
