import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../../../src/adapters/xlsx/limits.ts';
import { decodeWorkbook } from '../../../../src/adapters/xlsx/read/decode.ts';
import { readOptions } from '../../../../src/adapters/xlsx/options.ts';
import { cellName } from '../../../../src/domain/spreadsheet/address.ts';
import type { WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import {
  buildPackage,
  buildWorkbook,
  relationship,
  sheetWorkbook,
  sheetXml,
  workbookParts,
} from '../../../support/package-builder.ts';

const decode = (bytes: Uint8Array): WorkbookContent => decodeWorkbook(bytes, readOptions({}));

/** The cells of the first sheet: `A1 kind text`, then formula and link where there are any. */
function cells(bytes: Uint8Array): readonly string[] {
  return decode(bytes).sheets[0]!.cells.map(({ row, column, kind, text, formula, link }) =>
    [
      cellName({ row, column }),
      kind,
      text,
      ...(formula === undefined ? [] : [`=${formula}`]),
      ...(link === undefined ? [] : [`>${link}`]),
    ].join(' '),
  );
}

const inRow = (content: string): string => `<row r="1">${content}</row>`;
const STRINGS =
  '<si><t>ก</t></si>' +
  '<si><r><rPr><b/></rPr><t>หนา</t></r><r><t xml:space="preserve"> บาง</t></r></si>' +
  '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si>' +
  '<si><t xml:space="preserve"> a_x000D_b_x005F_x000D_\r\nc &amp; d </t></si>' +
  '<si><t/></si><si/>';
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-D07041E]d mmmm yyyy"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="59"/><xf numFmtId="49"/></cellXfs>' +
  '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>';

describe('a cell', () => {
  it.each([
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'A1 text ก'],
    ['rich text', '<c r="A1" t="s"><v>1</v></c>', 'A1 text หนา บาง'],
    ['a text with its reading', '<c r="A1" t="s"><v>2</v></c>', 'A1 text 漢字'],
    ['escapes', '<c r="A1" t="s"><v>3</v></c>', 'A1 text  a\rb_x000D_\nc & d '],
    ['white space without xml:space', '<c r="A1" t="inlineStr"><is><t> ก\n </t></is></c>', 'A1 text  ก\n '],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>ก_x0009_</t></is></c>', 'A1 text ก\t'],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>ก</t></r><rPh><t>x</t></rPh><r><t>ข</t></r></is></c>',
      'A1 text กข',
    ],
    ['a text in a text', '<c r="A1" t="inlineStr"><is><t>ก<t>ข</t>ค<t/>ง</t></is></c>', 'A1 text กขคง'],
    ['a reading in a text', '<c r="A1" t="inlineStr"><is><t>漢<rPh><t>x</t></rPh>字</t></is></c>', 'A1 text 漢字'],
    ['a text of a formula', '<c r="A1" t="str"><f>B1&amp;"ก"</f><v>ขก</v></c>', 'A1 text ขก =B1&"ก"'],
    ['a number', '<c r="A1"><v>1234567890123</v></c>', 'A1 number 1234567890123'],
    ['a number with all its digits', '<c r="A1" t="n"><v>0.30000000000000004</v></c>', 'A1 number 0.3'],
    ['a number in Thai digits', '<c r="A1" s="3"><v>12</v></c>', 'A1 number ๑๒'],
    ['a number in a text cell', '<c r="A1" s="4"><v>12</v></c>', 'A1 number 12'],
    ['a date', '<c r="A1" s="1"><v>44621</v></c>', 'A1 date ๑ มีนาคม ๒๕๖๕'],
    ['a date in a built-in format', '<c r="A1" s="2"><v>44621</v></c>', 'A1 date 1/3/2022'],
    ['an ISO date', '<c r="A1" s="1" t="d"><v>2022-03-01T12:00:00</v></c>', 'A1 date ๑ มีนาคม ๒๕๖๕'],
    ['an ISO date without format', '<c r="A1" t="d"><v>2022-03-01</v></c>', 'A1 date 2022-03-01'],
    ['an odd date', '<c r="A1" s="1" t="d"><v>เมื่อวาน</v></c>', 'A1 date เมื่อวาน'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'A1 boolean TRUE'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'A1 boolean FALSE'],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'A1 error #DIV/0! =1/0'],
    ['a formula never computed', '<c r="A1"><f>"ก"&amp;B1</f></c>', 'A1 text ="ก"&B1 ="ก"&B1'],
    ['a number that is none', '<c r="A1"><v>ก</v></c>', 'A1 text ก'],
    ['a type that nobody knows', '<c r="A1" t="new"><v>ก</v></c>', 'A1 text ก'],
    ['an inline string that has no type', '<c r="A1"><is><t>ก</t></is></c>', 'A1 text ก'],
    ['rich inline text that has no type', '<c r="A1"><is><r><t>ก</t></r><r><t>ข</t></r></is></c>', 'A1 text กข'],
    ['an inline string as a value', '<c r="A1" t="inlineStr"><v>ก_x0041_</v></c>', 'A1 text กA'],
    ['a formula with an empty shared string', '<c r="A1" t="s"><f>B1</f><v/></c>', 'A1 text =B1 =B1'],
    ['a number that only JavaScript knows', '<c r="A1"><v>0x1F</v></c>', 'A1 text 0x1F'],
    ['neither true nor false', '<c r="A1" t="b"><v>ใช่</v></c>', 'A1 text ใช่'],
    ['a value with space around', '<c r="A1"><v>\n 5 </v></c>', 'A1 number 5'],
    ['the last cell', '<c r="XFD1"><v>5</v></c>', 'XFD1 number 5'],
    ['a cell in CDATA', '<c r="A1" t="str"><v><![CDATA[<ก>]]></v></c>', 'A1 text <ก>'],
    ['a cell with a comment', '<c r="A1" t="inlineStr"><is><t>ก<!-- ข -->ค</t></is></c>', 'A1 text กค'],
  ])('shows %s', (_, cell, expected) => {
    expect(cells(sheetWorkbook(inRow(cell), { strings: STRINGS, styles: STYLES }))).toEqual([expected]);
  });

  it.each([
    ['a styled blank', '<c r="A1" s="1"/>'],
    ['a blank with an end tag', '<c r="A1" s="1"></c>'],
    ['an empty shared string', '<c r="A1" t="s"><v>4</v></c><c r="B1" t="s"><v>5</v></c>'],
    ['an empty inline string', '<c r="A1" t="inlineStr"><is><t></t></is></c>'],
    ['a formula that gives nothing', '<c r="A1" t="str"><f>IF(B1,"","x")</f><v></v></c>'],
    ['an empty value', '<c r="A1"><v/></c>'],
  ])('is left out: %s', (_, cell) => {
    expect(cells(sheetWorkbook(inRow(cell), { strings: STRINGS, styles: STYLES }))).toEqual([]);
  });

  it('that does not tell its place follows the one before', () => {
    const data =
      '<row><c><v>1</v></c><c s="1"/><c><v>2</v></c><c r="F1"><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>5</v></c></row><row r="9"><c><v>6</v></c></row><row><c><v>7</v></c></row>';
    expect(cells(sheetWorkbook(data))).toEqual(
      ['A1', 'C1', 'F1', 'G1', 'A3', 'A9', 'A10'].map((cell, index) => `${cell} number ${index + 1}`),
    );
  });

  it('comes in the order of rows and columns, whatever the order in the file', () => {
    const data = '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>';
    expect(cells(sheetWorkbook(data))).toEqual(['B1 number 2', 'A2 number 3', 'B2 number 4']);
  });

  it('counts dates by the date system of the workbook', () => {
    const data = inRow('<c r="A1" s="2"><v>43159</v></c><c r="B1" s="2" t="d"><v>2022-03-01</v></c>');
    for (const properties of [' date1904="1"', ' date1904="true"']) {
      expect(cells(sheetWorkbook(data, { styles: STYLES, properties }))).toEqual([
        'A1 date 1/3/2022',
        'B1 date 1/3/2022',
      ]);
    }
  });
});

describe('a blank value', () => {
  const blank = fc.constantFrom('<v></v>', '<v/>', '<v> </v>', '<v>\n\t </v>', '<v><![CDATA[]]></v>', '');
  const type = fc.constantFrom('', ' t="n"', ' t="s"', ' t="b"', ' t="e"', ' t="d"');
  const style = fc.constantFrom('', ' s=""', ' s="0"', ' s="1"', ' s="2"', ' s="4"');

  it('is no text, number, date or truth, whatever its type and format', () => {
    fc.assert(
      fc.property(blank, type, style, (value, typed, styled) => {
        const data = inRow(`<c r="A1"${styled}${typed}>${value}</c><c r="B1"${styled} t="str"><v>ข</v></c>`);
        expect(cells(sheetWorkbook(data, { strings: STRINGS, styles: STYLES }))).toEqual(['B1 text ข']);
      }),
    );
  });
});

describe('a formula', () => {
  it('that cells share is written out for each', () => {
    const data = inRow(
      '<c r="A1"><f t="shared" ref="A1:C1" si="0">D1*$E$1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c><c r="C1" t="str"><f t="shared" si="0"></f><v>x</v></c>',
    );
    expect(cells(sheetWorkbook(data))).toEqual(['A1 number 1 =D1*$E$1', 'B1 number 2 =E1*$E$1', 'C1 text x =F1*$E$1']);
  });

  it('that fills an array stands in each of its cells', () => {
    const data =
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">TRANSPOSE(D1:E2)</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row><row r="3"><c r="A3"><f t="dataTable" ref="A3:A4" r1="D1"/><v>5</v></c></row>';
    expect(cells(sheetWorkbook(data))).toEqual([
      'A1 number 1 =TRANSPOSE(D1:E2)',
      'B1 number 2 =TRANSPOSE(D1:E2)',
      'C1 number 3',
      'B2 number 4 =TRANSPOSE(D1:E2)',
      'A3 number 5 =TABLE()',
    ]);
  });

  it('without text is none', () => {
    expect(
      cells(sheetWorkbook(inRow('<c r="A1"><f/><v>1</v></c><c r="B1"><f t="shared" si="9"/><v>2</v></c>'))),
    ).toEqual(['A1 number 1', 'B1 number 2']);
  });
});

describe('a sheet', () => {
  it('has merged ranges and links, which are never spread over blank cells', () => {
    const bytes = sheetWorkbook(
      inRow('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>3</v></c><c r="E1"><v>4</v></c>'),
      {
        after:
          '<mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="C3:B2"/></mergeCells>' +
          '<hyperlinks><hyperlink ref="A1:B1" r:id="rId1"/><hyperlink ref="D1" location="\'หน้า 2\'!A1" display="x"/><hyperlink ref="E1" r:id="rId1" location="top"/><hyperlink ref="F1:XFD1048576" r:id="rId9"/></hyperlinks>',
        relationships: relationship('hyperlink', 'rId1', 'https://example.org/?a=1&amp;b=2', 'External'),
      },
    );
    expect(cells(bytes)).toEqual([
      'A1 number 1 >https://example.org/?a=1&b=2',
      'B1 number 2 >https://example.org/?a=1&b=2',
      "D1 number 3 >#'หน้า 2'!A1",
      'E1 number 4 >https://example.org/?a=1&b=2#top',
    ]);
    expect(decode(bytes).sheets[0]!.merges).toEqual([
      { top: 0, left: 0, bottom: 1_048_575, right: 16_383 },
      { top: 1, left: 1, bottom: 2, right: 2 },
    ]);
  });

  it('is told by its name, whatever it is called, and by its state', () => {
    const { sheets } = decode(
      buildWorkbook({
        sheets: [
          { name: 'หน้าปก &amp; สารบัญ' },
          { name: '__proto__', state: 'hidden', data: inRow('<c r="A1"><v>1</v></c>') },
          { name: 'constructor', state: 'veryHidden' },
          { name: '_x0041_', state: 'visible' },
        ],
      }),
    );
    expect(sheets.map(({ name, state, cells: { length } }) => [name, state, length])).toEqual([
      ['หน้าปก & สารบัญ', 'visible', 0],
      ['__proto__', 'hidden', 1],
      ['constructor', 'veryHidden', 0],
      ['A', 'visible', 0],
    ]);
  });

  it('of a chart has no cells, and counts for the names of sheets', () => {
    const parts = workbookParts({
      sheets: [{ name: 'A' }, { name: 'B' }],
      names: '<definedName name="n" localSheetId="1">B!$A$1</definedName>',
    });
    const rels = 'xl/_rels/workbook.xml.rels';
    parts[rels] = (parts[rels] as string).replace(
      /relationships\/worksheet" Target="worksheets\/sheet1/,
      'relationships/chartsheet" Target="chartsheets/sheet1',
    );
    const content = decode(buildPackage(parts));
    expect(content.sheets).toEqual([
      { name: 'A', state: 'visible', cells: [], merges: [] },
      { name: 'B', state: 'visible', cells: [], merges: [] },
    ]);
    expect(content.definedNames).toEqual([{ name: 'n', refersTo: 'B!$A$1', sheet: 'B' }]);
  });

  it('with rows of styled blanks is read, and not refused', () => {
    const blank = '<c r="A1" s="1"/>'.repeat(1).replace(' r="A1"', '');
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 1}" s="1" customFormat="1">${blank.repeat(30)}</row>`,
    );
    const bytes = sheetWorkbook(`${rows.join('')}<row r="20001"><c r="A20001"><v>1</v></c></row>`, { styles: STYLES });
    expect(cells(bytes)).toEqual(['A20001 number 1']);
  });
});

describe('a workbook', () => {
  it('has properties, names and the time when it was saved', () => {
    const content = decode(
      buildWorkbook({
        sheets: [{ name: 'A' }, { name: 'B' }],
        names:
          '<definedName name="ITA_ID" hidden="1">A!$A$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">\'B\'!$1:$2</definedName><definedName name="odd" localSheetId="7">#REF!</definedName>',
        custom:
          '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="programme"><vt:lpwstr>bma-2565</vt:lpwstr></property><property pid="3" name="__proto__"><vt:i4>7</vt:i4></property><property pid="4" name="ก"><vt:bool>true</vt:bool></property>',
        core: '<dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2022-03-01T09:30:00+07:00</dcterms:modified>',
      }),
    );
    expect([...content.properties]).toEqual([
      ['programme', 'bma-2565'],
      ['__proto__', '7'],
      ['ก', 'true'],
    ]);
    expect(content.definedNames).toEqual([
      { name: 'ITA_ID', refersTo: 'A!$A$1' },
      { name: '_xlnm.Print_Titles', refersTo: "'B'!$1:$2", sheet: 'B' },
      { name: 'odd', refersTo: '#REF!' },
    ]);
    expect(content.savedAt).toBe('2022-03-01T02:30:00.000Z');
  });

  it.each([
    ['2022-03-01T09:30:00', '2022-03-01T09:30:00.000Z'],
    ['2022-03-01', '2022-03-01T00:00:00.000Z'],
    ['yesterday', undefined],
    ['', undefined],
    ['1', undefined],
  ])('was saved at %j', (text, expected) => {
    const core = `<dcterms:modified xsi:type="dcterms:W3CDTF">${text}</dcterms:modified>`;
    expect(decode(sheetWorkbook('', { core })).savedAt).toBe(expected);
  });

  it('is found by relationships and content types, wherever its parts are', () => {
    const parts = workbookParts({
      sheets: [{ data: inRow('<c r="A1" t="s"><v>0</v></c>') }],
      strings: '<si><t>ก</t></si>',
    });
    const moved = Object.entries(parts).map(([name, content]): [string, string] => [
      name
        .replace(/^xl\/worksheets/, 'Pages')
        .replace(/^xl\/workbook/, 'main/book')
        .replace(/^xl\/_rels\/workbook/, 'main/_rels/book')
        .replace(/^xl\/sharedStrings/, 'main/TEXTS%20a'),
      (content as string)
        .replaceAll('/xl/workbook.xml', '/main/BOOK.xml')
        .replaceAll('xl/workbook.xml', './main/book.xml')
        .replaceAll('"worksheets/sheet1.xml"', '"../pages/x/../sheet1.xml"')
        .replaceAll('"sharedStrings.xml"', '"/main/texts%20a.xml"'),
    ]);
    expect(cells(buildPackage(Object.fromEntries(moved)))).toEqual(['A1 text ก']);
  });

  const strict = (text: string): string =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument')
      .replaceAll('custom-properties', 'customProperties');
  const prefixed = (text: string): string =>
    text.includes('spreadsheetml/2006/main')
      ? text
          .replace(' xmlns="', ' xmlns:x="')
          .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
          .replaceAll('r:id', 'q:id')
          .replace('xmlns:r=', 'xmlns:q=')
      : text;
  const utf16 = (text: string): Uint8Array =>
    Uint8Array.from(Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
  it.each<[string, (text: string) => string | Uint8Array]>([
    ['strict namespaces', strict],
    ['prefixed names', prefixed],
    ['strict namespaces and prefixed names', (text) => strict(prefixed(text))],
    ['UTF-16', utf16],
    [
      'comments between elements',
      (text) => text.replace(/>(?=<(c|row|si|sheet|xf|Relationship|Override)\b)/g, '><!-- x -->'),
    ],
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['indents', (text) => text.replace(/></g, '>\n  <')],
  ])('is the same with %s', (_, change) => {
    const parts = workbookParts({
      sheets: [
        {
          name: 'ก',
          data: inRow(
            '<c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>44621</v></c><c t="inlineStr"><is><t>ข</t></is></c><c r="D1"><f>A1</f><v>1</v></c>',
          ),
          after:
            '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="l"/></hyperlinks>',
          relationships: relationship('hyperlink', 'l', 'https://example.org', 'External'),
        },
      ],
      strings: STRINGS,
      styles: STYLES,
      names: '<definedName name="n">1</definedName>',
      custom: '<property name="p"><vt:lpwstr>v</vt:lpwstr></property>',
      core: '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-03-01T00:00:00Z</dcterms:modified>',
    });
    const expected = decode(buildPackage(parts));
    const changed = Object.entries(parts).map(([name, content]) => [name, change(content as string)]);
    expect(decode(buildPackage(Object.fromEntries(changed) as Record<string, string>))).toEqual(expected);
    expect(expected.sheets[0]!.cells).toHaveLength(4);
  });

  it('of another application with the same package is none', () => {
    const parts = workbookParts({ sheets: [{}] });
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    const typed = (other: string): Uint8Array =>
      buildPackage({ ...parts, '[Content_Types].xml': (parts['[Content_Types].xml'] as string).replace(type, other) });
    expect(decode(typed('application/vnd.ms-excel.sheet.macroEnabled.main+xml')).sheets).toHaveLength(1);
    expect(
      decode(typed('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml')).sheets,
    ).toHaveLength(1);
    expect(() =>
      decode(typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')),
    ).toThrow(/^not-workbook: /);
    expect(() => decode(typed('application/vnd.ms-excel.sheet.binary.macroEnabled.main'))).toThrow(/^other-format: /);
    expect(() => decode(buildPackage({ 'content.xml': '<a/>' }))).toThrow('not-workbook: zip file without a document');
    expect(() => decode(buildPackage({ ...parts, '[Content_Types].xml': '<Types/>' }))).toThrow(/^not-workbook: /);
  });
});

describe('a workbook that breaks the rules', () => {
  const sheet = (data: string, rest = {}): Uint8Array =>
    sheetWorkbook(data, { strings: STRINGS, styles: STYLES, ...rest });
  const withSheet = (xml: string | Uint8Array): Uint8Array => buildWorkbook({ sheets: [{ xml }] });
  const without = (part: string): Uint8Array => {
    const parts = workbookParts({ sheets: [{}], strings: STRINGS, styles: STYLES });
    return buildPackage(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== part)));
  };
  const part = 'xl/worksheets/sheet1.xml';
  it.each([
    [
      'a shared string that is not there',
      sheet(inRow('<c r="B1" t="s"><v>6</v></c>')),
      `${part}: no shared string 6 (cell B1)`,
    ],
    [
      'a shared string of no number',
      sheet(inRow('<c r="B1" t="s"><v>length</v></c>')),
      `${part}: no shared string length (cell B1)`,
    ],
    [
      'a shared string in another',
      sheet('', { strings: '<si><t>ก</t><si><t>ข</t></si></si>' }),
      'xl/sharedStrings.xml: <si> in <si>',
    ],
    ['a row beyond the last', sheet('<row r="1048577"><c t="str"><v>ก</v></c></row>'), `${part}: row 1048577`],
    [
      'a row beyond all numbers',
      sheet('<row r="99999999999999999999"><c t="str"><v>ก</v></c></row>'),
      `${part}: row 99999999999999999999`,
    ],
    ['a row before the first', sheet('<row r="0"><c t="str"><v>ก</v></c></row>'), `${part}: row 0`],
    [
      'a row after the last without number',
      sheet('<row r="1048576"/><row><c t="str"><v>ก</v></c></row>'),
      `${part}: row 1048577`,
    ],
    ['a cell beyond the last column', sheet(inRow('<c r="XFE1"><v>1</v></c>')), `${part}: cell XFE1`],
    [
      'a cell beyond the last column without name',
      sheet(inRow('<c r="XFD1"/><c><v>1</v></c>')),
      `${part}: cell beyond the end of row 1`,
    ],
    ['a cell of another row', sheet(inRow('<c r="A2"><v>1</v></c>')), `${part}: cell A2`],
    ['a cell twice', sheet(inRow('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')), `${part}: several texts (cell A1)`],
    [
      'an unclosed sheet',
      withSheet(sheetXml({ data: inRow('') }).replace('</sheetData></worksheet>', '')),
      `${part}: 2:`,
    ],
    ['an empty sheet', withSheet(''), `${part}: `],
    [
      'a sheet of an unknown kind',
      withSheet('<worksheet xmlns="urn:x"/>'),
      `${part}: <worksheet> of urn:x instead of worksheet`,
    ],
    ['something else for a sheet', withSheet('<sst/>'), `${part}: <sst> of no namespace instead of worksheet`],
    ['a sheet with a DTD', withSheet(`<!DOCTYPE x>${sheetXml({}).split('\n')[1]!}`), `${part}: document type`],
    [
      'a sheet in a wrong encoding',
      withSheet(Uint8Array.from(Buffer.from(sheetXml({ data: '<row>\xa1</row>' }), 'latin1'))),
      `${part}: not utf-8`,
    ],
    ['no sheet', without(part), `${part}: missing`],
    ['no shared strings', without('xl/sharedStrings.xml'), 'xl/sharedStrings.xml: missing'],
    [
      'no relationship to the sheet',
      without('xl/_rels/workbook.xml.rels'),
      'xl/workbook.xml: no part for the sheet "S"',
    ],
    ['no workbook', without('xl/workbook.xml'), 'xl/workbook.xml: missing'],
  ])('on its only sheet is refused for %s', (_, bytes, detail) => {
    const error = faultOf(bytes);
    expect(error).toMatchObject({ why: { reason: 'damaged' } });
    expect((error as { detail: string }).detail.slice(0, detail.length)).toBe(detail);
  });

  it('is refused where it holds more than the limits', () => {
    const rows = Array.from(
      { length: 10 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}"><f t="shared" si="0">${row === 0 ? 'B1+B2' : ''}</f><v>1</v></c></row>`,
    ).join('');
    const bytes = sheetWorkbook(rows, {
      after: `<mergeCells>${'<mergeCell ref="C1:D2"/>'.repeat(5)}</mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks><!-- -->`,
    });
    const limited = (limits: object): unknown => faultOf(bytes, limits);
    expect(limited({})).toBe('none');
    expect(limited({ cells: 9 })).toMatchObject({ why: { reason: 'too-large', limit: 'cells', most: 9 }, sheet: 'S' });
    expect(limited({ ranges: 5 })).toMatchObject({ detail: 'xl/worksheets/sheet1.xml: ranges > 5' });
    expect(limited({ ranges: 9 })).toMatchObject({ detail: 'xl/worksheets/sheet1.xml: cells under ranges > 9' });
    expect(limited({ formulaCharacters: 44 })).toMatchObject({
      detail: 'xl/worksheets/sheet1.xml: characters of formulas > 44',
    });
    expect(limited({ strictCharacters: 100 })).toMatchObject({
      detail: 'xl/worksheets/sheet1.xml: MB of unusual XML > 1',
    });
    expect(limited({ partBytes: 100 })).toMatchObject({ why: { limit: 'content', most: 1 } });
    expect(limited({ readBytes: 2000 })).toMatchObject({ detail: 'MB of all parts > 1' });
  });

  function faultOf(bytes: Uint8Array, limits: object = {}): unknown {
    try {
      decodeWorkbook(bytes, readOptions({ limits }));
      return 'none';
    } catch (error) {
      return error;
    }
  }

  it('has limits that no honest workbook meets', () => {
    expect(DEFAULT_LIMITS.cells).toBeGreaterThanOrEqual(100_000);
  });
});
