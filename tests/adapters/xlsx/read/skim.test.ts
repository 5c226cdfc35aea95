import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { SharedStringsHandler } from '../../../../src/adapters/xlsx/read/shared-strings.ts';
import { SheetHandler } from '../../../../src/adapters/xlsx/read/sheet-handler.ts';
import { DEFAULT_LIMITS } from '../../../../src/adapters/xlsx/limits.ts';
import { parseStrictly } from '../../../../src/adapters/xlsx/xml/parse-strictly.ts';
import { scanXml } from '../../../../src/adapters/xlsx/xml/scan-xml.ts';
import type { XmlHandler } from '../../../../src/adapters/xlsx/xml/xml-events.ts';
import { UnreadableWorkbook } from '../../../../src/usecases/ports/workbook-codec.ts';

const FIXTURES = path.resolve('tests/fixtures');

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const OFFICE =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"';

type Reading = (root: string, xml: string, handler: XmlHandler) => boolean;

/** The scanner, whose handlers skim. */
const skimming: Reading = (root, xml, handler) => scanXml(xml, root, handler);
/** The strict parser, whose handlers are told piece by piece. */
const strictly: Reading = (root, xml, handler) => {
  parseStrictly('part', xml, root, handler);
  return true;
};

/** What is read, or the fault; undefined where the scanner leaves the part to the strict parser. */
function outcome(reading: Reading, root: string, xml: string, handler: XmlHandler, told: unknown): unknown {
  try {
    return reading(root, xml, handler) ? told : undefined;
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.message;
    throw error;
  }
}

/** Everything that is read of a worksheet part. */
function cellsOf(reading: Reading, xml: string): unknown {
  const cells: unknown[] = [];
  const handler = new SheetHandler('part', DEFAULT_LIMITS, (cell) => cells.push(cell));
  const { merges, links, arrays, tail } = handler;
  const read = outcome(reading, 'worksheet', xml, handler, { cells, merges, links, arrays });
  return read === undefined ? undefined : [read, handler.protected, tail.pages, tail.embedded];
}

function stringsOf(reading: Reading, xml: string): unknown {
  const handler = new SharedStringsHandler('part', DEFAULT_LIMITS);
  return outcome(reading, 'sst', xml, handler, handler.strings);
}

/** Of a part that no handler here reads. */
const none: typeof cellsOf = () => undefined;

/** What stands for a part that the scanner leaves to the strict parser. */
const LEFT = 'left to the strict parser';

/** The scanner with a handler that skims nothing. */
const toldEveryTag: Reading = (root, xml, handler) =>
  scanXml(xml, root, {
    open: (...tag) => handler.open(...tag),
    text: (piece) => handler.text(piece),
    close: (...tag) => handler.close(...tag),
  });

/** What skimming has to give: what the strict parser tells, or nothing where the scanner, told every tag, takes no such text either. */
function asIfSkimmed(read: typeof cellsOf, xml: string): unknown {
  return read(toldEveryTag, xml) === undefined ? LEFT : read(strictly, xml);
}

const sheet = (rows: string, before = '', after = ''): string =>
  `<worksheet ${MAIN} ${OFFICE}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const table = (items: string): string => `<sst ${MAIN}>${items}</sst>`;

const piece = fc.constantFrom(
  'ก',
  'ที่',
  'a',
  ' ',
  '\n',
  '\r',
  '\t',
  '😀',
  '๑',
  '12',
  '&amp;',
  ']',
  ']]',
  '>',
  '_x000D_',
);
const text = fc
  .array(piece, { maxLength: 5 })
  .map((pieces) => pieces.join(''))
  .filter((joined) => !joined.includes(']]>'));
const leaf = fc.oneof(
  { weight: 3, arbitrary: text.map((drawn) => `<t xml:space="preserve">${drawn}</t>`) },
  text.map((drawn) => `<t>${drawn}</t>`),
  text.map((drawn) => `<t\n>${drawn}</t >`),
  text.map((drawn) => `<r><rPr><b/></rPr><t>${drawn}</t></r><rPh sb="0" eb="1"><t>x</t></rPh>`),
  fc.constantFrom('<t/>', ''),
);
const items = fc.array(leaf, { maxLength: 8 }).map((leaves) => leaves.map((drawn) => `<si>${drawn}</si>`).join(''));
const content = fc.oneof(
  { weight: 2, arbitrary: text.map((drawn) => `<v>${drawn}</v>`) },
  { weight: 2, arbitrary: leaf.map((drawn) => `<is>${drawn}</is>`) },
  fc.tuple(text, text).map(([formula, drawn]) => `<f>${formula}</f><v>${drawn}</v>`),
  fc.constantFrom(
    '<f t="shared" ref="A1:A3" si="0">B1</f><v>1</v>',
    '<f t="shared" si="0"/><v>2</v>',
    '<f t="array" ref="A1:C3">SUM(B1)</f>',
  ),
  fc.constantFrom(
    '<v xml:space="preserve"> 1 </v>',
    '<v><![CDATA[1]]></v>',
    '<v>1<!-- --></v>',
    '<is><t>ก</t><t>ข</t></is>',
    '<v>12345678901234567890</v>',
  ),
  fc.constantFrom('', '<v/>', '<v>1</v><v>2</v>', '<extLst><ext><v>3</v></ext></extLst>'),
);
const attributes = fc
  .tuple(
    fc.constantFrom('', ' s="3"', ' s="03"'),
    fc.constantFrom('', ' t="s"', ' t="n"', ' t="inlineStr"', ' t="e"', ' t="d"', ' cm="1"', ' vm="1"'),
  )
  .map(([style, type]) => style + type);
const cell = fc
  .tuple(fc.constantFrom('A', 'C', 'XFD', 'XFE', ''), attributes, content)
  .map(([column, rest, inner]) => ({
    column,
    xml: inner === '' ? `${rest}/>` : `${rest}>${inner}</c>`,
  }));
const rowAttributes = fc.constantFrom(
  '',
  ' spans="1:3" ht="22.5" customHeight="1"',
  ' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"',
  ' ht="15" x14ac:dyDescent="0.25"',
  ' ht="27" customHeight="1" spans="2:9" x14ac:dyDescent="0.25"',
  ' hidden="1" ht="9"',
  ' ht="9" spans="1:1" ht="9"',
  " ht='9'",
);
/** What stands between rows, and cells without a row or in a row that is another's. */
const between = fc.constantFrom(
  '',
  '',
  '',
  '\n',
  '<row r="3"/>',
  '<c><v>5</v></c>',
  '<c r="B2"/><c><v>6</v></c>',
  '<row><c/><c><v>7</v></c></row>',
  '<row r="9"><row r="2"><c r="A2"/></row><c><v>8</v></c></row>',
  '<row r="0"><c r="A0"><v>9</v></c></row>',
  '<row r="1048577"><c><v>1</v></c></row>',
  'ก',
);
const rows = fc
  .array(fc.tuple(rowAttributes, between, fc.array(cell, { maxLength: 5 })), { maxLength: 4 })
  .map((drawn) =>
    drawn
      .map(([rest, after, cells], row) => {
        const inner = cells.map(({ column, xml }) => `<c${column === '' ? '' : ` r="${column}${row + 1}"`}${xml}`);
        return `<row r="${row + 1}"${rest}>${inner.join('')}</row>${after}`;
      })
      .join(''),
  );

/** Elements around the cells: those that nobody reads here in their usual and in other shapes, and those that are read. */
const layout = fc.constantFrom(
  '<sheetPr filterMode="1"><tabColor rgb="FF00FF00"/><pageSetUpPr fitToPage="1"/></sheetPr>',
  '<sheetPr codeName="ก"><outlinePr summaryBelow="0"/></sheetPr>',
  '<cols><col min="1" max="2" width="9.5" customWidth="1"/><col max="3" min="3"/></cols>',
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="3"/><selection pane="topLeft"/></sheetView></sheetViews>',
  '<sheetViews><sheetView workbookViewId="0" tabSelected="1" zoomScale="90" zoomScaleNormal="90"><selection pane="topLeft"/></sheetView></sheetViews>',
  '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>$C6&lt;&gt;""</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="A1"><cfRule type="colorScale"><colorScale><cfvo type="min"/></colorScale></cfRule></conditionalFormatting>',
  '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"ก,ข"</formula1></dataValidation></dataValidations>',
  '<dataValidations count="2"><dataValidation type="list" allowBlank="1" prompt="ก" showErrorMessage="1" error="ข" sqref="A1"><formula1>A1</formula1></dataValidation><dataValidation prompt="ก" sqref="B1"/></dataValidations>',
  '<dataValidations><dataValidation error="ก" prompt="ข" showErrorMessage="1" error="ก" sqref="A1"/></dataValidations>',
  '<dataValidation sqref="A1" error="&amp;"></dataValidation>',
  '<pageMargins left="0.5" right="0.5"/>',
  '<pageMargins right="0.5" left="0.5" left="1"/>',
  '<pageSetup orientation="landscape" r:id="rId1"/>',
  '<pageSetup paperSize="9" orientation="landscape"/>',
  '<pageSetup paperSize="9" orientation="landscape" horizontalDpi="4294967295" scale="100" fitToWidth="1" copies="1"/>',
  '<sheetProtection sheet="1"/>',
  '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="x"/></mergeCells>',
  '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="A1:XFE1"/><mergeCell ref="$A$1:B2"/><mergeCell ref="A1:A1"></mergeCell></mergeCells>',
  '<mergeCell ref="A1:B2"/>',
  '<hyperlinks><hyperlink ref="A1" r:id="rId1" location="ก"/></hyperlinks>',
  '<headerFooter><oddHeader>&amp;Lก<pageMargins/>ข</oddHeader><evenFooter>ค</evenFooter></headerFooter>',
  '<oleObjects><oleObject r:id="o"><dimension ref="A1"/><from><xdr:col>2</xdr:col><cols/><xdr:row>1</xdr:row></from></oleObject></oleObjects>',
  '<ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors>',
  '<dimension ref="A1"/>ข้อความ',
  '<cols><sheetData/></cols>',
  '<dimension ref="A1<"/>',
  '<dimension ref="&what;"/>',
);
const layouts = fc.array(layout, { maxLength: 6 }).map((drawn) => drawn.join(''));

describe('skimming', () => {
  it('reads cells as the strict parser tells them, whatever their shape', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        expect(cellsOf(skimming, sheet(drawn)) ?? LEFT).toEqual(asIfSkimmed(cellsOf, sheet(drawn)));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads what is around the cells as the strict parser tells it, whatever its shape', () => {
    fc.assert(
      fc.property(layouts, layouts, rows, (before, after, drawn) => {
        const xml = sheet(drawn, before, after);
        expect(cellsOf(skimming, xml) ?? LEFT).toEqual(asIfSkimmed(cellsOf, xml));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every sheet of the kept workbooks as the strict parser tells it', () => {
    const decoder = new TextDecoder();
    const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path.join(FIXTURES, file))))) {
        const xml = decoder.decode(bytes);
        const read = name.includes('worksheets/sheet')
          ? cellsOf
          : name.endsWith('sharedStrings.xml')
            ? stringsOf
            : none;
        expect(read(skimming, xml)).toEqual(read(strictly, xml));
      }
    }
  });

  it('reads shared strings as the strict parser tells them, whatever their shape', () => {
    fc.assert(
      fc.property(items, (drawn) => {
        expect(stringsOf(skimming, table(drawn))).toEqual(stringsOf(strictly, table(drawn)));
      }),
      { numRuns: 1000 },
    );
  });

  const row =
    '<row r="1" x14ac:dyDescent="1"><c r="A1" s="1" t="s"><v>7</v></c><c r="B1"/><c r="C1" t="inlineStr"><is><t>ก😀</t></is></c><c r="D1"><f>A1&amp;B1</f><v>7</v></c></row>';
  const RULE =
    '<conditionalFormatting sqref="A1"><cfRule type="x"><formula>A1&lt;1</formula></cfRule></conditionalFormatting><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
  const change = fc.constantFrom('', '<', '>', '"', '&', ' ', '/', '=', 'x', '\0', '\uffff', ']', ';', '\r');

  it.each([
    ['cells', sheet(row), cellsOf],
    ['layout', sheet('', '<cols><col min="1" max="2"/></cols>', RULE), cellsOf],
    ['strings', table('<si><t>ก😀</t></si><si><t xml:space="preserve"> a</t></si>'), stringsOf],
  ])('never takes %s that the strict parser refuses, wherever a character is lost or changed', (_, xml, read) => {
    expect(read(skimming, xml)).toEqual(read(strictly, xml));
    // By characters: half of one never comes out of the bytes of a part.
    const characters = Array.from(xml);
    fc.assert(
      fc.property(fc.nat(characters.length - 1), change, (at, now) => {
        const changed = characters.with(at, now).join('');
        const skimmed = read(skimming, changed);
        expect(skimmed).toEqual(skimmed === undefined ? undefined : read(strictly, changed));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves a row with a prefix that nothing declares to the strict parser', () => {
    const xml = `<worksheet ${MAIN}><sheetData><row r="1" x14ac:dyDescent="1"/></sheetData></worksheet>`;
    expect(cellsOf(skimming, xml)).toBeUndefined();
    expect(cellsOf(strictly, xml)).toContainEqual(expect.stringContaining('unbound namespace prefix'));
  });

  it.each([
    ['columns', '<cols>', '<col/>', ''],
    ['references', '<conditionalFormatting><cfRule><formula>', '&lt;', ''],
    [
      'rules of two orders',
      '<dataValidations>',
      '<dataValidation prompt="a" showErrorMessage="1"/><dataValidation/>',
      '',
    ],
    ['views', '<sheetViews>', '<sheetView workbookViewId="0" zoomScale="9"/><sheetView workbookViewId="0"/>', ''],
    ['merges', '<mergeCells>', '<mergeCell ref="A1:B2"/>', ''],
    ['rules with texts', '<dataValidations>', `<dataValidation prompt="${'ก'.repeat(3_000)}"/>`, '</dataValidations>'],
    ['layout', '', `<cols><col min="${'1'.repeat(3_000)}"/></cols>`, ''],
    ['blank cells', '<sheetData><row r="1">', '<c r="A1"/>', ''],
    ['rows in rows', '<sheetData>', '<row r="1"><c r="A1" t="s"><v>1</v></c>', ''],
  ])('takes or leaves %s without end as the scanner does that is told every tag', (_, start, repeated, end) => {
    const repeats = repeated.repeat(2_000_000 / repeated.length);
    const xml = `<worksheet ${MAIN}>${start}${repeats}${end}</worksheet>`;
    expect(cellsOf(skimming, xml)).toEqual(cellsOf(toldEveryTag, xml));
  });

  it.each([
    ['without references', '', ''],
    ['with a reference at its end', '&amp;', '&'],
  ])('takes a text of a million characters %s', (_, end, meant) => {
    const long = 'ก'.repeat(1_000_000);
    const strings = stringsOf(skimming, table(`<si><t>${long}${end}</t></si>`)) as readonly string[];
    // No matcher: a difference would be shown in full.
    expect(strings[0] === long + meant).toBe(true);
  });
});
