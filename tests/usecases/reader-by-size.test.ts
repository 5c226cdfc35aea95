import { createXlsxCodec } from '../../src/adapters/xlsx/codec.ts';
import { MOST_HERE, readerBySize } from '../../src/usecases/reader-by-size.ts';
import type { WorkbookReader } from '../../src/usecases/ports/workbook-reader.ts';
import { buildZip } from '../support/package-builder.ts';

const codec = createXlsxCodec();

/** A reader that notes what it is asked for. */
function noting(width: number): WorkbookReader & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    width,
    asked,
    read: (_, file) => (asked.push(file), Promise.resolve({ submissions: [], problems: [] })),
    close: () => void asked.push('closed'),
  };
}

/** A package of two parts with so many bytes together, or that says so. */
function holding(size: number): Uint8Array {
  return buildZip([
    { name: 'a.xml', content: '', data: new Uint8Array(5000), size: size - 100, method: 8 },
    { name: 'b.xml', content: 'x'.repeat(100) },
  ]);
}

describe('a reader by size', () => {
  it.each([
    ['a workbook that holds as much as is read here', holding(MOST_HERE), 'here'],
    ['one that holds a byte more', holding(MOST_HERE + 1), 'aside'],
    ['one that holds more than any may, which is refused at once', holding(2 ** 30), 'here'],
    ['what is no workbook', new TextEncoder().encode('notes'), 'here'],
    ['nothing', new Uint8Array(), 'here'],
  ])('reads %s in the right place', async (_, bytes, place) => {
    const readers = { here: noting(1), aside: noting(2) };
    await readerBySize(codec, readers.here, readers.aside).read(bytes, 'a.xlsx');
    expect({ here: readers.here.asked, aside: readers.aside.asked }).toEqual({
      here: [],
      aside: [],
      [place]: ['a.xlsx'],
    });
  });

  it('takes as many files at a time as its workers do, and closes both readers', () => {
    const readers = { here: noting(1), aside: noting(2) };
    const reader = readerBySize(codec, readers.here, readers.aside);
    reader.close();
    expect([reader.width, readers.here.asked, readers.aside.asked]).toEqual([2, ['closed'], ['closed']]);
  });
});
