import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
import { deflatedPart, PIECE } from '../../src/adapters/xlsx/zip/part-writer.ts';
import { PORTABLE } from '../../src/adapters/xlsx/zip/zip-functions.ts';
import { nativeFunctions } from '../../src/cli/native-functions.ts';

describe('the functions of Node', () => {
  const bytes = new TextEncoder().encode('ดำเนินการแล้ว 😀 '.repeat(100_000));
  const { inflate } = nativeFunctions;

  it.each([0, 1, 63, 64, 65, 2 ** 20 - 1, 2 ** 20, bytes.length])('inflate %d bytes', (length) => {
    const expected = bytes.subarray(0, length);
    expect(Buffer.compare(inflate(deflateRawSync(expected), length), expected)).toBe(0);
  });

  it.each([1, 64, 2 ** 20, bytes.length])('inflate to no other size than %d', (length) => {
    const data = deflateRawSync(bytes.subarray(0, length));
    expect(() => inflate(data, length - 1)).toThrow(/size|buffer|bytes|end/i);
    expect(() => inflate(data, length + 1)).toThrow(/size|buffer|bytes|end/i);
    expect(() => inflate(data.subarray(0, -1), length)).toThrow(/size|buffer|bytes|end/i);
  });

  it('continue a checksum', () => {
    const { crc32: native = crc32 } = nativeFunctions;
    expect(native(bytes.subarray(9), native(bytes.subarray(0, 9)))).toBe(crc32(bytes));
  });

  it.each([
    ['an empty piece', new Uint8Array()],
    ['a piece of an empty text', new TextEncoder().encode('')],
    ['an empty part of a piece', bytes.subarray(0, 0)],
  ])('keep a checksum over %s', (_, piece) => {
    const { crc32: native = crc32 } = nativeFunctions;
    expect(native(piece, crc32(bytes))).toBe(crc32(bytes));
  });

  it.each([PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])(
    'write a part of %d characters that can be read again',
    (length) => {
      const part = deflatedPart('part.xml', 'ก'.repeat(length), { crc32, ...nativeFunctions });
      expect(part.crc).toBe(crc32(new TextEncoder().encode('ก'.repeat(length))));
      expect(inflateRawSync(Buffer.concat([...part.data]))).toHaveLength(part.size);
    },
  );

  it('count the same checksum', () => {
    const { crc32: native = crc32 } = nativeFunctions;
    for (const length of [0, 1, 7, 8, 9, bytes.length]) {
      const piece = bytes.subarray(0, length);
      expect(native(piece)).toBe(crc32(piece));
    }
  });
});

describe.each([
  ['Node', nativeFunctions],
  ['every host', PORTABLE],
])('deflating with the functions of %s', (_, { newDeflater }) => {
  const text = fc.string({ unit: fc.constantFrom('ดำเนินการแล้ว ', 'a', '<row>', '๒๕๖๕'), maxLength: 400 });
  const times = fc.integer({ min: 1, max: 200 });
  const pieces = fc.array(
    fc.tuple(text, times).map(([one, count]) => new TextEncoder().encode(one.repeat(count))),
    { maxLength: 6 },
  );

  it('gives one stream, however the bytes are cut into pieces, which all may stand in the same place', () => {
    fc.assert(
      fc.property(pieces, (given) => {
        const deflate = newDeflater();
        const place = new Uint8Array(Math.max(0, ...given.map(({ length }) => length)));
        const inPlace = (piece: Uint8Array): readonly Uint8Array[] => {
          place.fill(0);
          place.set(piece);
          return deflate(place.subarray(0, piece.length), false);
        };
        const data = [...given.map(inPlace), deflate(new Uint8Array(), true)].flat();
        expect(Buffer.compare(inflateRawSync(Buffer.concat(data)), Buffer.concat(given))).toBe(0);
      }),
    );
  });

  it('finds what the piece before held already', () => {
    let state = 1;
    const noise = Uint8Array.from(
      { length: 20_000 },
      () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24,
    );
    const deflate = newDeflater();
    deflate(noise, false);
    const [first = 0, second = 0] = [noise, new Uint8Array()].map((piece, index) =>
      deflate(piece, index === 1).reduce((sum, { length }) => sum + length, 0),
    );
    expect(first + second).toBeLessThan(noise.length / 10);
  });
});
