import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/adapters/xlsx/zip/crc32.ts';
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

  it('count the same checksum', () => {
    const { crc32: native = crc32 } = nativeFunctions;
    for (const length of [0, 1, 7, 8, 9, bytes.length]) {
      const piece = bytes.subarray(0, length);
      expect(native(piece)).toBe(crc32(piece));
    }
  });
});
