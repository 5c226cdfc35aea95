import fc from 'fast-check';
import { numberFormat } from '../../../src/adapters/xlsx/read/number-text.ts';
import { foldDigits } from '../../../src/domain/text/digits.ts';
import { arabicNumberFormat, generalText, thaiNumberFormat } from '../../../src/domain/spreadsheet/number-formats.ts';

const cellOf = (kind: 'number' | 'date', format: string | undefined) => ({ kind, format });

describe('a number format in Thai digits', () => {
  it.each<[string | undefined, string, number]>([
    [undefined, '[$-D00041E]General', 1234],
    ['General', '[$-D00041E]General', -2.5],
    ['General', '[$-D00041E]General', 1e20],
    ['0', '[$-D00041E]0', 3],
    ['0.00', '[$-D00041E]0.00', 3],
    ['#,##0', '[$-D00041E]#,##0', 1234],
    ['0%', '[$-D00041E]0%', 0.85],
    ['# ?/?', '[$-D00041E]# ?/?', 0.5],
    ['0000', '[$-D00041E]0000', 12],
    ['0" คน"', '[$-D00041E]0" คน"', 5],
    ['#,##0;[Red]-#,##0', '[$-D00041E]#,##0;[$-D00041E][Red]-#,##0', 5],
    ['0;-0;"ไม่มี"', '[$-D00041E]0;[$-D00041E]-0;"ไม่มี"', 5],
    ['0";"0', '[$-D00041E]0";"0', 5],
    ['[$฿-41E]#,##0.00', '[$฿-D00041E]#,##0.00', 5],
    ['[$-409]0', '[$-D000409]0', 5],
  ])('is made of %j: %j', (format, thai, value) => {
    expect(thaiNumberFormat(cellOf('number', format))).toBe(thai);
    const shown = numberFormat(thai, false).show(value);
    expect([foldDigits(shown), /\d/.test(shown)]).toEqual([numberFormat(format ?? '', false).show(value), false]);
  });

  it('goes on showing decimals that are typed into a cell of General later', () => {
    const thai = thaiNumberFormat(cellOf('number', undefined))!;
    expect([2, 1.5, -0.25].map(numberFormat(thai, false).show)).toEqual(['๒', '๑.๕', '-๐.๒๕']);
  });

  it.each<[string, string, string, string]>([
    ['d mmmm yyyy', '[$-D07041E]d mmmm yyyy', '๑๗ กุมภาพันธ์ ๒๕๖๕', '[$-107041E]d mmmm yyyy'],
    ['d/m/yyyy', '[$-D07041E]d/m/yyyy', '๑๗/๒/๒๕๖๕', '[$-107041E]d/m/yyyy'],
    ['yyyy-mm-dd', '[$-D07041E]yyyy-mm-dd', '๒๕๖๕-๐๒-๑๗', '[$-107041E]yyyy-mm-dd'],
    ['[$-107041E]d mmm yy', '[$-D07041E]d mmm yy', '๑๗ ก.พ. ๖๕', '[$-107041E]d mmm yy'],
    ['[$-th-TH]d/m/yyyy', '[$-th-TH,D07]d/m/yyyy', '๑๗/๒/๒๕๖๕', '[$-th-TH,107]d/m/yyyy'],
    ['[$-41E]d mmm yyyy;@', '[$-D07041E]d mmm yyyy;@', '๑๗ ก.พ. ๒๕๖๕', '[$-107041E]d mmm yyyy;@'],
    ['h:mm', '[$-D07041E]h:mm', '๐:๐๐', '[$-107041E]h:mm'],
  ])('shows a date with its Buddhist year, and back again: %j', (format, thai, shown, back) => {
    // 17 February 2022.
    const serial = 44609;
    expect(thaiNumberFormat(cellOf('date', format))).toBe(thai);
    expect(numberFormat(thai, false).show(serial)).toBe(shown);
    expect(arabicNumberFormat(cellOf('date', thai))).toBe(back);
    expect(numberFormat(back, false).show(serial)).toBe(foldDigits(shown));
  });

  it('keeps the year of a date that was typed in the Buddhist era, in any calendar', () => {
    const formats = fc.record({
      tag: fc.constantFrom('', '[$-41E]', '[$-107041E]', '[$-101041E]', '[$-th-TH]', '[$-,107]', '[$-409]'),
      code: fc.constantFrom('d/m/yyyy', 'd mmmm yyyy', 'yyyy-mm-dd', 'd mmm yy', 'd/m/yyyy h:mm;@'),
    });
    // From the year 2400 to 2999.
    fc.assert(
      fc.property(formats, fc.integer({ min: 182_623, max: 401_768 }), ({ tag, code }, serial) => {
        const format = tag + code;
        const thai = thaiNumberFormat({ ...cellOf('date', format), typedInBuddhistEra: true })!;
        const shown = numberFormat(thai, false).show(serial);
        expect([foldDigits(shown), /\d/.test(shown)]).toEqual([numberFormat(format, false).show(serial), false]);
        const back = arabicNumberFormat(cellOf('date', thai))!;
        expect(numberFormat(back, false).show(serial)).toBe(foldDigits(shown));
      }),
    );
  });

  it.each<[string, string | undefined]>([
    ['t0', '0'],
    ['t#,##0.00', '#,##0.00'],
    ['[$-D00041E]General', 'General'],
    ['[$-D00041E]0', '0'],
    ['[$-D00041E]#,##0;[$-D00041E][Red]-#,##0', '#,##0;[Red]-#,##0'],
    ['[$฿-D00041E]#,##0.00', '[$฿-41E]#,##0.00'],
    ['0', undefined],
    ['[$฿-41E]0', undefined],
  ])('goes back to ASCII digits: %j', (thai, format) => {
    expect(arabicNumberFormat(cellOf('number', thai))).toBe(format);
  });

  it.each(['@', `0"${'ก'.repeat(250)}"`])('is not made of %j', (format) => {
    expect(thaiNumberFormat(cellOf('number', format))).toBeUndefined();
  });
});

describe('a number in General', () => {
  it.each([
    ['General', '0.3333333333333'],
    ['[$-D00041E]General', '๐.๓๓๓๓๓๓๓๓๓๓๓๓๓'],
    ['[$-th-TH,D00]general', '๐.๓๓๓๓๓๓๓๓๓๓๓๓๓'],
    ['[$-1000000]General', '0.3333333333333'],
  ])('is read with all its digits, of which a narrow cell shows a few: %j', (format, text) => {
    expect(generalText(format, 0.3333333333333)).toBe(text);
  });

  it.each(['0', '@', '[$-2000000]General', '[$-D00041E]0'])('is not meant by %j', (format) => {
    expect(generalText(format, 1)).toBeUndefined();
  });
});
