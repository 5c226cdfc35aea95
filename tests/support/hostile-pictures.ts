import type { HostileFile } from './hostile-file.ts';
import { joined } from '../../src/domain/image/bytes.ts';
import { chunk, latin, png, segment, withSegments, JPEG } from './pictures.ts';
import { putPictures } from './put-pictures.ts';

/** Pictures that are made to take time or memory; the workbook around them is read. */
export function hostilePictures(good: Uint8Array): readonly HostileFile[] {
  const put = (...images: readonly Uint8Array[]): Uint8Array =>
    putPictures(
      good,
      images.map((bytes) => ({ sheet: 'ปก', row: 3, column: 2, bytes })),
    );
  const repeated = (piece: Uint8Array, length: number): Uint8Array => {
    const bytes = new Uint8Array(length - (length % piece.length));
    for (let at = 0; at < bytes.length; at += piece.length) bytes.set(piece, at);
    return bytes;
  };
  const empty = chunk('IDAT', new Uint8Array());
  return [
    [
      'a PNG picture of a million empty chunks',
      'read',
      () => put(joined([png().subarray(0, 33), repeated(empty, 8e6), png().subarray(33)])),
    ],
    [
      'a JPEG picture of a million empty tables',
      'read',
      () => put(withSegments(JPEG.baseline, repeated(segment(0xdb, new Uint8Array()), 6e6))),
    ],
    [
      'a JPEG picture of nothing but fillings',
      'read',
      () => put(joined([latin('\xff\xd8\xff'), repeated(latin('\xff'), 8e6)])),
    ],
    [
      'a JPEG picture whose coded data is full of stuffed bytes',
      'read',
      () => put(joined([JPEG.baseline.subarray(0, -2), repeated(latin('\xff\0'), 8e6), latin('\xff\xd9')])),
    ],
    [
      'a dozen pictures that inflate to 8 MB each',
      'read',
      () =>
        put(...Array.from({ length: 12 }, (_, index) => joined([png(), Uint8Array.of(index), new Uint8Array(8e6)]))),
    ],
  ];
}
