import type { CleanPicture } from '../../domain/image/picture.ts';
import { canvasBytes } from './canvas-bytes.ts';

/**
 * Makes a picture smaller by a canvas. A cleaned picture does not tell the browser how it is turned, so its pixels stay as they
 * are stored. Undefined where the browser has no such canvas, cannot decode the picture, or would make it larger.
 */
export async function shrinkPicture(picture: CleanPicture, side: number): Promise<CleanPicture | undefined> {
  const type = `image/${picture.format}`;
  try {
    const scale = side / Math.max(picture.width, picture.height);
    if (scale >= 1) return undefined;
    const [width, height] = [picture.width, picture.height].map((each) => Math.max(1, Math.round(each * scale))) as [
      number,
      number,
    ];
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(picture.bytes)], { type }), {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
    const bytes = await canvasBytes(picture.format, { width, height }, (context) => context.drawImage(bitmap, 0, 0));
    bitmap.close();
    if (bytes === undefined || bytes.length >= picture.bytes.length) return undefined;
    return { ...picture, width, height, bytes };
  } catch {
    return undefined;
  }
}
