import type { CleanPicture } from '../../domain/image/picture.ts';

/** Quality of JPEG at which a photograph in print shows no loss. */
const QUALITY = 0.85;

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
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type, quality: QUALITY });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (blob.type !== type || bytes.length >= picture.bytes.length) return undefined;
    return { ...picture, width, height, bytes };
  } catch {
    return undefined;
  }
}
