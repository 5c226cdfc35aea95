import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng, type Crc32 } from './clean-png.ts';
import type { CleanPicture, PictureFault } from './picture.ts';
import { pictureFormat } from './picture-format.ts';

/**
 * A picture with nothing in it but what is seen, or why it is not passed on. Its content decides, not its name; cleaning twice
 * changes nothing more.
 */
export function cleanPicture(bytes: Uint8Array, crc32: Crc32): CleanPicture | PictureFault {
  const format = pictureFormat(bytes);
  if (format === 'png') return cleanPng(bytes, crc32);
  if (format === 'jpeg') return cleanJpeg(bytes);
  // A file that was not downloaded yet is of no kind.
  if (bytes.length === 0) return { reason: 'broken' };
  return { reason: 'format', format };
}

/** A text that is the same for the same cleaned bytes; two pictures of one workbook do not share it by chance. */
export function pictureKey({ bytes }: Pick<CleanPicture, 'bytes'>, crc32: Crc32): string {
  return `${crc32(bytes).toString(16).padStart(8, '0')}-${bytes.length}`;
}
