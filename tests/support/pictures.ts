import { zlibSync } from 'fflate';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { joined } from '../../src/domain/image/bytes.ts';

/** JPEG pictures of 24 by 16 pixels, as Pillow 11 writes them. */
export const JPEG = {
  baseline: fromBase64(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDmIdP9qsnT/u8Vrw6f/s1fh0//AGaMZnntabhy2v5/8A5cDjrNO5hQ6f8A7NFdXDp/tRXgyxuu59VRzD3dz//Z',
  ),
  progressive: fromBase64(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAQFA//EABcBAAMBAAAAAAAAAAAAAAAAAAADBAX/2gAMAwEAAhADEAAAAZerbApArEGr/8QAFxAAAwEAAAAAAAAAAAAAAAAAAAEDE//aAAgBAQABBQJTMxTFMUxTP//EABgRAAIDAAAAAAAAAAAAAAAAAAADAgQh/9oACAEDAQE/AUPIWMP/xAAaEQACAgMAAAAAAAAAAAAAAAAAAwERAgQS/9oACAECAQE/AXb3WNUS4//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEABj8CX//EABcQAQEBAQAAAAAAAAAAAAAAAABhEEH/2gAIAQEAAT8hXCSSWX//2gAMAwEAAgADAAAAEKMP/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAERUf/aAAgBAwEBPxCDTpoP/8QAGREAAwADAAAAAAAAAAAAAAAAABEhMWHh/9oACAECAQE/EGUnvhXJ/8QAGBAAAgMAAAAAAAAAAAAAAAAAAGEBIFH/2gAIAQEAAT8QQThQAIP/2Q==',
  ),
  /** With restarts in the coded data. */
  restarting: fromBase64(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAQFBv/EABsQAAMAAgMAAAAAAAAAAAAAAAADBWFiASEy/8QAFwEAAwEAAAAAAAAAAAAAAAAAAAQFBv/EACERAAAEBQUAAAAAAAAAAAAAAAABBBECAwUSMRMhImHh/90ABAAC/9oADAMBAAIRAxEAPwDMJn4GeZ/norpn6j6Z+oLK5qyzgtZ+/AqhXMZG4hJn6gatM/AEGJbvkaqTUOOR/9k=',
  ),
  /** Inks as Adobe stores them. */
  cmyk: fromBase64(
    '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8AAFAgAEAAYBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwDkNO7VzP8AZH+zXSV6BXUad2o/sj/Zrl/Gv/Ll/wAD/wDZaK6nTu1H9kf7NcvRXl2ndq7z+yP9miiuo07tR/ZH+zRRXU6d2o/sj/Zoor//2Q==',
  ),
} as const;

/** Beginnings of pictures that are not passed on, as programs write them. */
export const OTHER_PICTURES = {
  gif: latin('GIF87a\x02\0\x02\0\x81\0\0\xff\0\0'),
  bmp: latin('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0'),
  webp: latin('RIFF\x3c\0\0\0WEBPVP8 '),
  tiff: latin('II*\0\x08\0\0\0'),
  heic: latin('\0\0\0\x24ftypheic\0\0\0\0mif1heic'),
  avif: latin('\0\0\0\x20ftypavif\0\0\0\0'),
  svg: latin('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  emf: latin(`\x01\0\0\0\x6c\0\0\0${'\0'.repeat(32)} EMF\0\0\x01\0`),
  wmf: latin('\xd7\xcd\xc6\x9a\0\0'),
  unknown: latin('%PDF-1.7'),
} as const;

/** Bytes of a text of Latin letters. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const SIGNATURE = latin('\x89PNG\r\n\x1a\n');

/** A chunk of a PNG picture. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const inside = joined([latin(type), data]);
  return joined([bytesOf(data.length, 4), inside, bytesOf(crc32(inside), 4)]);
}

type Color = readonly [red: number, green: number, blue: number];

/** A PNG picture of one colour, with other chunks before and behind its pixels. */
export function png(
  { width, height }: { readonly width: number; readonly height: number } = { width: 24, height: 16 },
  {
    before = [],
    after = [],
    color = [200, 40, 40],
    columnColor = () => color,
  }: {
    readonly before?: readonly Uint8Array[];
    readonly after?: readonly Uint8Array[];
    readonly color?: Color;
    /** The colour of a column of pixels, where they are not all of one. */
    readonly columnColor?: (column: number) => Color;
  } = {},
): Uint8Array {
  const line = [0, ...Array.from({ length: width }, (_, column) => columnColor(column)).flat()];
  const pixels = zlibSync(Uint8Array.from(Array.from({ length: height }, () => line).flat()));
  return pngOf({ width, height }, [...before, chunk('IDAT', pixels), ...after]);
}

/** A PNG picture of noise, which takes three bytes for each pixel however it is compressed. */
export function noise(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(height * (1 + 3 * width));
  let seed = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    // Each line begins with the number of its filter, of which 0 is none.
    pixels[at] = at % (1 + 3 * width) === 0 ? 0 : seed >>> 24;
  }
  return pngOf({ width, height }, [chunk('IDAT', zlibSync(pixels, { level: 1 }))]);
}

function pngOf(
  { width, height }: { readonly width: number; readonly height: number },
  chunks: readonly Uint8Array[],
): Uint8Array {
  return joined([
    SIGNATURE,
    chunk('IHDR', joined([bytesOf(width, 4), bytesOf(height, 4), Uint8Array.of(8, 2, 0, 0, 0)])),
    ...chunks,
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A segment of a JPEG picture. */
export function segment(marker: number, data: Uint8Array): Uint8Array {
  return joined([Uint8Array.of(0xff, marker), bytesOf(data.length + 2, 2), data]);
}

/** A JPEG picture with other segments at its beginning. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array {
  return joined([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** What a camera writes of a picture: how it was held, and where. */
export function exif(orientation: number, order: 'II' | 'MM' = 'II'): Uint8Array {
  const number = (value: number, length: number): Uint8Array => {
    const bytes = bytesOf(value, length);
    return order === 'II' ? bytes.toReversed() : bytes;
  };
  const entry = (tag: number, type: number, value: number): Uint8Array =>
    joined([
      number(tag, 2),
      number(type, 2),
      number(1, 4),
      type === 3 ? joined([number(value, 2), new Uint8Array(2)]) : number(value, 4),
    ]);
  return joined([
    latin(order),
    number(42, 2),
    number(8, 4),
    number(2, 2),
    entry(0x0112, 3, orientation),
    entry(0x8825, 4, 38),
    number(0, 4),
    latin('GPS 13.7563 N 100.5018 E'),
  ]);
}

/** A number in so many bytes, the most significant first. */
function bytesOf(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (value / 256 ** (length - 1 - index)) & 255);
}
