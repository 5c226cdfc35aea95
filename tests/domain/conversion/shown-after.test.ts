import fc from 'fast-check';
import { numberFormat } from '../../../src/adapters/xlsx/read/number-text.ts';
import { shownAfter } from '../../../src/domain/conversion/shown-after.ts';
import { arabicNumberFormat, thaiNumberFormat } from '../../../src/domain/spreadsheet/number-formats.ts';
import { isTypedInBuddhistEra } from '../../../src/domain/spreadsheet/serial-date.ts';

const CODES = [
  'd/m/yyyy',
  'dd/mm/yy',
  'yyyy-mm-dd',
  'd mmmm yyyy',
  'ddd d mmm yy',
  'm/d/yyyy h:mm',
  'h:mm:ss d/m/yy;@',
  '"วันที่ "d/m/yyyy',
  '"day "d/m/yyyy',
  'ddd"."d/m/yyyy',
  'd/m/y',
  'd/m/e',
  'd/m/ee',
  'dd/mm/yyyy hh:mm:ss.00',
  'mmm yy',
  'h:mm',
];
const TAGS = ['', '[$-41E]', '[$-107041E]', '[$-th-TH]', '[$-409]', '[$-101041E]'];

describe('what a cell shows after a conversion', () => {
  it('is what its new format shows, whatever the date and its format', () => {
    const serials = fc.oneof(fc.integer({ min: 1000, max: 80_000 }), fc.integer({ min: 182_623, max: 401_768 }));
    fc.assert(
      fc.property(serials, fc.constantFrom(...CODES), fc.constantFrom(...TAGS), (serial, code, tag) => {
        const before = tag + code;
        const text = numberFormat(before, false).show(serial);
        const typedInBuddhistEra = isTypedInBuddhistEra(serial, before);
        const after = thaiNumberFormat({ kind: 'date', format: before, typedInBuddhistEra })!;
        const shown = numberFormat(after, false).show(serial);
        expect(shownAfter({ text, before, after }, 'thai')).toBe(shown);
        const back = arabicNumberFormat({ kind: 'date', format: after })!;
        const plain = shownAfter({ text: shown, before: after, after: back }, 'arabic');
        expect(plain).toBe(numberFormat(back, false).show(serial));
      }),
    );
  });

  it.each([
    ['1,234.50', '#,##0.00', '[$-D00041E]#,##0.00', '๑,๒๓๔.๕๐'],
    ['-5', 'General', '[$-D00041E]General', '-๕'],
    ['17/2/2565', 'm/d/yyyy', '[$-D07041E]d/m/yyyy', '๑๗/๒/๒๕๖๕'],
    ['17/2/65', 'm/d/yyyy', '[$-D07041E]d/m/yy', '๑๗/๒/๖๕'],
    ['1/1/2400', 'd/m/yyyy', '[$-D07041E]d/m/yyyy', '๑/๑/๒๔๐๐'],
    ['5', '0', '0', '๕'],
  ])('is %s in Thai digits where its code is %s', (text, before, after, shown) => {
    expect(shownAfter({ text, before, after }, 'thai')).toBe(shown);
  });
});
