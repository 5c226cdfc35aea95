/** Formats of pictures that Excel, Word and LibreOffice all show, and that carry nothing but a picture. */
export type PictureFormat = 'png' | 'jpeg';

/** Formats that are known and not passed on. */
export type OtherPictureFormat =
  'gif' | 'bmp' | 'webp' | 'tiff' | 'heic' | 'avif' | 'svg' | 'emf' | 'wmf' | 'unusual-jpeg' | 'unknown';

/** How a stored picture is turned to be upright: mirrored left to right first, then turned clockwise. */
export interface Turn {
  readonly quarters: 0 | 1 | 2 | 3;
  readonly mirrored: boolean;
}

/** The turn of a picture that is stored upright. */
export const UPRIGHT: Turn = { quarters: 0, mirrored: false };

/** What is known of a picture that can be passed on. */
export interface PictureFacts {
  readonly format: PictureFormat;
  /** Pixels, as stored. */
  readonly width: number;
  /** Pixels, as stored. */
  readonly height: number;
  /** How a camera held it. */
  readonly turn: Turn;
}

/** A picture without anything but its pixels and colours. */
export interface CleanPicture extends PictureFacts {
  readonly bytes: Uint8Array;
}

/** A picture that can be passed on, by a key that is the same for the same picture. */
export interface KnownPicture extends PictureFacts {
  readonly key: string;
}

/** Why a picture is not passed on. */
export type PictureFault =
  | { readonly reason: 'format'; readonly format: OtherPictureFormat }
  | { readonly reason: 'broken' }
  /** `most` is in millions of pixels, or for pictures that were not read in megabytes. */
  | { readonly reason: 'too-many-pixels' | 'not-read'; readonly most: number };

/** How a picture is shown: turned, and with its edges cut off. */
export interface PictureFrame {
  /** How a person or program turned it; absent where nobody did. */
  readonly turn?: Turn;
  readonly crop?: Crop;
}

/** What is cut off at the four sides of a picture as it is stored, as parts of its width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Most pixels of a picture, in millions: the largest that telephones take as they are set when they are sold, and a quarter of a
 * gigabyte once a program shows it.
 * @internal
 */
export const MAX_MEGAPIXELS = 64;

/** Most megabytes of one picture that is looked into: a camera writes no larger one in a format that is passed on. */
export const MAX_LOOKED_AT_MB = 32;

/** Most megabytes of all pictures of a workbook that are looked into; those after them are named as not read. */
export const MAX_ALL_LOOKED_AT_MB = 64;

/** Most pixels of one side: what programs take at most. */
const MAX_SIDE = 30_000;

/** Most pieces that a picture is put together from: an honest one of 32 MB has some 4,000, and each takes memory however small it is. */
export const MAX_PIECES = 50_000;

/** The fault of a picture of so many pixels; undefined where there is none. */
export function faultOfSize(width: number, height: number): PictureFault | undefined {
  if (width < 1 || height < 1) return { reason: 'broken' };
  const isLarge = width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_MEGAPIXELS * 1_000_000;
  return isLarge ? { reason: 'too-many-pixels', most: MAX_MEGAPIXELS } : undefined;
}

/** How a picture is turned to be upright: as somebody turned it, else as the camera held it. */
export function turnOf({ turn: ofCamera }: Pick<PictureFacts, 'turn'>, { turn = ofCamera }: PictureFrame = {}): Turn {
  return turn;
}

/** Width and height that a picture has when it is shown, in pixels: cropped and turned, but at least one. */
export function shownSize(
  picture: Pick<PictureFacts, 'width' | 'height' | 'turn'>,
  frame: PictureFrame = {},
): { readonly width: number; readonly height: number } {
  const { left, top, right, bottom } = frame.crop ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const width = Math.max(1, picture.width * (1 - left - right));
  const height = Math.max(1, picture.height * (1 - top - bottom));
  return turnOf(picture, frame).quarters % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** The size of a picture in a box: as large as fits, with its proportions, and no larger than `most` for a pixel. */
export function fitInto(
  size: { readonly width: number; readonly height: number },
  box: { readonly width: number; readonly height: number },
  most = Infinity,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(box.width / size.width, box.height / size.height, most);
  return { width: Math.max(1, size.width * scale), height: Math.max(1, size.height * scale) };
}

/** Whether two pictures have the same bytes. */
export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
