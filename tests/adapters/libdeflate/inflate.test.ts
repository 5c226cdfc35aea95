import { deflateRawSync, inflateRawSync, constants } from 'node:zlib';
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { openInflate, type Inflate } from '../../../src/adapters/libdeflate/inflate.ts';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { itKeepsTheWorkbookCodecContract } from '../../contracts/workbook-codec.contract.ts';

let inflate: Inflate;
beforeAll(async () => {
  inflate = (await openInflate())!;
});

/** Bytes that repeat themselves and bytes that do not. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 3_000 }),
  fc
    .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 2_000 })), {
      maxLength: 8,
    })
    .map((runs) =>
      Uint8Array.from(runs.flatMap(([run, times]) => Array.from({ length: times }, () => [...run]).flat())),
    ),
);

const deflated = fc
  .tuple(
    bytes,
    fc.record({
      level: fc.integer({ min: 0, max: 9 }),
      strategy: fc.constantFrom(
        constants.Z_DEFAULT_STRATEGY,
        constants.Z_HUFFMAN_ONLY,
        constants.Z_RLE,
        constants.Z_FIXED,
        constants.Z_FILTERED,
      ),
    }),
    fc.boolean(),
  )
  .map(([plain, options, byNode]) => ({
    plain,
    data: new Uint8Array(byNode ? deflateRawSync(plain, options) : deflateSync(plain, { level: options.level as 6 })),
  }));

describe('libdeflate in WebAssembly', () => {
  it('inflates what zlib and fflate deflate, in any way of theirs', () => {
    fc.assert(
      fc.property(deflated, ({ plain, data }) => {
        expect(Buffer.compare(inflate(data, plain.length), plain)).toBe(0);
      }),
    );
  });

  it('refuses data that inflates to more or less than it should', () => {
    fc.assert(
      fc.property(deflated, fc.integer({ min: -300, max: 300 }), ({ plain, data }, by) => {
        fc.pre(by !== 0 && plain.length + by >= 0);
        expect(() => inflate(data, plain.length + by)).toThrow();
      }),
    );
  });

  it('gives of changed or cut data what zlib gives, or refuses it', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 4 });
    fc.assert(
      fc.property(deflated, changes, fc.nat({ max: 3 }), ({ plain, data }, at, cut) => {
        const changed = data.slice(0, Math.max(0, data.length - cut));
        for (const [place, by] of at) if (changed.length > 0) changed[place % changed.length]! ^= by;
        const given = outcome(() => inflate(changed, plain.length));
        const byZlib = outcome(() => inflateRawSync(changed, { maxOutputLength: plain.length + 1 }));
        // libdeflate takes two reserved symbols of the fixed code, which zlib refuses; then the checksum of the zip file decides.
        const isSameOrRefused = given === undefined || byZlib?.length !== plain.length || byZlib.equals(given);
        expect([given?.length ?? plain.length, isSameOrRefused]).toEqual([plain.length, true]);
      }),
    );
  });

  it('leaves alone what it gave before, also when its memory grows', () => {
    const large = Uint8Array.from({ length: 9_000_000 }, (_, index) => (index * index) >> 7);
    const small = Uint8Array.of(1, 2, 3);
    const first = inflate(deflateRawSync(small), 3);
    expect(Buffer.compare(inflate(deflateRawSync(large), large.length), large)).toBe(0);
    expect(inflate(deflateRawSync(Uint8Array.of(4, 5, 6)), 3)).toEqual(Uint8Array.of(4, 5, 6));
    expect(first).toEqual(small);
  });

  it('takes no memory for a size that the data cannot have', () => {
    const before = process.memoryUsage().external;
    expect(() => inflate(deflateRawSync(new Uint8Array(100)), 2 ** 30)).toThrow(/less than/);
    expect(process.memoryUsage().external - before).toBeLessThan(2 ** 24);
  });
});

describe('a codec with it', () => {
  itKeepsTheWorkbookCodecContract(() => createXlsxCodec({ inflate: (data, size) => inflate(data, size) }));
});

function outcome<Bytes extends Uint8Array>(inflated: () => Bytes): Bytes | undefined {
  try {
    return inflated();
  } catch {
    return undefined;
  }
}
