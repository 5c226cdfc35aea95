import fc from 'fast-check';
import { decodeXml, encodeXml, type XmlText } from '../../../../src/adapters/xlsx/xml/xml-encoding.ts';
import { decodeUtf8 } from '../../../../src/adapters/xlsx/xml/utf8.ts';
import { nativeFunctions } from '../../../../src/cli/native-functions.ts';

/** Decodes a part with what runs in every host. */
const decodePart = (bytes: Uint8Array): XmlText => decodeXml('part', bytes, { decodeUtf8 });

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function platformDecodes(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What turns bytes into text in each host. */
const WAYS = [
  ['every host', decodeUtf8],
  ['Node', nativeFunctions.decodeUtf8],
] as const;

describe.each(WAYS)('UTF-8, as %s decodes it,', (_, decode) => {
  it.each(['', 'a', 'abcde', 'ก', 'abcdeก', 'ñ', '😀', '\ufeffก', '\ufeff', '\ufffd', '\u0000', 'ก'.repeat(100_000)])(
    'gives the text: %#',
    (text) => {
      const bytes = new TextEncoder().encode(`<${text}>`);
      expect(decode(bytes.subarray(1, -1))).toBe(text);
    },
  );

  it.each([
    ['a lone continuation', [0x80]],
    ['a cut character', [0xe0, 0xb8]],
    ['a cut character after text', [0x61, 0x62, 0x63, 0x64, 0xe0]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an overlong Thai letter', [0xf0, 0x80, 0xb8, 0x81]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that never occurs', [0xff]],
    ['a lead without continuation', [0xe0, 0x41, 0x41]],
  ])('is refused with %s, wherever it stands', (__, bytes) => {
    const text = [...new TextEncoder().encode('กa😀ñ')];
    for (const at of [0, 3, 4, 8, 10]) {
      expect(decode(Uint8Array.from([...text.slice(0, at), ...bytes, ...text.slice(at)]))).toBeUndefined();
    }
  });

  it('is the same whatever the bytes', () => {
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xb8, 0x81, 0xed, 0xa0, 0xf0, 0x9f, 0xf4, 0x90),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), fc.nat(5), (bytes, ascii) => {
        const all = Uint8Array.from([...Array<number>(ascii).fill(0x41), ...bytes]);
        expect(decode(all)).toBe(platformDecodes(all));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the encoding of a part', () => {
  const xml = '<a>ก😀</a>';
  const utf16 = (text: string, swap: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le');
    return Uint8Array.from(swap ? bytes.swap16() : bytes);
  };
  it.each([
    ['UTF-8', new TextEncoder().encode(xml), xml],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${xml}`), `\ufeff${xml}`],
    ['UTF-16, little end first', utf16(`\ufeff${xml}`, false), `\ufeff${xml}`],
    ['UTF-16, big end first', utf16(`\ufeff${xml}`, true), `\ufeff${xml}`],
    ['UTF-16 without a mark', utf16(xml, false), xml],
    ['UTF-16 without a mark, big end first', utf16(xml, true), xml],
  ])('is seen and kept: %s', (_, bytes, text) => {
    const decoded = decodePart(bytes);
    expect(decoded.text).toBe(text);
    expect(encodeXml(decoded)).toEqual(bytes);
  });

  it('may be declared wrongly where the bytes tell, but is no other than Unicode', () => {
    const declared = (encoding: string): Uint8Array =>
      new TextEncoder().encode(`<?xml version="1.0" encoding="${encoding}"?><a/>`);
    expect(decodePart(declared('utf-16')).encoding).toBe('utf-8');
    expect(() => decodePart(declared('windows-874'))).toThrow('damaged: part: encoding windows-874');
    expect(() => decodePart(Uint8Array.from([0x3c, 0xa1]))).toThrow('damaged: part: not utf-8');
    expect(() => decodePart(Uint8Array.from([0xff, 0xfe, 0x3c]))).toThrow('damaged: part: not utf-16le');
  });
});
