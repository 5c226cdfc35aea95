import type { CleanPicture } from '../../../../domain/image/picture.ts';

const URLS = new WeakMap<Uint8Array, string>();

/** Bytes for one call; more would exceed the argument limit of `String.fromCharCode`. */
const CHUNK = 0x8000;

/** The address of a picture with its bytes in it, which the page's content security policy takes. */
export function pictureUrl({ format, bytes }: Pick<CleanPicture, 'format' | 'bytes'>): string {
  const known = URLS.get(bytes);
  if (known !== undefined) return known;
  let letters = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    letters += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  const url = `data:image/${format};base64,${btoa(letters)}`;
  URLS.set(bytes, url);
  return url;
}
