import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import { patchWorkbook } from '../../../../src/adapters/xlsx/patch/patch.ts';
import { cellName } from '../../../../src/domain/spreadsheet/address.ts';
import type { CellContent, TextPatch, WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import { UnreadableWorkbook } from '../../../../src/usecases/ports/workbook-codec.ts';
import {
  buildPackage,
  buildWorkbook,
  buildZip,
  sheetWorkbook,
  sheetXml,
  workbookParts,
} from '../../../support/package-builder.ts';
import { WRITERS } from '../writers.ts';

const OPTIONS = readOptions({});
const SHEET = 'xl/worksheets/sheet1.xml';

const patched = (bytes: Uint8Array, patches: readonly TextPatch[]): Uint8Array =>
  patchWorkbook(bytes, patches, OPTIONS);
const decode = (bytes: Uint8Array): WorkbookContent => decodeWorkbook(bytes, OPTIONS);
const partOf = (bytes: Uint8Array, part: string): string => Buffer.from(unzipSync(bytes)[part] ?? []).toString();

/** A patch of the sheet `S` by the name of a cell in the first 26 columns. */
function put(cell: string, text: string): TextPatch {
  return { sheet: 'S', row: Number(cell.slice(1)) - 1, column: cell.charCodeAt(0) - 65, text };
}

/** Content of `sheetData` after the patches. */
function dataAfter(
  data: string,
  patches: readonly TextPatch[],
  rest: Parameters<typeof sheetWorkbook>[1] = {},
): string {
  const xml = partOf(patched(sheetWorkbook(data, rest), patches), SHEET);
  const before = sheetXml({ ...rest, data: '|' }).split('|');
  expect(xml.startsWith(before[0]!) && xml.endsWith(before[1]!)).toBe(true);
  return xml.slice(before[0]!.length, -before[1]!.length);
}

const text = (content: string): string => `<is><t xml:space="preserve">${content}</t></is>`;

describe('a patch', () => {
  it.each([
    [
      'a shared string',
      '<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>',
      `<row r="1"><c r="A1" s="3" t="inlineStr">${text('ก')}</c></row>`,
    ],
    [
      'a number',
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c></row>',
      `<row r="1"><c r="A1" t="inlineStr">${text('ก')}</c><c r="B1"><v>6</v></c></row>`,
    ],
    [
      'an inline string',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>x</t></r></is></c></row>',
      `<row r="1"><c r="A1" t="inlineStr">${text('ก')}</c></row>`,
    ],
    [
      'a styled blank',
      '<row r="1"><c r="A1" s="2"/></row>',
      `<row r="1"><c r="A1" s="2" t="inlineStr">${text('ก')}</c></row>`,
    ],
    [
      'a formula',
      '<row r="1"><c r="A1" s="1" t="str" cm="1" vm="2" ph="1"><f>B1</f><v>x</v></c></row>',
      `<row r="1"><c r="A1" s="1" ph="1" t="inlineStr">${text('ก')}</c></row>`,
    ],
    [
      'a cell written oddly',
      "<row r='1'><c\n s = '1' r='A1' ></c ></row>".replace(' = ', '='),
      `<row r='1'><c\n s='1' r='A1' t="inlineStr">${text('ก')}</c></row>`,
    ],
    [
      'a cell without a name',
      '<row><c s="1"><v>1</v></c><c><v>2</v></c></row>',
      `<row><c s="1" t="inlineStr">${text('ก')}</c><c><v>2</v></c></row>`,
    ],
  ])('replaces %s and keeps its format', (_, before, after) => {
    expect(dataAfter(before, [put('A1', 'ก')])).toBe(after);
  });

  it('makes cells and rows where they belong', () => {
    const data = '<row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5" ht="9"/>';
    const patches = ['A1', 'C2', 'A2', 'F2', 'E2', 'B3', 'A3', 'B5', 'A9'].map((cell) => put(cell, cell));
    const cell = (name: string): string => `<c r="${name}" t="inlineStr">${text(name)}</c>`;
    expect(dataAfter(data, patches)).toBe(
      `<row r="1">${cell('A1')}</row>` +
        `<row r="2" spans="2:4">${cell('A2')}<c r="B2"><v>1</v></c>${cell('C2')}<c r="D2"><v>2</v></c>${cell('E2')}${cell('F2')}</row>` +
        `<row r="3">${cell('A3')}${cell('B3')}</row>` +
        `<row r="5" ht="9">${cell('B5')}</row>` +
        `<row r="9">${cell('A9')}</row>`,
    );
  });

  it('makes the first row of a sheet without any', () => {
    const bytes = buildWorkbook({
      sheets: [
        {
          xml: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><x/></worksheet>',
        },
      ],
    });
    expect(partOf(patched(bytes, [put('B2', 'ก')]), SHEET)).toBe(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="B2" t="inlineStr">${text('ก')}</c></row></sheetData><x/></worksheet>`,
    );
  });

  it('gives a new cell the format of its row, else of its column', () => {
    const before = '<cols><col min="2" max="3" style="7"/><col min="4" max="4" width="9"/></cols>';
    const data = '<row r="1" s="5" customFormat="1"/><row r="2" s="5"/>';
    expect(dataAfter(data, [put('B1', 'x'), put('B2', 'x'), put('C3', 'x'), put('D3', 'x')], { before })).toBe(
      `<row r="1" s="5" customFormat="1"><c r="B1" s="5" t="inlineStr">${text('x')}</c></row>` +
        `<row r="2" s="5"><c r="B2" s="7" t="inlineStr">${text('x')}</c></row>` +
        `<row r="3"><c r="C3" s="7" t="inlineStr">${text('x')}</c><c r="D3" t="inlineStr">${text('x')}</c></row>`,
    );
  });

  it('with an empty text empties the cell, and makes none', () => {
    const data = '<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>';
    expect(dataAfter(data, [put('A1', ''), put('B1', ''), put('A2', '')])).toBe('<row r="1"><c r="A1" s="3"/></row>');
    const bytes = sheetWorkbook(data);
    expect(patched(bytes, [put('B1', ''), put('A2', '')])).toBe(bytes);
    expect(patched(bytes, [])).toBe(bytes);
  });

  it('writes what XML cannot hold', () => {
    const odd = '<a> & "b" \r\n\t\u0001 _x000D_ \ud83d ]]> 😀 ';
    expect(dataAfter('', [put('A1', odd)])).toBe(
      `<row r="1"><c r="A1" t="inlineStr">${text('&lt;a&gt; &amp; "b" _x000D_\n\t_x0001_ _x005F_x000D_ _xD83D_ ]]&gt; 😀 ')}</c></row>`,
    );
    expect(decode(patched(sheetWorkbook(''), [put('A1', odd)])).sheets[0]!.cells[0]!.text).toBe(odd);
  });

  it('takes the last of two texts for a cell', () => {
    expect(dataAfter('', [put('A1', 'x'), put('A1', 'y')])).toBe(
      `<row r="1"><c r="A1" t="inlineStr">${text('y')}</c></row>`,
    );
  });

  it('uses the prefix that the file uses, and leaves comments alone', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = (rows: string): string =>
      `<!-- ก --><x:worksheet xmlns:x="${main}"><x:sheetData><!-- ข -->${rows}<!-- ค --></x:sheetData></x:worksheet>`;
    const bytes = buildWorkbook({
      sheets: [{ xml: sheet('<x:row r="1"><x:c r="A1" s="1"><x:v>1</x:v></x:c></x:row>') }],
    });
    const is = '<x:is><x:t xml:space="preserve">ก</x:t></x:is>';
    const after = partOf(patched(bytes, [put('A1', 'ก'), put('B1', 'ก'), put('B2', 'ก')]), SHEET);
    const cell = (name: string, rest = ''): string => `<x:c r="${name}"${rest} t="inlineStr">${is}</x:c>`;
    const [head, tail] = sheet('|').split('|');
    expect(after).toBe(
      `${head!}<x:row r="1">${cell('A1', ' s="1"')}${cell('B1')}</x:row><!-- ค --><x:row r="2">${cell('B2')}</x:row>${tail!.replace('<!-- ค -->', '')}`,
    );
  });

  it('keeps the encoding of the part', () => {
    const xml = Buffer.from(
      `\ufeff${sheetXml({ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }).replace('UTF-8', 'UTF-16')}`,
      'utf16le',
    );
    const bytes = buildWorkbook({ sheets: [{ xml: Uint8Array.from(xml) }] });
    const after = Buffer.from(unzipSync(patched(bytes, [put('A1', 'ก😀')]))[SHEET]!).toString('utf16le');
    expect(after).toBe(
      xml.toString('utf16le').replace('<c r="A1"><v>1</v></c>', `<c r="A1" t="inlineStr">${text('ก😀')}</c>`),
    );
  });
});

describe('a formula that gives way', () => {
  const shared =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1&amp;"&lt;"</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3" t="str"><f t="shared" si="0"></f><v>3</v></c></row>';

  it('leaves its text to the cells that shared it', () => {
    const after = dataAfter(shared, [put('A1', 'ก'), put('A2', 'ข')]);
    expect(after).toBe(
      `<row r="1"><c r="A1" t="inlineStr">${text('ก')}</c></row><row r="2"><c r="A2" t="inlineStr">${text('ข')}</c></row><row r="3"><c r="A3" t="str"><f>B3&amp;"&lt;"</f><v>3</v></c></row>`,
    );
  });

  it('changes nothing else where it only took another text', () => {
    const after = dataAfter(shared, [put('A2', 'ข')]);
    expect(after).toBe(
      shared.replace('<c r="A2"><f t="shared" si="0"/><v>2</v></c>', `<c r="A2" t="inlineStr">${text('ข')}</c>`),
    );
  });

  it('takes the calculation chain with it, and every word of it', () => {
    const chain = '<c r="A1" i="1"/><c r="A2"/>';
    const bytes = sheetWorkbook(shared, { chain });
    const after = patched(bytes, [put('A3', 'ก')]);
    expect(Object.keys(unzipSync(after))).toEqual(
      Object.keys(unzipSync(bytes)).filter((name) => name !== 'xl/calcChain.xml'),
    );
    for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
      expect(partOf(bytes, part)).toMatch(/calcChain/);
      expect(partOf(after, part)).not.toMatch(/calcChain/);
      expect(partOf(bytes, part).replace(/<(Override|Relationship) [^>]*calcChain[^>]*>/g, '')).toBe(
        partOf(after, part),
      );
    }
    expect(partOf(patched(bytes, [put('C1', 'ก')]), 'xl/calcChain.xml')).toBe(partOf(bytes, 'xl/calcChain.xml'));
  });

  it('is refused in the midst of an array', () => {
    const bytes = sheetWorkbook(
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">D1:E2</f><v>1</v></c><c r="C1"><f t="array" ref="C1">D1</f><v>1</v></c></row>',
    );
    for (const cell of ['A1', 'B1', 'B2']) {
      expect(() => patched(bytes, [put(cell, 'x')])).toThrow(
        new RangeError(`${cell} is part of the array formula in A1`),
      );
    }
    expect(decode(patched(bytes, [put('C1', 'x')])).sheets[0]!.cells[1]).toEqual({
      row: 0,
      column: 2,
      kind: 'text',
      text: 'x',
    });
  });
});

describe('a patch that cannot be made', () => {
  it.each<[string, Partial<TextPatch>]>([
    ['a sheet that is not there', { sheet: 'T' }],
    ['a sheet named like a property', { sheet: 'constructor' }],
    ['a row beyond the last', { row: 1_048_576 }],
    ['a column beyond the last', { column: 16_384 }],
    ['a row before the first', { row: -1 }],
    ['half a row', { row: 0.5 }],
    ['a text too long for a cell', { text: 'ก'.repeat(32_768) }],
  ])('is a range error: %s', (_, patch) => {
    expect(() => patched(sheetWorkbook(''), [{ ...put('A1', 'x'), ...patch }])).toThrow(RangeError);
  });

  it('may be as long as a cell and as far as a sheet', () => {
    const longest = 'ก'.repeat(32_767);
    const bytes = patched(sheetWorkbook(''), [{ sheet: 'S', row: 1_048_575, column: 16_383, text: longest }]);
    expect(decode(bytes).sheets[0]!.cells).toEqual([{ row: 1_048_575, column: 16_383, kind: 'text', text: longest }]);
  });

  it('is a fault of the file where that cannot be read', () => {
    expect(() => patched(Uint8Array.of(1, 2, 3), [])).toThrow(UnreadableWorkbook);
    expect(() => patched(buildWorkbook({ sheets: [{ xml: '<worksheet/>' }] }), [put('A1', 'x')])).toThrow(
      `damaged: ${SHEET}: no sheetData`,
    );
    expect(() => patched(buildWorkbook({ sheets: [{ xml: '<worksheet>' }] }), [put('A1', 'x')])).toThrow(
      UnreadableWorkbook,
    );
  });

  it('is one to a sheet without cells', () => {
    const parts = workbookParts({ sheets: [{ name: 'S' }] });
    const rels = 'xl/_rels/workbook.xml.rels';
    const chart = buildPackage({ ...parts, [rels]: (parts[rels] as string).replace('/worksheet"', '/chartsheet"') });
    expect(() => patched(chart, [put('A1', 'x')])).toThrow(RangeError);
  });
});

/** Content with the patches made as the port promises. */
function withPatches(content: WorkbookContent, patches: readonly TextPatch[]): WorkbookContent {
  return {
    ...content,
    sheets: content.sheets.map((sheet) => {
      const cells = new Map(sheet.cells.map((cell) => [cellName(cell), cell]));
      for (const { row, column, text: now } of patches.filter((patch) => patch.sheet === sheet.name)) {
        const { link, font, unlocked } = cells.get(cellName({ row, column })) ?? {};
        const kept = {
          ...(link === undefined ? {} : { link }),
          ...(font === undefined ? {} : { font }),
          ...(unlocked === undefined ? {} : { unlocked }),
        };
        const cell: CellContent = { row, column, kind: 'text', text: now, ...kept };
        if (now === '') cells.delete(cellName({ row, column }));
        else cells.set(cellName({ row, column }), cell);
      }
      return { ...sheet, cells: [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column) };
    }),
  };
}

/** All parts but some as hexadecimal text. */
function partsBut(bytes: Uint8Array, left: readonly RegExp[]): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !left.some((pattern) => pattern.test(name)));
  return Object.fromEntries(parts.map(([name, content]) => [name, Buffer.from(content).toString('hex')]));
}

describe.each(WRITERS)('patching a workbook by %s', (_, make) => {
  it('gives the content with the patches made, and leaves all other parts as they were', async () => {
    const bytes = await make();
    const content = decode(bytes);
    const free = content.sheets.flatMap(({ name }) => (name === 'ว่าง' ? [] : [name]));
    const piece = fc.constantFrom('ก', '๑', ' ', '\n', '\r', '_x000D_', '&', '<', '=1', '😀', '\ud83d', '\u0007');
    const drawnText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    // Column D holds an array formula in one of the workbooks.
    const column = fc.oneof(fc.constantFrom(0, 1, 2, 5, 6), fc.integer({ min: 7, max: 16_383 }));
    const cellIndex = { row: fc.oneof(fc.nat(12), fc.nat(1_048_575)), column };
    const patch = fc.record({ sheet: fc.constantFrom(...free), ...cellIndex, text: drawnText });
    const key = ({ sheet, row, column }: TextPatch): string => `${sheet}!${row}:${column}`;
    fc.assert(
      fc.property(fc.uniqueArray(patch, { selector: key, maxLength: 8, minLength: 1 }), (patches) => {
        const after = patched(bytes, patches);
        expect(decode(after)).toEqual(withPatches(content, patches));
        const chain = Object.keys(unzipSync(after)).includes('xl/calcChain.xml')
          ? []
          : [/calcChain/, /Content_Types/, /workbook\.xml\.rels/];
        expect(partsBut(after, [/worksheets\/sheet\d/, ...chain])).toEqual(
          partsBut(bytes, [/worksheets\/sheet\d/, ...chain]),
        );
        expect(patched(bytes, patches)).toEqual(after);
        const again = patched(after, patches);
        expect(partsBut(again, [])).toEqual(partsBut(after, []));
      }),
      { numRuns: 25 },
    );
  });
});

describe('patching a package', () => {
  it('keeps the entries that it does not touch to the byte, however they are packed', () => {
    const parts = Object.entries(workbookParts({ sheets: [{ data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }));
    const entries = [...parts, ['xl/media/image1.png', Uint8Array.from([1, 2, 3])] as const].map(
      ([name, content], index) => ({
        name,
        content,
        method: index % 2 === 0 ? 8 : 0,
        descriptor: index % 3 === 0,
      }),
    );
    const bytes = buildZip(entries, { comment: 'หมายเหตุ' });
    const after = patched(bytes, [put('A1', 'ก')]);
    const at = Buffer.from(bytes).indexOf(SHEET);
    expect(Buffer.from(after.subarray(0, at - 30)).equals(Buffer.from(bytes.subarray(0, at - 30)))).toBe(true);
    expect(partsBut(after, [/sheet1\.xml/])).toEqual(partsBut(bytes, [/sheet1\.xml/]));
    expect(Buffer.from(after).includes(Buffer.from('หมายเหตุ'))).toBe(true);
  });
});
