import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import { asBySheetJs, byReader, bySheetJs, plainBySheetJs } from '../oracle.ts';
import { TEXTS, WRITERS } from '../writers.ts';

describe('the reader agrees with SheetJS', () => {
  it.each(WRITERS)('on a workbook by %s', async (_, make) => {
    const bytes = await make();
    const content = decodeWorkbook(bytes, readOptions({}));
    const found = byReader(content, plainBySheetJs(bytes));
    expect(asBySheetJs(found)).toEqual(bySheetJs(bytes));
    expect(content.sheets.flatMap(({ cells }) => cells).length).toBeGreaterThan(9);
  });

  it.each(WRITERS.filter(([name]) => !name.startsWith('Excel')))('and %s gives every text back', async (_, make) => {
    const { sheets } = decodeWorkbook(await make(), readOptions({}));
    const texts = sheets[0]!.cells.filter(({ column, row }) => column === 0 && row < TEXTS.length);
    expect(texts.map(({ text }) => text)).toEqual(TEXTS);
  });
});
