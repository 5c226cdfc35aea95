import { shrinkPicture } from '../../src/adapters/web-pictures/shrink-picture.ts';
import { turnUpright } from '../../src/adapters/web-pictures/turn-upright.ts';
import type { CleanPicture } from '../../src/domain/image/picture.ts';

/** What a test asks a page of. */
export interface PicturePage {
  /** The pixels of a picture as they are stored, four numbers each, as the browser decodes them. */
  pixelsOf(bytes: readonly number[], type: string): Promise<readonly number[]>;
  /** A picture made smaller; undefined where it is not. */
  shrink(picture: Omit<CleanPicture, 'bytes'>, bytes: readonly number[], side: number): Promise<Shrunk | undefined>;
  /** A picture stored upright; undefined where it is not. */
  upright(picture: Omit<CleanPicture, 'bytes'>, bytes: readonly number[]): Promise<Shrunk | undefined>;
}

export interface Shrunk extends Omit<CleanPicture, 'bytes'> {
  readonly bytes: readonly number[];
}

const page: PicturePage = {
  async pixelsOf(bytes, type) {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return [bitmap.width, bitmap.height, ...context.getImageData(0, 0, bitmap.width, bitmap.height).data];
  },
  async shrink(facts, bytes, side) {
    const shrunk = await shrinkPicture({ ...facts, bytes: Uint8Array.from(bytes) }, side);
    return shrunk && { ...shrunk, bytes: [...shrunk.bytes] };
  },
  async upright(facts, bytes) {
    const turned = await turnUpright({ ...facts, bytes: Uint8Array.from(bytes) });
    return turned && { ...turned, bytes: [...turned.bytes] };
  },
};

Object.assign(globalThis, { page });
