import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { encodeWorkbook } from '../../../../src/adapters/xlsx/write/encode.ts';
import type { StyleName } from '../../../../src/domain/spreadsheet/styles.ts';
import { partsOf, rowPlan, sheetPlan, workbookPlan } from './encode-plans.ts';

const codec = createXlsxCodec();

const textsOf = async (texts: readonly string[], style: StyleName = 'text'): Promise<string[]> => {
  const bytes = await encodeWorkbook(rowPlan(texts.map((value, column) => ({ column, style, value }))));
  const sheet = read(bytes).Sheets['แผ่น']!;
  return texts.map((_, column) => {
    const cell = sheet[String.fromCharCode(65 + column) + '1'] as { t: string; v: string } | undefined;
    if (cell !== undefined) expect(cell.t).toBe('s');
    return cell?.v ?? '';
  });
};

describe('a text comes back', () => {
  it.each([
    ['Thai with blanks at both ends', '  สวัสดี  '],
    ['blanks alone', '   '],
    ['line feeds and tabs', '\n\tก\n\n'],
    ['markup', '<b>&amp;</b> "ก" \'ข\' ]]>'],
    ['an error value', '#N/A'],
    ['a formula', '=HYPERLINK("http://x")'],
    ['a bullet', '- ดำเนินการแล้ว'],
    ['a truth value', 'TRUE'],
    ['an escape', '_x0041_ _x000D_ _X0041_ _x005F_'],
    ['what becomes an escape beside a control character', '_x0041\u0001 _x004\u0002'],
    ['overlapping escapes', '_x0041_x0042_x0043_'],
    ['control characters', '\u0000\u0001\u000B\u001F\u007F\u0085\u009F'],
    ['a carriage return alone', 'ก\rข'],
    ['lone surrogates', '\uD800ก\uDC00'],
    ['non-characters', '\uFFFE\uFFFF'],
    ['characters outside the first plane', '😀𠀀'],
    ['zero-width and joining characters', '\u200B\u2060\uFEFFก\u200D'],
    ['the longest that Excel holds', 'ก'.repeat(32_767)],
  ])('%s', async (_, text) => {
    expect(await textsOf([text])).toEqual([text]);
  });

  it('with line feeds only', async () => {
    expect(await textsOf(['ก\r\nข\r\n'])).toEqual(['ก\nข\n']);
  });

  it('whatever it is, in every style', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '_',
          'x',
          '0',
          '4',
          '1',
          'D',
          'ก',
          '่',
          '\r',
          '\n',
          '\t',
          '<',
          '&',
          '\u0001',
          '\uD800',
          '\uDC00',
        ),
        fc.string({ unit: 'binary', size: 'small' }),
      ),
    });
    const style = fc.constantFrom<StyleName>('text', 'answer', 'plain', 'count');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 20 }), style, async (texts, name) => {
        // SheetJS folds `_x000D_` before a line feed too, so that a run of carriage returns ends in one line feed.
        const folded = (each: string): string => each.replaceAll(/\r+\n/g, '\n');
        expect((await textsOf(texts, name)).map(folded)).toEqual(texts.map(folded));
        const plan = rowPlan(texts.map((value, column) => ({ column, style: name, value })));
        const [sheet] = (await codec.decode(await codec.encode(plan))).sheets;
        const written = texts.map((each) => each.replaceAll('\r\n', '\n'));
        expect(sheet!.cells.map((cell) => cell.text)).toEqual(written.filter((each) => each !== ''));
      }),
    );
  });

  it('as a cached result too', async () => {
    const value = '<ก> & "ข"\u0001';
    const bytes = await encodeWorkbook(rowPlan([{ column: 0, style: 'label', formula: 'A2&"<"', value }]));
    expect(read(bytes).Sheets['แผ่น']!.A1).toMatchObject({ t: 's', v: value, f: 'A2&"<"' });
  });

  it('on its own sheet and row, however the sheets share it', async () => {
    const texts = fc.array(fc.array(fc.constantFrom('ก', 'ข', '', 'ค '), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const plan = workbookPlan(
          sheets.map((rows, index) =>
            sheetPlan({
              name: `แผ่น ${index}`,
              rows: rows.map((row) => ({ cells: row.map((value, column) => ({ column, style: 'text', value })) })),
            }),
          ),
        );
        const { Sheets, SheetNames } = read(await encodeWorkbook(plan));
        const found = SheetNames.map((name, index) =>
          sheets[index]!.map((row, r) =>
            row.map((_, c) => (Sheets[name]![`${'ABCD'[c]!}${r + 1}`] as { v: string } | undefined)?.v ?? ''),
          ),
        );
        expect(found).toEqual(sheets);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a text that Excel would take for a formula, were it typed', () => {
  const quotePrefix = async (style: StyleName, value: string): Promise<boolean> => {
    const book = new ExcelJS.Workbook();
    const bytes = await encodeWorkbook(rowPlan([{ column: 0, style, value }]));
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.worksheets[0]!.getCell('A1').value).toBe(value);
    const parts = partsOf(bytes);
    const index = Number(/<c r="A1" s="(\d+)"/.exec(parts['xl/worksheets/sheet1.xml']!)?.[1]);
    const formats = /<cellXfs.*?<\/cellXfs>/.exec(parts['xl/styles.xml']!)?.[0].match(/<xf [^>]*>/g);
    return formats![index]!.includes('quotePrefix="1"');
  };

  it.each(['=1+1', '+66 2', '-ขีด', '@ที่', "'คำ'"])('is quoted: %s', async (text) => {
    expect(await quotePrefix('label', text)).toBe(true);
  });

  it.each(['ก', '1=1', ' -', '–'])('but not another: %s', async (text) => {
    expect(await quotePrefix('label', text)).toBe(false);
  });

  it('is not quoted where the number format makes it a text', async () => {
    expect(await quotePrefix('answer', '=1+1')).toBe(false);
  });
});
