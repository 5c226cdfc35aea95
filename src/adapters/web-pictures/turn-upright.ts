import { shownSize, UPRIGHT, type CleanPicture } from '../../domain/image/picture.ts';
import { canvasBytes } from './canvas-bytes.ts';

/** Stores a picture upright by a canvas: mirrored first, then turned, as its turn says. Undefined where the browser cannot. */
export async function turnUpright(picture: CleanPicture): Promise<CleanPicture | undefined> {
  const { format, bytes, turn } = picture;
  const { width, height } = shownSize(picture);
  try {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: `image/${format}` }));
    const made = await canvasBytes(format, { width, height }, (context) => {
      context.translate(width / 2, height / 2);
      context.rotate((turn.quarters * Math.PI) / 2);
      if (turn.mirrored) context.scale(-1, 1);
      context.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
    });
    bitmap.close();
    return made && { format, width, height, turn: UPRIGHT, bytes: made };
  } catch {
    return undefined;
  }
}
