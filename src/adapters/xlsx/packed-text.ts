import { deflateSync } from 'fflate';
import type { PackedText } from '../../usecases/ports/workbook-codec.ts';
import type { ReadOptions } from './options.ts';

/** The best compression: a text is packed once for many workbooks. */
const LEVEL = 9;

/** Deflates a text into Base64. The same text gives the same on every host, which is why no faster function of the host is used. */
export function packText(text: string): PackedText {
  const bytes = new TextEncoder().encode(text);
  const letters = Array.from(deflateSync(bytes, { level: LEVEL }), (byte) => String.fromCharCode(byte));
  return { size: bytes.length, packed: btoa(letters.join('')) };
}

/** The inverse of {@link packText}. @throws {Error} of any kind for what is damaged, or of another size than it says */
export function unpackText({ packed, size }: PackedText, { inflate }: Pick<ReadOptions, 'inflate'>): string {
  const letters = atob(packed);
  const data = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(inflate(data, size));
}
