import fc from 'fast-check';
import { escapeForbidden } from '../../../../src/adapters/xlsx/xml/forbidden-characters.ts';
import { unescapeXstring } from '../../../../src/adapters/xlsx/xml/spreadsheet-escapes.ts';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { sheetWorkbook } from '../../../support/package-builder.ts';

const codec = createXlsxCodec();

/** The text of the only cell, which is written like this. */
async function cellOf(xml: string): Promise<string | undefined> {
  const strings = `<si><t>ก</t></si><si><t>${xml}</t></si>`;
  const bytes = sheetWorkbook('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', { strings });
  return (await codec.decode(bytes)).sheets[0]?.cells[0]?.text;
}

describe('a character that XML cannot hold', () => {
  it.each([
    ['ผล\u0001ดี', 'ผล\u0001ดี'],
    ['\u000b\u0000\ufffe', '\u000b\u0000\ufffe'],
    ['ผล&#1;&#x0B;&#xD800;', 'ผล\u0001\u000b\ud800'],
    ['_x0041\u0001', '_x0041\u0001'],
    ['_x0041&#1;', '_x0041\u0001'],
    ['_x0041_\u0001', 'A\u0001'],
    ['&#10;&#x41;&amp;#1;\u0001', '\nA&#1;\u0001'],
    ['<![CDATA[&#1;\u0001]]>', '&#1;\u0001'],
  ])('costs neither the workbook nor itself: %j', async (xml, text) => {
    expect(await cellOf(xml)).toBe(text);
  });

  it('is escaped so that any text comes back', () => {
    const unit = fc.constantFrom(...Array.from('_x0041A\u0001\u0000\u001fก'));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        // Escapes that stand in the text already are read for what they mean.
        const parts = text
          .split(/(_x[\da-fA-F]{4}_)/)
          .map((part, index) => (index % 2 === 1 ? unescapeXstring(part) : part));
        expect(unescapeXstring(escapeForbidden(text))).toBe(parts.join(''));
      }),
      { numRuns: 1000 },
    );
  });

  it('is no reason to change anything else', () => {
    const xml = '<a b="&#65;&#x20;">_x0041_ &#9;\t\n</a>';
    expect(escapeForbidden(xml)).toBe(xml);
  });
});
