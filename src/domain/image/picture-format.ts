import type { OtherPictureFormat, PictureFormat } from './picture.ts';

/** First bytes of formats, from an offset on; `.` is any byte. */
const STARTS: readonly (readonly [format: PictureFormat | OtherPictureFormat, start: string, offset?: number])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['bmp', 'BM'],
  ['webp', 'RIFF....WEBP'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['avif', 'ftypavif', 4],
  ['heic', 'ftyphei', 4],
  ['heic', 'ftyphev', 4],
  ['heic', 'ftypmif1', 4],
  ['heic', 'ftypmsf1', 4],
  ['emf', '\x01\0\0\0....................................\x20EMF'],
  ['wmf', '\xd7\xcd\xc6\x9a'],
  ['wmf', '\x01\0\x09\0'],
  ['wmf', '\x02\0\x09\0'],
];

/** Bytes in which the root of an SVG is looked for, behind its declaration and comments. */
const SVG_HEAD = 4096;

/** The format of a picture by what it holds; its name and its declared type do not count. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | OtherPictureFormat {
  const found = STARTS.find(([, start, offset = 0]) => startsWith(bytes, start, offset));
  if (found) return found[0];
  return /<(?:\w+:)?svg[\s>]/i.test(headOf(bytes)) ? 'svg' : 'unknown';
}

function startsWith(bytes: Uint8Array, start: string, offset: number): boolean {
  for (let at = 0; at < start.length; at++) {
    if (start[at] !== '.' && bytes[offset + at] !== start.charCodeAt(at)) return false;
  }
  return true;
}

/** The beginning as Latin letters; every second byte of UTF-16 is zero. */
function headOf(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, SVG_HEAD), (byte) => String.fromCharCode(byte)).join('');
  return head.replaceAll('\0', '');
}
