import { decodeWorkbook } from '../../../src/adapters/xlsx/decode.ts';
import { readOptions } from '../../../src/adapters/xlsx/options.ts';
import { byReader, bySheetJs, plainBySheetJs, type Common } from './oracle.ts';
import { TEXTS, WRITERS } from './writers.ts';

/** What SheetJS would read: it gives the formula of an array only to its first cell, and takes the bytes of properties for Latin-1. */
function asBySheetJs(common: Common): Common {
  const withoutArray = (cell: string): string => cell.replace(/^(D4\|number\|2\|)=F1:F2/, '$1');
  const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
  return {
    ...common,
    sheets: common.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(withoutArray) })),
    properties: Object.fromEntries(Object.entries(common.properties).map(([name, value]) => [name, latin1(value)])),
  };
}

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
