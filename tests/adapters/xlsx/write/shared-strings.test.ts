import fc from 'fast-check';
import { DigestTable } from '../../../../src/adapters/xlsx/write/digest-table.ts';
import { SharedStrings } from '../../../../src/adapters/xlsx/write/write-cells.ts';
import { deflatedPart, PartWriter } from '../../../../src/adapters/xlsx/zip/part-writer.ts';
import { PORTABLE } from '../../../../src/adapters/xlsx/zip/zip-functions.ts';
import { nativeFunctions } from '../../../../src/cli/native-functions.ts';

const { digest } = nativeFunctions;

/** Where each text stands in a table, and the checksum of the table. */
function written(texts: readonly string[], strings: (part: PartWriter) => SharedStrings): unknown {
  const table = strings(new PartWriter('xl/sharedStrings.xml', PORTABLE));
  return { positions: texts.map((text) => table.indexOf(text)), part: table.finish().crc };
}

describe('the table of shared strings', () => {
  const long = fc
    .tuple(fc.string({ unit: 'binary' }), fc.constantFrom('ก', 'ข', '\ud800', '\udc00', '😀'))
    .map(([text, unit]) => text + unit.repeat(70));
  const texts = fc
    .uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), long), { minLength: 1, maxLength: 12 })
    .chain((some) => fc.array(fc.constantFrom(...some), { maxLength: 40 }));

  it('is the same whether long texts are known by themselves or by their digests', () => {
    fc.assert(
      fc.property(texts, fc.nat(500), fc.integer({ min: 1, max: 5 }), (some, room, many) => {
        const byThemselves = written(some, (part) => new SharedStrings(part));
        expect(written(some, (part) => new SharedStrings(part, { digest }, room, many))).toEqual(byThemselves);
      }),
    );
  });

  it('does not take a text for another one whose digest it is', () => {
    const text = 'ก'.repeat(100);
    const table = new SharedStrings(new PartWriter('xl/sharedStrings.xml', PORTABLE), { digest }, 0);
    expect([text, digest(text), text, digest(text)].map((each) => table.indexOf(each))).toEqual([0, 1, 0, 1]);
  });

  it('gives thousands of digests their numbers', () => {
    const digests = Array.from({ length: 10_000 }, (_, number) => digest(String(number)));
    const table = new DigestTable();
    const numbers = [...digests, ...digests.toReversed()].map((each) => table.numberOf(each, table.size));
    const inTurn = Array.from(digests.keys());
    expect(numbers).toEqual([...inTurn, ...inTurn.toReversed()]);
    expect(table.size).toBe(digests.length);
  });

  it('tells texts apart that are the same in UTF-8', () => {
    const halves = ['\ud800', '\udc00', '\ufffd'].map((half) => half.repeat(100));
    expect(new Set(halves.map(digest)).size).toBe(3);
    expect(new Set(halves.map((text) => deflatedPart('a', text, PORTABLE).crc)).size).toBe(1);
  });
});
