import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { goodWorkbook } from '../../../support/read-hostile.ts';
import { buildZip } from '../../../support/package-builder.ts';

const codec = createXlsxCodec();

describe('the unpacked size of a workbook', () => {
  it('is that of all its parts', async () => {
    const good = await goodWorkbook();
    const sizes = (await codec.unpack(good)).map((part) => part.read().length);
    expect(await codec.unpackedSize(good)).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it.each([
    ['that is cut off', async () => (await goodWorkbook()).subarray(0, 5000)],
    ['that is no package', () => Promise.resolve(new TextEncoder().encode('notes'))],
    [
      'that declares more than any may',
      () => Promise.resolve(buildZip([{ name: 'a.xml', content: 'a', size: 2 ** 30, method: 8 }])),
    ],
  ])('is nothing for a file %s, which is refused at once', async (_, make) => {
    expect(await codec.unpackedSize(await make())).toBe(0);
  });
});
