import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import { patchWorkbook } from '../../../../src/adapters/xlsx/patch/patch.ts';
import { thaiDigits } from '../../../../src/domain/text/digits.ts';
import type { CellContent, CellPatch } from '../../../../src/domain/spreadsheet/content.ts';
import { changedParts } from '../../../support/changed-parts.ts';
import { buildPackage, relationship, sheetWorkbook, workbookParts } from '../../../support/package-builder.ts';
import { WRITERS } from '../writers.ts';

const OPTIONS = readOptions({});
const SHEET = 'xl/worksheets/sheet1.xml';
const STYLES_PART = 'xl/styles.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const patched = (bytes: Uint8Array, ...patches: readonly CellPatch[]): Uint8Array =>
  patchWorkbook(bytes, patches, OPTIONS);
const partOf = (bytes: Uint8Array, part: string): string => Buffer.from(unzipSync(bytes)[part] ?? []).toString();
const cellsOf = (bytes: Uint8Array): readonly CellContent[] => decodeWorkbook(bytes, OPTIONS).sheets[0]!.cells;

const at = (cell: string): { sheet: string; row: number; column: number } => ({
  sheet: 'S',
  row: Number(cell.slice(1)) - 1,
  column: cell.charCodeAt(0) - 65,
});

describe('rich text whose characters give way one for one', () => {
  const rich =
    '<r><t xml:space="preserve">ปี 25</t></r><r><rPr><b/><sz val="16"/><color rgb="FFC00000"/><rFont val="TH Sarabun&quot;New"/></rPr><t>65 </t></r><rPh sb="0" eb="1"><t>x&lt;y</t></rPh><phoneticPr fontId="1" type="noConversion"/>';
  const after =
    '<is><r><t xml:space="preserve">ปี ๒๕</t></r><r><rPr><b></b><sz val="16"></sz><color rgb="FFC00000"></color><rFont val="TH Sarabun&quot;New"></rFont></rPr><t xml:space="preserve">๖๕ </t></r><rPh sb="0" eb="1"><t xml:space="preserve">x&lt;y</t></rPh><phoneticPr fontId="1" type="noConversion"></phoneticPr></is>';
  const patch: CellPatch = { ...at('A1'), text: 'ปี ๒๕๖๕ ', keepRuns: true };
  const twoCells = '<row r="1"><c r="A1" s="0" t="s"><v>1</v></c><c r="B1" t="s"><v>1</v></c></row>';
  const strings = `<si><t>ก</t></si><si>${rich}</si>`;

  it('keeps its runs, and leaves the shared string to the other cells', () => {
    const bytes = sheetWorkbook(twoCells, { strings });
    const result = patched(bytes, patch);
    expect(partOf(result, SHEET)).toContain(
      `<row r="1"><c r="A1" s="0" t="inlineStr">${after}</c><c r="B1" t="s"><v>1</v></c></row>`,
    );
    expect(changedParts(bytes, result)).toEqual([SHEET]);
    const [first, second] = cellsOf(result);
    expect(first).toEqual({ ...second, column: 0, text: 'ปี ๒๕๖๕ ' });
  });

  it('keeps its runs in an inline string', () => {
    const bytes = sheetWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is>${rich}</is></c></row>`);
    expect(partOf(patched(bytes, patch), SHEET)).toContain(`<c r="A1" t="inlineStr">${after}</c>`);
  });

  it('is written with the prefix of its sheet, whatever that of the shared strings is', () => {
    const parts = workbookParts({ sheets: [{ data: twoCells }], strings });
    const prefixed = `<x:sst xmlns:x="${MAIN}"><x:si><x:t>ก</x:t></x:si><x:si>${rich.replace(/<(\/?)/g, '<$1x:')}</x:si></x:sst>`;
    const result = patched(buildPackage({ ...parts, 'xl/sharedStrings.xml': prefixed }), patch);
    expect(partOf(result, SHEET)).toContain(`<c r="A1" s="0" t="inlineStr">${after}</c>`);
  });

  it('becomes plain where nobody asked for its runs, and where it is emptied', () => {
    const bytes = sheetWorkbook(twoCells, { strings });
    expect(cellsOf(patched(bytes, { ...at('A1'), text: 'ปี ๒๕๖๕ ' }))[0]).not.toHaveProperty('runs');
    expect(cellsOf(patched(bytes, patch, { ...at('A1'), text: 'ก' }))[0]).toMatchObject({ text: 'ก' });
    expect(cellsOf(patched(bytes, { ...at('A1'), text: '', keepRuns: true }))).toHaveLength(1);
  });

  it('must be as long as it was; plain text need not', () => {
    const bytes = sheetWorkbook(`${twoCells}<row r="2"><c r="A2" t="s"><v>0</v></c></row>`, { strings });
    expect(() => patched(bytes, { ...patch, text: 'สั้น' })).toThrow(
      new RangeError('text of 4 characters for runs of 8'),
    );
    expect(cellsOf(patched(bytes, { ...at('A2'), text: 'ยาวกว่า', keepRuns: true }))[2]).toMatchObject({
      text: 'ยาวกว่า',
    });
  });

  it('reads again with the same runs, whatever it holds', () => {
    const text = fc.array(fc.constantFrom('1', '๒', ' ', '&', '<', '_x0031_', '\n', '😀', 'ก', '\u0007'), {
      maxLength: 4,
    });
    const properties = fc.constantFrom('<rPr><b/></rPr>', '<rPr><i/><sz val="9"/></rPr>', '');
    const escape = (value: string): string =>
      value
        .replace('_x0031_', '_x005F_x0031_')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('\u0007', '_x0007_');
    const runs = fc.array(
      fc.tuple(
        properties,
        text.map((pieces) => pieces.map(escape).join('')),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(runs, (list) => {
        const content = list.map(([rPr, t]) => `<r>${rPr}<t xml:space="preserve">${t}</t></r>`).join('');
        const bytes = sheetWorkbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
          strings: `<si>${content}</si>`,
        });
        const [before] = cellsOf(bytes);
        if (before === undefined) return;
        const now = thaiDigits(before.text);
        const result = patched(bytes, { ...at('A1'), text: now, keepRuns: true });
        expect(cellsOf(result)).toEqual([{ ...before, text: now }]);
        expect(changedParts(bytes, result)).toEqual([SHEET]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('another number format', () => {
  const CODE = '[$-D00041E]#,##0 "คน"';
  const styles =
    '<fonts count="1"><font/></fonts><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="2" fontId="0" applyNumberFormat="0"><alignment wrapText="1"/></xf></cellXfs>';
  const data = '<row r="1"><c r="A1" s="1"><v>1200</v></c><c r="B1"><f>A1</f><v>3</v></c></row>';
  const bytes = sheetWorkbook(data, { styles });
  const numFmt = '<numFmt numFmtId="164" formatCode="[$-D00041E]#,##0 &quot;คน&quot;"/>';

  it('is added to the styles, and the value stays', () => {
    const result = patched(bytes, { ...at('A1'), format: CODE });
    expect(partOf(result, SHEET)).toBe(partOf(bytes, SHEET).replace('s="1"', 's="2"'));
    expect(partOf(result, STYLES_PART)).toBe(
      partOf(bytes, STYLES_PART)
        .replace('<fonts', `<numFmts count="1">${numFmt}</numFmts><fonts`)
        .replace('<cellXfs count="2">', '<cellXfs count="3">')
        .replace(
          '</cellXfs>',
          '<xf numFmtId="164" fontId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs>',
        ),
    );
    expect(changedParts(bytes, result)).toEqual([SHEET, STYLES_PART].toSorted().toReversed());
    expect(cellsOf(result)[0]).toEqual({ row: 0, column: 0, kind: 'number', text: '๑,๒๐๐ คน', format: CODE });
  });

  it('is added once for cells that looked the same, and not again where it is there', () => {
    const result = patched(
      bytes,
      { ...at('A1'), format: CODE },
      { ...at('B1'), format: CODE },
      { ...at('C1'), format: CODE },
    );
    expect(partOf(result, SHEET)).toContain(
      '<c r="A1" s="2"><v>1200</v></c><c r="B1" s="3"><f>A1</f><v>3</v></c><c r="C1" s="3"/></row>',
    );
    expect(partOf(result, STYLES_PART).match(/<numFmt /g)).toHaveLength(1);
    expect(patched(result, { ...at('A1'), format: CODE })).toBe(result);
    const back = patched(result, { ...at('A1'), format: '0.00' }, { ...at('D1'), format: CODE });
    expect(partOf(back, STYLES_PART).match(/<numFmt /g)).toHaveLength(1);
  });

  it.each([
    [
      'a list of formats',
      `<numFmts count="1"><numFmt numFmtId="170" formatCode="0"/></numFmts>${styles}`,
      /<numFmts count="2"><numFmt numFmtId="170" formatCode="0"\/><numFmt numFmtId="171" /,
    ],
    ['an empty list', `<numFmts/>${styles}`, /<numFmts count="1"><numFmt numFmtId="164" [^>]*><\/numFmts>/],
    [
      'the format itself',
      `<numFmts count="1">${numFmt}</numFmts>${styles}`,
      /<numFmts count="1"><numFmt [^>]*><\/numFmts>/,
    ],
    ['a list without count', styles.replace(' count="2"', ''), /<cellXfs count="3">/],
  ])('finds its place in styles that have %s', (_, own, expected) => {
    const result = patched(sheetWorkbook(data, { styles: own }), { ...at('A1'), format: CODE });
    expect(partOf(result, STYLES_PART)).toMatch(expected);
    expect(cellsOf(result)[0]).toMatchObject({ text: '๑,๒๐๐ คน' });
  });

  it('goes together with a text, and with General and @', () => {
    const result = patched(
      bytes,
      { ...at('A1'), format: '@' },
      { ...at('A1'), text: 'ก' },
      { ...at('B1'), format: 'General' },
    );
    expect(partOf(result, SHEET)).toContain('<c r="A1" s="2" t="inlineStr">');
    expect(partOf(result, SHEET)).toContain('<c r="B1"><f>');
    expect(partOf(result, STYLES_PART)).toContain('<xf numFmtId="49" fontId="0" applyNumberFormat="1">');
  });

  it('cannot be had where there are no styles, or not this one', () => {
    expect(() => patched(sheetWorkbook(data), { ...at('A1'), format: CODE })).toThrow(RangeError);
    const odd = sheetWorkbook('<row r="1"><c r="A1" s="7"><v>1</v></c></row>', { styles });
    expect(() => patched(odd, { ...at('A1'), format: CODE })).toThrow(`damaged: ${STYLES_PART}: no cell format 7`);
  });

  it.each(WRITERS)('changes nothing but looks in a workbook by %s', async (_, make) => {
    const before = await make();
    const content = decodeWorkbook(before, OPTIONS);
    const numbers = content.sheets.flatMap((sheet) =>
      sheet.cells.filter(({ kind }) => kind === 'number').map((cell) => ({ sheet: sheet.name, ...cell })),
    );
    const after = patched(before, ...numbers.map(({ sheet, row, column }) => ({ sheet, row, column, format: CODE })));
    const found = decodeWorkbook(after, OPTIONS);
    const bare = (sheets: typeof content.sheets): unknown =>
      sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => (cell.kind === 'number' ? { ...cell, text: '', format: '' } : cell)),
      }));
    expect(bare(found.sheets)).toEqual(bare(content.sheets));
    const formats = found.sheets.flatMap(({ cells }) =>
      cells.filter(({ kind }) => kind === 'number').map(({ format }) => format),
    );
    expect(new Set(formats)).toEqual(new Set([CODE]));
    expect(changedParts(before, after).every((part) => /styles|worksheets\/sheet\d/.test(part))).toBe(true);
  });
});

describe('the heading of a table', () => {
  const table = (attributes = ''): string =>
    `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="B1:C3"${attributes}><autoFilter ref="B1:C3"/><tableColumns count="2"><tableColumn id="1" name="ที่ 1"/><tableColumn id="2" name="ผล_x000a_๒" dataDxfId="0"><calculatedColumnFormula>1+1</calculatedColumnFormula></tableColumn></tableColumns></table>`;
  const withTable = (xml: string, formula = 'A1'): Uint8Array => {
    const data =
      '<row r="1"><c r="B1" t="str"><v>ที่ 1</v></c><c r="C1" t="str"><v>ผล\n๒</v></c></row>' +
      `<row r="2"><c r="A2" t="inlineStr"><is><t>[ที่ 1]</t></is></c><c r="B2"><f>${formula}</f><v>1</v></c></row>`;
    const parts = workbookParts({
      sheets: [{ data, relationships: relationship('table', 'rId1', '../tables/table1.xml') }],
    });
    return buildPackage({ ...parts, 'xl/tables/table1.xml': xml });
  };

  it('renames its column, and the table stays as it was', () => {
    const bytes = withTable(table());
    const result = patched(bytes, { ...at('B1'), text: 'ที่ ๑ "ก"\n_x0041_' });
    expect(partOf(result, 'xl/tables/table1.xml')).toBe(
      table().replace('name="ที่ 1"', 'name="ที่ ๑ &quot;ก&quot;_x000a__x005F_x0041_"'),
    );
    expect(changedParts(bytes, result).toSorted()).toEqual(['xl/tables/table1.xml', SHEET]);
  });

  it.each<[string, CellPatch, string]>([
    ['a cell below it', { ...at('B2'), text: 'ก' }, ''],
    ['a cell beside it', { ...at('A1'), text: 'ก' }, ''],
    ['the same text', { ...at('C1'), text: 'ผล\n๒' }, ''],
    ['the first row of a table without headings', { ...at('B1'), text: 'ก' }, ' headerRowCount="0"'],
  ])('is not concerned by %s', (_, patch, attributes) => {
    const bytes = withTable(table(attributes));
    expect(changedParts(bytes, patched(bytes, patch))).toEqual([SHEET]);
  });

  it.each<[string, string, string, string]>([
    ['empty', 'B1', '', 'A1'],
    ['a name twice', 'B1', 'ผล\n๒', 'A1'],
    ['another name where a formula refers to it', 'B1', 'ก', 'SUM(T[ที่ 1])'],
    ['another name where a row refers to it', 'B1', 'ก', 'T[@[ที่ 1]]'],
    ['another name where blanks are around it', 'B1', 'ก', 'SUM(T[ ที่ 1 ])'],
  ])('cannot become %s', (_, cell, text, formula) => {
    expect(() => patched(withTable(table(), formula), { ...at(cell), text })).toThrow(RangeError);
  });
});
