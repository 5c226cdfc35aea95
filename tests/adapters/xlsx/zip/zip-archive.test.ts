import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../../../src/adapters/xlsx/limits.ts';
import { crc32 } from '../../../../src/adapters/xlsx/zip/crc32.ts';
import { readEntry } from '../../../../src/adapters/xlsx/zip/read-entry.ts';
import { openZip } from '../../../../src/adapters/xlsx/zip/zip-archive.ts';
import { PORTABLE, type ZipFunctions } from '../../../../src/adapters/xlsx/zip/zip-functions.ts';
import { UnreadableWorkbook } from '../../../../src/usecases/ports/workbook-codec.ts';
import { buildZip, type BuiltEntry, type ZipShape } from '../../../support/package-builder.ts';

const NODE: ZipFunctions = {
  ...PORTABLE,
  inflate: (data, size) => inflateRawSync(data, { maxOutputLength: Math.max(1, size) }),
};
const THAI = 'ดำเนินการแล้ว '.repeat(3000);

function readAll(bytes: Uint8Array, functions = PORTABLE): Record<string, string> {
  const archive = openZip(bytes, DEFAULT_LIMITS);
  const read = archive.entries.map((entry) => [
    entry.name,
    new TextDecoder().decode(readEntry(archive, entry, functions)),
  ]);
  return Object.fromEntries(read) as Record<string, string>;
}

/** `reason: detail` of the fault that reading the zip file meets. */
function faultOf(bytes: Uint8Array, functions = PORTABLE): string {
  try {
    readAll(bytes, functions);
    return 'none';
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.message;
    throw error;
  }
}

/** The archive with offsets that count so many bytes before it. */
function moved(bytes: Uint8Array, before: number): Uint8Array {
  const { entries, comment } = openZip(bytes, DEFAULT_LIMITS);
  const counted = bytes.slice();
  const view = new DataView(counted.buffer);
  const offsets = [...entries.map(({ record: [start] }) => start + 42), bytes.length - comment.length - 6];
  for (const at of offsets) view.setUint32(at, view.getUint32(at, true) + before, true);
  return counted;
}

describe('a zip file', () => {
  const shapes: [string, Partial<BuiltEntry>, ZipShape][] = [
    ['deflated', {}, {}],
    ['stored', { method: 0 }, {}],
    ['with data descriptors', { descriptor: true }, {}],
    ['with 64-bit sizes', { zip64: true }, {}],
    ['with a 64-bit end record', {}, { zip64: true }],
    ['with a comment that holds an end signature', {}, { comment: 'PK\x05\x06 is not the end '.repeat(3) }],
  ];
  it.each(shapes)('is read when %s', (_, entry, shape) => {
    const bytes = buildZip(
      [
        { name: 'a.xml', content: THAI, ...entry },
        { name: 'folder/', content: '', method: 0 },
        { name: 'folder\\b.xml', content: '', ...entry },
      ],
      shape,
    );
    const content = { 'a.xml': THAI, 'folder/': '', 'folder/b.xml': '' };
    expect(readAll(bytes)).toEqual(content);
    expect(readAll(bytes, NODE)).toEqual(content);
  });

  it.each(shapes)('is read when %s, whatever bytes are before and behind it', (_, entry, shape) => {
    const bytes = buildZip(
      [
        { name: 'a.xml', content: 'ก'.repeat(99), ...entry },
        { name: 'b.xml', content: 'ข', ...entry },
      ],
      shape,
    );
    const other = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('\ufeff', 'HTTP/1.1 200 OK\r\n\r\n', 'PK\x05\x06').map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(other, other, fc.boolean(), (before, behind, isCounted) => {
        // What starts as an archive is taken for its start.
        fc.pre(before[0] !== 0x50);
        const archive = isCounted && entry.zip64 !== true && shape.zip64 !== true ? moved(bytes, before.length) : bytes;
        const file = Uint8Array.from(Buffer.concat([before, archive, behind]));
        expect(readAll(file)).toEqual({ 'a.xml': 'ก'.repeat(99), 'b.xml': 'ข' });
      }),
    );
  });

  it('is none behind more than headers, nor within another file', () => {
    const bytes = buildZip([{ name: 'a', content: 'x' }]);
    const behind = (length: number) => faultOf(Uint8Array.from(Buffer.concat([Buffer.alloc(length, ' '), bytes])));
    expect([behind(65_536), behind(65_537)]).toEqual(['none', 'not-workbook: no zip file']);
  });

  it('is read where it lies within other bytes', () => {
    const bytes = buildZip([{ name: 'a', content: 'ก' }]);
    const around = new Uint8Array(bytes.length + 20);
    around.set(bytes, 7);
    expect(readAll(around.subarray(7, 7 + bytes.length))).toEqual({ a: 'ก' });
  });

  it.each([
    ['', 1],
    ['', 4096],
    ['a comment', 100],
    ['a comment that ends in zeros\0\0', 300_000],
  ])('is read where zeros fill the file up, with the comment “%s”', (comment, zeros) => {
    const bytes = buildZip([{ name: 'a', content: 'ก' }], { comment });
    const padded = new Uint8Array(bytes.length + zeros);
    padded.set(bytes);
    expect(readAll(padded)).toEqual({ a: 'ก' });
    expect(Buffer.from(openZip(padded, DEFAULT_LIMITS).comment).toString()).toBe(comment);
    // Other bytes may follow too.
    padded[padded.length - 1] = 1;
    expect(faultOf(padded)).toBe('none');
  });

  it('reads a part for which an earlier version of this program wrote no checksum, as long as it is whole', () => {
    expect(readAll(buildZip([{ name: 'a', content: THAI, crc: 0 }]))).toEqual({ a: THAI });
    const size = new TextEncoder().encode(THAI).length;
    expect(faultOf(buildZip([{ name: 'a', content: THAI, crc: 0, size: size + 1 }]))).toBe(
      'damaged: a: compressed data',
    );
  });

  const one: BuiltEntry = { name: 'xl/a.xml', content: THAI };
  const size = new TextEncoder().encode(THAI).length;
  it.each<[string, string, readonly BuiltEntry[], ZipShape?]>([
    ['has a name twice', 'damaged: xl/a.xml: name stands twice in the package', [one, one]],
    [
      'has a name twice but for case',
      'damaged: XL/A.xml: name stands twice in the package',
      [one, { ...one, name: 'XL/A.xml' }],
    ],
    ['leads above itself', 'damaged: "../a": name leads out of the package', [{ ...one, name: '../a' }]],
    [
      'leads above itself by backslash',
      'damaged: "x/../../a": name leads out of the package',
      [{ ...one, name: 'x\\..\\..\\a' }],
    ],
    ['leads to the root', 'damaged: "/etc/passwd": name leads out of the package', [{ ...one, name: '/etc/passwd' }]],
    ['leads to a drive', 'damaged: "c:/a": name leads out of the package', [{ ...one, name: 'c:\\a' }]],
    ['has a wrong checksum', 'damaged: xl/a.xml: wrong checksum', [{ ...one, crc: 1 }]],
    ['says less than it holds', 'damaged: xl/a.xml: compressed data', [{ ...one, size: size - 1 }]],
    ['says more than it holds', 'damaged: xl/a.xml: compressed data', [{ ...one, size: size + 1 }]],
    [
      'says a little of much',
      'damaged: xl/a.xml: compressed data',
      [{ ...one, content: new Uint8Array(30e6), size: 100 }],
    ],
    ['has broken data', 'damaged: xl/a.xml: compressed data', [{ ...one, data: Uint8Array.from([7, 7, 7, 7]) }]],
    ['has no data', 'damaged: xl/a.xml: compressed data', [{ ...one, data: new Uint8Array() }]],
    [
      'is stored with two sizes',
      'damaged: xl/a.xml: stored entry with two sizes',
      [{ ...one, method: 0, size: size + 1 }],
    ],
    ['is packed in another way', 'damaged: xl/a.xml: compression method 9', [{ ...one, method: 9 }]],
    ['is encrypted', 'encrypted: xl/a.xml', [{ ...one, flags: 1 }]],
    [
      'has entries that share bytes',
      'damaged: xl/a.xml: overlaps its neighbour in the package',
      [
        { ...one, method: 0, content: buildZip([{ ...one, name: 'b' }]) },
        { ...one, name: 'b', start: 38 },
      ],
    ],
    ['has an entry beyond the file', 'damaged: xl/a.xml: no local header', [{ ...one, start: 1e9 }]],
    ['has other names in its entries', 'damaged: xl/a.xml: two names', [{ ...one, localName: 'b' }]],
    ['has fewer records than it says', 'damaged: zip: directory record', [one], { count: 2 }],
    [
      'inflates a thousand times',
      'too-large: xl/a.xml: compression ratio > 250',
      [{ ...one, content: new Uint8Array(9e6) }],
    ],
    ['claims 1.9 GB', 'too-large: package MB > 512', [{ ...one, size: 1.9e9 }]],
    [
      'claims 1.9 GB in sum',
      'too-large: package MB > 512',
      [
        { ...one, size: 5e8, compressedSize: 5e6 },
        { ...one, name: 'b', size: 5e8, compressedSize: 5e6 },
      ],
    ],
    ['claims more than numbers hold', 'too-large: package MB > 512', [{ ...one, size: 2 ** 60, zip64: true }]],
    ['has too many entries', 'too-large: package entries > 10000', [one], { count: 20_000 }],
  ])('is refused when it %s', (_, fault, entries, ...[shape]) => {
    expect(faultOf(buildZip(entries, shape))).toBe(fault);
  });

  it('is refused when it holds far more than it says', () => {
    const zeros = deflateRawSync(Buffer.alloc(400e6));
    const bytes = buildZip([{ name: 'a', content: '', data: zeros, size: 1e6 }]);
    expect(faultOf(bytes)).toBe('damaged: a: compressed data');
    expect(faultOf(bytes, NODE)).toBe('damaged: a: compressed data');
  });

  it.each([
    ['nothing', 'empty: 0 bytes of nothing', ''],
    ['text', 'not-workbook: no zip file', 'ลำดับ,ผลการดำเนินการ\n'],
    ['the start of a zip file', 'damaged: zip: no end record: the file is cut off', 'PK\x03\x04 and then nothing more'],
  ])('is not %s', (_, fault, content) => {
    expect(faultOf(new TextEncoder().encode(content))).toBe(fault);
  });

  it.each([
    ['encrypted: EncryptedPackage', 'EncryptedPackage'],
    ['rights-managed: DataSpaces', 'DRMEncryptedDataSpace'],
    ['rights-managed: DataSpaces', '\tDRMContent'],
    ['old-format: compound file', 'Workbook'],
    ['not-workbook: compound file', 'WordDocument'],
  ])('is not a compound file: %s', (fault, stream) => {
    const name = Buffer.from(stream, 'utf16le');
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1016, 'E'),
      name,
      Buffer.alloc(64),
    ]);
    expect(faultOf(Uint8Array.from(bytes))).toBe(fault);
  });
});

describe('the functions of every host', () => {
  it('have the checksum of zip files', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => crc32(bytes) === slowCrc(bytes)));
  });

  it('inflate whatever was deflated, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: -3, max: 3 }),
        (piece, times, off) => {
          const content = Buffer.concat(
            Array.from({ length: times }, (_, index) => Buffer.concat([piece, Buffer.from([index & 255])])),
          );
          const data = Uint8Array.from(deflateRawSync(content));
          const inflated = attempt(() => PORTABLE.inflate(data, content.length + off));
          return off === 0 ? content.equals(inflated ?? new Uint8Array()) : inflated === undefined;
        },
      ),
    );
  });
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function slowCrc(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
