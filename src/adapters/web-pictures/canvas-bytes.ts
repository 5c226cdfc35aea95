import type { PictureFormat } from '../../domain/image/picture.ts';

/** Quality of JPEG at which a photograph in print shows no loss. */
const QUALITY = 0.85;

/** What is drawn on a canvas as bytes of a format; undefined where the browser does not write it. */
export async function canvasBytes(
  format: PictureFormat,
  { width, height }: { readonly width: number; readonly height: number },
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): Promise<Uint8Array | undefined> {
  const type = `image/${format}`;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  draw(context);
  const blob = await canvas.convertToBlob({ type, quality: QUALITY });
  return blob.type === type ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
