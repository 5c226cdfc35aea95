import fc from 'fast-check';
import { SharedStringsHandler } from '../../../../src/adapters/xlsx/read/shared-strings.ts';
import { SheetHandler } from '../../../../src/adapters/xlsx/read/sheet-handler.ts';
import { DEFAULT_LIMITS } from '../../../../src/adapters/xlsx/limits.ts';
import { parseStrictly } from '../../../../src/adapters/xlsx/xml/parse-strictly.ts';
import { scanXml } from '../../../../src/adapters/xlsx/xml/scan-xml.ts';
import type { XmlHandler } from '../../../../src/adapters/xlsx/xml/xml-events.ts';
import { UnreadableWorkbook } from '../../../../src/usecases/ports/workbook-codec.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

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

function cellsOf(reading: Reading, xml: string): unknown {
  const cells: unknown[] = [];
  const handler = new SheetHandler('part', DEFAULT_LIMITS, (cell) => cells.push(cell));
  return outcome(reading, 'worksheet', xml, handler, cells);
}

function stringsOf(reading: Reading, xml: string): unknown {
  const handler = new SharedStringsHandler('part', DEFAULT_LIMITS);
  return outcome(reading, 'sst', xml, handler, handler.strings);
}

const sheet = (rows: string): string => `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;
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
  text.map((drawn) => `<f>A1</f><v>${drawn}</v>`),
  fc.constantFrom('', '<v/>', '<v>1</v><v>2</v>', '<extLst><ext><v>3</v></ext></extLst>'),
);
const attributes = fc
  .tuple(fc.constantFrom('', ' s="3"', ' s="03"'), fc.constantFrom('', ' t="s"', ' t="n"', ' t="inlineStr"', ' cm="1"'))
  .map(([style, type]) => style + type);
const cell = fc
  .tuple(fc.constantFrom('A', 'C', 'XFD', 'XFE', ''), attributes, content)
  .map(([column, rest, inner]) => ({
    column,
    xml: inner === '' ? `${rest}/>` : `${rest}>${inner}</c>`,
  }));
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 4 }).map((drawn) =>
  drawn
    .map((cells, row) => {
      const inner = cells.map(({ column, xml }) => `<c${column === '' ? '' : ` r="${column}${row + 1}"`}${xml}`);
      return `<row r="${row + 1}">${inner.join('')}</row>`;
    })
    .join(''),
);

describe('skimming', () => {
  it('reads cells as the strict parser tells them, whatever their shape', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        expect(cellsOf(skimming, sheet(drawn))).toEqual(cellsOf(strictly, sheet(drawn)));
      }),
      { numRuns: 1000 },
    );
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
    '<row r="1"><c r="A1" s="1" t="s"><v>7</v></c><c r="B1"/><c r="C1" t="inlineStr"><is><t>ก😀</t></is></c></row>';
  const change = fc.constantFrom('', '<', '>', '"', '&', ' ', '/', '=', 'x', '\0', '\uffff', ']', ';', '\r');

  it.each([
    ['cells', sheet(row), cellsOf],
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
