import { deflateRawSync } from 'node:zlib';
import { ANSWERS, entriesOf, withEntry } from './changed-parts.ts';
import type { HostileFile } from './hostile-file.ts';
import { randomBytes } from './hostile-formats.ts';
import { buildZip, sheetXml, type BuiltEntry } from './package-builder.ts';

/** Packages that lie about their parts, or inflate to far more than they are. */
export function hostileZips(good: Uint8Array): readonly HostileFile[] {
  const sheet = (entry: Partial<BuiltEntry>) => () => withEntry(good, ANSWERS, () => entry);
  const added = (entry: BuiltEntry) => () => buildZip([...entriesOf(good), entry]);
  const padded = (bytes: Uint8Array) => () => joined(good, bytes);
  const ends = Uint8Array.from(Buffer.from('504b0506'.repeat(40_000), 'hex'));
  return [
    ['a bomb that tells its size', 'file-too-large: ratio', () => sheet({ data: blanks(300), size: 300e6 })()],
    [
      'a bomb that lies about its size',
      'sheet-unreadable: changed-bytes',
      () => sheet({ data: blanks(300), size: 300 })(),
    ],
    ['a bomb that lies about much', 'sheet-unreadable: changed-bytes', () => sheet({ data: blanks(300), size: 8e6 })()],
    [
      'a bomb that nobody reads',
      'file-too-large: ratio',
      () => added({ name: 'x', content: '', data: blanks(300), size: 300e6 })(),
    ],
    ['a claim of 1.9 GB', 'file-too-large: content', sheet({ size: 1.9e9 })],
    ['a claim that numbers do not hold', 'file-too-large: content', sheet({ size: 2 ** 62, zip64: true })],
    [
      '30 MB that are hard to pack',
      'file-too-large: content',
      () => sheet({ content: dense(1e6).repeat(30), method: 0 })(),
    ],
    ['sheets of 9 MB each', 'file-too-large: content', () => manySheets(good)],
    ['20,000 parts', 'file-too-large: parts', () => manyParts(good, 20_000)],
    ['as many parts as are allowed', 'read', () => manyParts(good, 9_900)],
    ['a count of parts that is a lie', 'file-damaged: package', () => buildZip(entriesOf(good), { count: 9_999 })],
    ['an archive of archives beside the sheets', 'read', added({ name: 'xl/embeddings/a.zip', content: good })],
    ['a name that leads out', 'file-damaged: package', added({ name: '../../etc/passwd', content: 'x' })],
    ['a name that leads out by backslash', 'file-damaged: package', added({ name: 'xl\\..\\..\\x', content: 'x' })],
    ['a name from the root', 'file-damaged: package', added({ name: '/etc/passwd', content: 'x' })],
    ['a name of a drive', 'file-damaged: package', added({ name: 'C:/x', content: 'x' })],
    ['a name twice', 'file-damaged: package', added({ name: ANSWERS, content: 'x' })],
    ['a name twice but for case', 'file-damaged: package', added({ name: ANSWERS.toUpperCase(), content: 'x' })],
    ['two names for one part', 'file-damaged: package', sheet({ localName: 'xl/worksheets/sheet9.xml' })],
    [
      'a name that a terminal obeys',
      'file-damaged: package',
      () => buildZip([...entriesOf(good), ...twice('\u001b[2J\u202e')]),
    ],
    ['names of what every object has', 'read', added({ name: '__proto__/constructor', content: 'x' })],
    ['a wrong checksum', 'sheet-unreadable: changed-bytes', sheet({ crc: 1 })],
    ['packed bytes that are none', 'sheet-unreadable: changed-bytes', sheet({ data: randomBytes(5_000) })],
    [
      'parts that share bytes',
      'file-damaged: package',
      added({ name: 'xl/b.xml', content: '', start: 0, localName: 'xl/b.xml' }),
    ],
    ['an encrypted part', 'file-encrypted', sheet({ flags: 1 })],
    ['an unknown packing', 'file-damaged: package', sheet({ method: 14 })],
    ['a stored part of two sizes', 'file-damaged: package', sheet({ method: 0, size: 7 })],
    [
      '64-bit sizes',
      'read',
      () =>
        buildZip(
          entriesOf(good).map((entry) => ({ ...entry, zip64: true })),
          { zip64: true },
        ),
    ],
    [
      'sizes behind the parts',
      'read',
      () => buildZip(entriesOf(good).map((entry) => ({ ...entry, descriptor: true }))),
    ],
    ['zeros behind the end', 'read', padded(new Uint8Array(100_000))],
    ['something else behind the end', 'read', padded(randomBytes(100))],
    ['70,000 bytes behind the end', 'read', padded(randomBytes(70_000))],
    ['a byte order mark before it', 'read', () => joined(Uint8Array.of(0xef, 0xbb, 0xbf), good)],
    ['the headers of a download before it', 'read', () => joined(Buffer.from(HEADERS), good)],
    ['bytes before it and behind', 'read', () => joined(Buffer.from(HEADERS), good, randomBytes(70_000))],
    ['a megabyte before it', 'file-not-workbook', () => joined(Buffer.alloc(1e6, 'x'), good)],
    ['ends over ends and no start', 'file-not-workbook', () => joined(Buffer.from('x'), good.subarray(5), ends)],
    [
      'a bomb behind a byte',
      'file-too-large: ratio',
      () => joined(Buffer.from('x'), sheet({ data: blanks(300), size: 300e6 })()),
    ],
    ['ends over ends', 'read', padded(ends)],
  ];
}

const HEADERS = 'HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n';

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}

/** So many megabytes of blanks, packed. */
function blanks(megabytes: number): Uint8Array {
  return Uint8Array.from(deflateRawSync(Buffer.alloc(megabytes * 1e6, ' ')));
}

/** Text that packs to about three quarters. */
function dense(length: number): string {
  return Buffer.from(randomBytes((length * 3) / 4)).toString('base64');
}

function manySheets(good: Uint8Array): Uint8Array {
  const content = sheetXml({ data: `<x y="${dense(1e5)}"/>`.repeat(95) });
  return buildZip(
    entriesOf(good).map((entry) => {
      if (!entry.name.startsWith('xl/worksheets/sheet')) return entry;
      return { ...entry, content, method: 0 };
    }),
  );
}

function manyParts(good: Uint8Array, count: number): Uint8Array {
  const parts = Array.from({ length: count }, (_, index) => ({ name: `xl/media/${index}.png`, content: '' }));
  return buildZip([...entriesOf(good), ...parts]);
}

function twice(name: string): readonly BuiltEntry[] {
  return [
    { name, content: 'x' },
    { name, content: 'x' },
  ];
}
