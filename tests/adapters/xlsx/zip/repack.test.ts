import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../../../src/adapters/xlsx/limits.ts';
import { repackZip } from '../../../../src/adapters/xlsx/zip/repack.ts';
import { openZip, type ZipArchive } from '../../../../src/adapters/xlsx/zip/zip-archive.ts';
import { PORTABLE } from '../../../../src/adapters/xlsx/zip/zip-functions.ts';
import { partsWithWrongChecksum } from '../../../support/checksums.ts';
import { buildZip } from '../../../support/package-builder.ts';

function repack(bytes: Uint8Array, changes: Record<string, string | undefined>): Uint8Array {
  const content = Object.entries(changes).map(([name, text]): [string, Uint8Array | undefined] => [
    name,
    text === undefined ? undefined : strToU8(text),
  ]);
  return repackZip(openZip(bytes, DEFAULT_LIMITS), new Map(content), PORTABLE);
}

/** Everything about an entry but its place: header fields, compressed bytes, directory record. */
function entryBytes({ bytes, entries }: ZipArchive, wanted: string): string[] {
  const entry = entries.find(({ name }) => name === wanted)!;
  const record = bytes.slice(...entry.record);
  record.fill(0, 42, 46);
  return [bytes.slice(entry.start, entry.data + entry.compressedSize), record].map((piece) =>
    Buffer.from(piece).toString('hex'),
  );
}

const NAMES = ['a.xml', 'b.xml', 'c.png', 'd.xml'];

describe('repacking a zip file', () => {
  it('replaces an entry and leaves all others as they are, in their order', () => {
    const before = buildZip(
      [
        { name: 'a.xml', content: 'ก'.repeat(500), descriptor: true, flags: 0x0800 },
        { name: 'b.xml', content: 'ข' },
        { name: 'c.png', content: 'stored', method: 0 },
      ],
      { comment: 'kept' },
    );
    const after = repack(before, { 'b.xml': 'ค'.repeat(700) });
    const [old, now] = [openZip(before, DEFAULT_LIMITS), openZip(after, DEFAULT_LIMITS)];
    expect(now.entries.map(({ name }) => name)).toEqual(['a.xml', 'b.xml', 'c.png']);
    expect(Buffer.from(now.comment).toString()).toBe('kept');
    for (const name of ['a.xml', 'c.png']) expect(entryBytes(now, name)).toEqual(entryBytes(old, name));
    expect(Buffer.from(unzipSync(after)['b.xml']!).toString()).toBe('ค'.repeat(700));
  });

  it('gives an entry the checksum that it lacks', () => {
    const before = buildZip([
      { name: 'a.xml', content: 'ก'.repeat(500), crc: 0 },
      { name: 'b.xml', content: '' },
      { name: 'c.xml', content: 'ข' },
    ]);
    expect(partsWithWrongChecksum(before)).toEqual(['a.xml']);
    const after = repack(before, { 'c.xml': 'ค' });
    expect(partsWithWrongChecksum(after)).toEqual([]);
    expect(Buffer.from(unzipSync(after)['a.xml']!).toString()).toBe('ก'.repeat(500));
  });

  it('copies an entry without a checksum as it is where it cannot be read', () => {
    const before = buildZip([
      { name: 'a.xml', content: 'ก'.repeat(500), data: Uint8Array.from([7, 7, 7, 7]), crc: 0 },
      { name: 'b.xml', content: 'ข' },
    ]);
    const [old, now] = [before, repack(before, { 'b.xml': 'ค' })].map((bytes) => openZip(bytes, DEFAULT_LIMITS));
    expect(entryBytes(now!, 'a.xml')).toEqual(entryBytes(old!, 'a.xml'));
  });

  it('keeps an entry stored that was stored, and drops what belongs to the old size', () => {
    const before = buildZip([
      { name: 'a.xml', content: 'old', method: 0, descriptor: true },
      { name: 'b.xml', content: 'old', zip64: true },
    ]);
    const now = openZip(repack(before, { 'a.xml': 'new one', 'b.xml': 'new two' }), DEFAULT_LIMITS);
    expect(now.entries.map(({ name, method, size }) => ({ name, method, size }))).toEqual([
      { name: 'a.xml', method: 0, size: 7 },
      { name: 'b.xml', method: 8, size: 7 },
    ]);
    const texts = unzipSync(now.bytes);
    expect(Object.values(texts).map((text) => Buffer.from(text).toString())).toEqual(['new one', 'new two']);
  });

  it('leaves out an entry whose content is undefined', () => {
    const after = repack(buildZip(NAMES.map((name) => ({ name, content: name }))), { 'b.xml': undefined });
    expect(Object.keys(unzipSync(after))).toEqual(['a.xml', 'c.png', 'd.xml']);
  });

  it('keeps the directory in its order where the entries lie in another', () => {
    const [first, second] = [buildZip([{ name: 'a', content: '1' }]), buildZip([{ name: 'b', content: '2' }])];
    const locals = [first, second].map((bytes) => bytes.subarray(0, openZip(bytes, DEFAULT_LIMITS).directoryStart));
    const built = buildZip([
      { name: 'b', content: '2', start: locals[0]!.length },
      { name: 'a', content: '1', start: 0 },
    ]);
    const tail = built.subarray(openZipStart(built));
    const bytes = Uint8Array.from(Buffer.concat([...locals, tail]));
    const after = openZip(repack(bytes, { a: 'one' }), DEFAULT_LIMITS);
    expect(after.entries.map(({ name, start }) => [name, start > 0])).toEqual([
      ['b', true],
      ['a', false],
    ]);
  });

  it('gives the same bytes for the same input, and the input where nothing changes', () => {
    const before = zipSync({ a: strToU8('x'), b: strToU8('y') }, { mtime: '2022-03-01' });
    expect(repack(before, { a: 'z' })).toEqual(repack(before, { a: 'z' }));
    expect(repack(before, {})).toEqual(before);
  });

  it('changes what it is told and nothing else', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 50 });
    const entry = fc.record({
      content: text,
      method: fc.constantFrom(0, 8),
      descriptor: fc.boolean(),
      zip64: fc.boolean(),
    });
    const change = fc.option(fc.option(text, { nil: undefined }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, change), { maxLength: 4, minLength: 1 }), fc.boolean(), (drawn, zip64) => {
        const entries = drawn.map(([shape], index) => ({ ...shape, name: NAMES[index]! }));
        const changes = Object.fromEntries(
          drawn.flatMap(([, to], index) => (to === null ? [] : [[NAMES[index]!, to]])),
        );
        const before = buildZip(entries, { zip64 });
        const after = repack(before, changes);
        const expected = entries
          .map(({ name, content }) => [name, name in changes ? changes[name] : content])
          .filter(([, content]) => content !== undefined);
        const found = Object.entries(unzipSync(after)).map(([name, content]) => [
          name,
          Buffer.from(content).toString(),
        ]);
        expect(found).toEqual(expected);
        const [old, now] = [openZip(before, DEFAULT_LIMITS), openZip(after, DEFAULT_LIMITS)];
        for (const { name } of entries.filter((each) => !(each.name in changes) && !each.zip64)) {
          expect(entryBytes(now, name)).toEqual(entryBytes(old, name));
        }
      }),
    );
  });
});

/** Where the directory begins, by the end record. */
function openZipStart(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
}
