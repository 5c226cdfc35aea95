import { damaged } from '../faults.ts';
import type { TextFunctions } from './utf8.ts';

/** The encodings that a package may use for XML (ISO/IEC 29500-2, 6.3.1). */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A decoded part and its encoding, from which the same bytes can be written. A byte order mark stays in the text. */
export interface XmlText {
  readonly text: string;
  readonly encoding: XmlEncoding;
}

/**
 * Decodes a whole part at once, so that no character is split.
 * @throws {UnreadableWorkbook} `damaged` for another encoding or invalid bytes
 */
export function decodeXml(part: string, bytes: Uint8Array, functions: TextFunctions): XmlText {
  const encoding = guessEncoding(bytes);
  const text = encoding === 'utf-8' ? functions.decodeUtf8(bytes) : decodeUtf16(bytes, encoding);
  if (text === undefined) throw damaged(part, 'xml', `not ${encoding}`);
  const declared = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  if (declared !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(declared)) {
    throw damaged(part, 'xml', `encoding ${declared}`);
  }
  return { text, encoding };
}

function decodeUtf16(bytes: Uint8Array, encoding: XmlEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Encodes a text in its encoding. */
export function encodeXml({ text, encoding }: XmlText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

/** Detects the encoding by the byte order mark, or by the first character, which is `<` (XML 1.0, appendix F). */
function guessEncoding(bytes: Uint8Array): XmlEncoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
