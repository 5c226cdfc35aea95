import { randomBytes } from 'node:crypto';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import { DEFAULT_LIMITS, GROWTH, limitsFor, LARGEST_SIZE } from '../../../src/adapters/xlsx/limits.ts';
import { ANY_SIZE } from '../../../src/usecases/ports/workbook-codec.ts';
import { sheetWorkbook } from '../../support/package-builder.ts';

const MB = 2 ** 20;

/** A workbook of two texts of half a megabyte, which pack badly. */
function workbookOfOneMegabyte(): Uint8Array {
  const row = (index: number): string =>
    `<row r="${index}"><c r="A${index}" t="inlineStr"><is><t>${randomBytes(MB / 4).toString('hex')}</t></is></c></row>`;
  return sheetWorkbook(row(1) + row(2));
}

describe('the limits of a file', () => {
  it('are those of an agency’s workbook, whatever its packed size, where nothing larger is expected', () => {
    expect(limitsFor(DEFAULT_LIMITS, 0, 100 * MB)).toBe(DEFAULT_LIMITS);
  });

  it('are the same for a small file, however much is expected', () => {
    expect(limitsFor(DEFAULT_LIMITS, ANY_SIZE, DEFAULT_LIMITS.partBytes / GROWTH)).toBe(DEFAULT_LIMITS);
  });

  it('grow with the packed size, up to what is expected', () => {
    expect(limitsFor(DEFAULT_LIMITS, 900 * MB, 2 * MB)).toMatchObject({ partBytes: 120 * MB, readBytes: 120 * MB });
    expect(limitsFor(DEFAULT_LIMITS, 100 * MB, 20 * MB)).toMatchObject({ partBytes: 100 * MB });
    expect(limitsFor(DEFAULT_LIMITS, ANY_SIZE, 100 * MB)).toMatchObject({
      partBytes: LARGEST_SIZE,
      packageBytes: LARGEST_SIZE,
    });
  });
});

describe('a workbook above the limits of an agency’s', () => {
  const codec = createXlsxCodec({ limits: { partBytes: MB / 2, readBytes: MB / 2 } });
  const bytes = workbookOfOneMegabyte();

  it('is refused as an agency’s', async () => {
    await expect(codec.decode(bytes)).rejects.toMatchObject({ why: { reason: 'too-large', limit: 'content' } });
  });

  it('is read and patched as the office’s own', async () => {
    const content = await codec.decode(bytes, ANY_SIZE);
    expect(content.sheets[0]?.cells).toHaveLength(2);
    const patched = await codec.patch(bytes, [{ sheet: 'S', row: 0, column: 0, text: 'ก' }]);
    expect((await codec.decode(patched, ANY_SIZE)).sheets[0]?.cells[0]?.text).toBe('ก');
  });
});
