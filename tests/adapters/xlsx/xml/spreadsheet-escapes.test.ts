import fc from 'fast-check';
import { escapeXstring, unescapeXstring } from '../../../../src/adapters/xlsx/xml/spreadsheet-escapes.ts';
import { textOf } from '../../../../src/adapters/xlsx/xml/xml-text.ts';

describe('escapes of spreadsheet texts', () => {
  it.each([
    ['a\rb', 'a_x000D_b'],
    ['a\n\tb', 'a\n\tb'],
    ['\u0000\u001f\ufffe\uffff', '_x0000__x001F__xFFFE__xFFFF_'],
    ['\ud83d', '_xD83D_'],
    ['😀', '😀'],
    ['_x000D_', '_x005F_x000D_'],
    ['_x000d_', '_x005F_x000d_'],
    ['_x00', '_x00'],
    ['_x000D\r', '_x005F_x000D_x000D_'],
    ['<b> & ">"', '&lt;b&gt; &amp; "&gt;"'],
  ])('write %j as %j', (text, escaped) => {
    expect(escapeXstring(text)).toBe(escaped);
    expect(unescapeXstring(textOf(escaped)!)).toBe(text);
  });

  it('give every text back', () => {
    const piece = fc.constantFrom(
      '_',
      'x',
      '_x',
      '000D',
      '_x000D_',
      '_x005F_',
      '\r',
      '\n',
      '\ud83d',
      '\ude00',
      '&',
      '<',
      'ก',
      'F',
      ']]>',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (drawn) => {
        expect(unescapeXstring(textOf(escapeXstring(drawn))!)).toBe(drawn);
      }),
      { numRuns: 2000 },
    );
  });
});
