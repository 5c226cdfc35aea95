import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import type { CellContent, TextRun, WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import { sheetWorkbook } from '../../../support/package-builder.ts';

const IT9 = 'TH SarabunIT๙';
const run = (text: string, properties?: string): string =>
  `<r>${properties === undefined ? '' : `<rPr>${properties}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
const font = (name: string): string => `<font><sz val="16"/><name val="${name}"/><family val="2"/></font>`;
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0 &quot;คน&quot;"/></numFmts>' +
  `<fonts count="2">${font('TH SarabunPSK')}${font(IT9)}</fonts>` +
  '<cellStyleXfs><xf numFmtId="0" fontId="1"/></cellStyleXfs>' +
  '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf numFmtId="164"/><xf numFmtId="14"><protection locked="0"/></xf><xf fontId="9"><protection hidden="1"/></xf></cellXfs>' +
  `<dxfs><dxf><font><name val="x"/></font></dxf></dxfs>`;

const decode = (data: string, rest: Parameters<typeof sheetWorkbook>[1] = {}): WorkbookContent =>
  decodeWorkbook(sheetWorkbook(`<row r="1">${data}</row>`, { styles: STYLES, ...rest }), readOptions({}));
const firstCell = (data: string, rest?: Parameters<typeof sheetWorkbook>[1]): CellContent =>
  decode(data, rest).sheets[0]!.cells[0]!;

describe('rich text', () => {
  const font9 = `<rFont val="${IT9}"/>`;
  it.each<[string, string, string, readonly TextRun[] | undefined]>([
    ['two runs', run('กข') + run(' ค', '<b/>'), 'กข ค', [{ start: 0 }, { start: 2, bold: true }]],
    [
      'all that a run can say',
      run('ก', `<b/><i val="1"/><u val="double"/><color rgb="ffc00000"/>${font9}`) + run('ข', '<color theme="1"/>'),
      'กข',
      [{ start: 0, bold: true, italic: true, underline: true, color: 'C00000', font: IT9 }, { start: 1 }],
    ],
    [
      'what is struck through',
      run('ก', '<strike/>') + run('ข', '<b/>'),
      'กข',
      [
        { start: 0, struck: true },
        { start: 1, bold: true },
      ],
    ],
    [
      'what a run says not to be',
      run('ก', '<b val="0"/><i val="false"/><u val="none"/><strike val="0"/>') + run('ข', '<i/>'),
      'กข',
      [{ start: 0 }, { start: 1, italic: true }],
    ],
    ['neighbours that look the same', run('ก', '<b/>') + run('ข', '<b/><sz val="9"/>'), 'กข', undefined],
    ['an empty run', run('ก') + run('', '<b/>') + run('ข'), 'กข', undefined],
    [
      'escapes, which count as what they stand for',
      run('_x0009_a') + run('ข', '<b/>'),
      '\taข',
      [{ start: 0 }, { start: 2, bold: true }],
    ],
    [
      'phonetic runs',
      `${run('漢')}<rPh sb="0" eb="1"><t>かん</t></rPh>${run('字', '<b/>')}`,
      '漢字',
      [{ start: 0 }, { start: 1, bold: true }],
    ],
  ])('has runs: %s', (_, content, text, runs) => {
    const facts = { row: 0, column: 0, kind: 'text', text, ...(runs === undefined ? {} : { runs }) };
    expect(firstCell('<c r="A1" t="s"><v>1</v></c>', { strings: `<si><t>x</t></si><si>${content}</si>` })).toEqual(
      facts,
    );
    expect(firstCell(`<c r="A1" t="inlineStr"><is>${content}</is></c>`)).toEqual(facts);
  });

  it('whose runs all name one font gives it to the cell', () => {
    const cell = `<c r="A1" t="inlineStr"><is>${run('ก', font9)}${run('ข', font9)}</is></c>`;
    expect(firstCell(cell)).toEqual({ row: 0, column: 0, kind: 'text', text: 'กข', font: IT9 });
    const usual = `<c r="A1" s="1" t="inlineStr"><is>${run('ก', '<rFont val="TH SarabunPSK"/>')}</is></c>`;
    expect(firstCell(usual)).toEqual({ row: 0, column: 0, kind: 'text', text: 'ก' });
  });

  it('is struck through as its cell is, or as its only run is', () => {
    const fonts = '<fonts count="3"><font/><font><strike/></font><font><strike val="false"/></font></fonts>';
    const styles = `${fonts}<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs>`;
    const cells = ['s="0"', 's="1"', 's="2"'].map(
      (style, index) => `<c r="${'ABC'.charAt(index)}1" ${style} t="str"><v>ก</v></c>`,
    );
    const only = `<c r="D1" t="inlineStr"><is>${run('ก', '<strike/>')}</is></c>`;
    const [sheet] = decode(cells.join('') + only, { styles }).sheets;
    expect(sheet!.cells.map(({ struck }) => struck)).toEqual([undefined, true, undefined, true]);
  });

  it('leaves no runs to the plain text after it', () => {
    const data = `<c r="A1" t="inlineStr"><is>${run('ก')}${run('ข', '<b/>')}</is></c><c r="B1" t="inlineStr"><is><t>ค</t></is></c><c r="C1"><v>5</v></c>`;
    expect(decode(data).sheets[0]!.cells.map(({ runs }) => runs?.length)).toEqual([2, undefined, undefined]);
  });
});

describe('what a cell looks like', () => {
  it.each([
    ['the usual font', '<c r="A1" s="0" t="str"><v>ก</v></c>', {}],
    ['no format at all', '<c r="A1" t="str"><v>ก</v></c>', {}],
    ['another font', '<c r="A1" s="1" t="str"><v>ก</v></c>', { font: IT9 }],
    ['another font of a number', '<c r="A1" s="1"><v>1</v></c>', { kind: 'number', text: '1', font: IT9 }],
    ['a font that is not there', '<c r="A1" s="4" t="str"><v>ก</v></c>', {}],
    ['a format', '<c r="A1" s="2"><v>1200</v></c>', { kind: 'number', text: '1,200 คน', format: '#,##0 "คน"' }],
    [
      'a date that is unlocked',
      '<c r="A1" s="3"><v>44621</v></c>',
      { kind: 'date', text: '1/3/2022', format: 'd/m/yyyy', builtIn: 14, unlocked: true },
    ],
    ['a text in a format for numbers', '<c r="A1" s="2" t="str"><v>ก</v></c>', {}],
  ])('is told: %s', (_, data, facts) => {
    expect(firstCell(data)).toEqual({ row: 0, column: 0, kind: 'text', text: 'ก', ...facts });
  });

  it('is compared with the font of the workbook', () => {
    expect(decode('').font).toBe('TH SarabunPSK');
    expect(decode('', { styles: '<cellXfs><xf numFmtId="0"/></cellXfs>' })).not.toHaveProperty('font');
  });

  it.each([
    ['protected', '<sheetProtection sheet="1" objects="1"/>', true],
    ['once protected', '<sheetProtection objects="1"/>', undefined],
    ['open', '', undefined],
  ])('in a sheet that is %s', (_, after, expected) => {
    expect(decode('', { after }).sheets[0]!.protected).toBe(expected);
  });
});
