import { numberFormat } from '../../../src/adapters/xlsx/read/number-text.ts';
import { foldDigits } from '../../../src/domain/text/digits.ts';
import { arabicNumberFormat, thaiNumberFormat } from '../../../src/domain/spreadsheet/number-formats.ts';

const cellOf = (kind: 'number' | 'date', format: string | undefined, text = '1') => ({ kind, format, text });

describe('a number format in Thai digits', () => {
  it.each<[string | undefined, string, string, number]>([
    [undefined, '1234', 't0', 1234],
    ['General', '-2.5', 't0.0', -2.5],
    ['0', '3', 't0', 3],
    ['0.00', '3.00', 't0.00', 3],
    ['0.000', '3.000', 't0.000', 3],
    ['#,##0', '1,234', 't#,##0', 1234],
    ['#,##0.00', '1,234.50', 't#,##0.00', 1234.5],
    ['0%', '85%', 't0%', 0.85],
    ['0.00%', '85.50%', 't0.00%', 0.855],
    ['# ?/?', '1/2', 't# ?/?', 0.5],
    ['0000', '0012', '[$-D00041E]0000', 12],
    ['0" คน"', '5 คน', '[$-D00041E]0" คน"', 5],
    ['#,##0;[Red]-#,##0', '5', '[$-D00041E]#,##0;[$-D00041E][Red]-#,##0', 5],
    ['0;-0;"ไม่มี"', '5', '[$-D00041E]0;[$-D00041E]-0;"ไม่มี"', 5],
    ['0";"0', '0;5', '[$-D00041E]0";"0', 5],
    ['[$฿-41E]#,##0.00', '฿5.00', '[$฿-D00041E]#,##0.00', 5],
    ['[$-409]0', '5', '[$-D000409]0', 5],
  ])('is made of %j: %j', (format, text, thai, value) => {
    expect(thaiNumberFormat(cellOf('number', format, text))).toBe(thai);
    const shown = numberFormat(thai, false).show(value);
    expect([foldDigits(shown), /\d/.test(shown)]).toEqual([numberFormat(format ?? '', false).show(value), false]);
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

  it.each<[string, string | undefined]>([
    ['t0', '0'],
    ['t#,##0.00', '#,##0.00'],
    ['[$-D00041E]0', '0'],
    ['[$-D00041E]#,##0;[$-D00041E][Red]-#,##0', '#,##0;[Red]-#,##0'],
    ['[$฿-D00041E]#,##0.00', '[$฿-41E]#,##0.00'],
    ['0', undefined],
    ['[$฿-41E]0', undefined],
  ])('goes back to ASCII digits: %j', (thai, format) => {
    expect(arabicNumberFormat(cellOf('number', thai))).toBe(format);
  });

  it.each([
    ['@', '1'],
    [undefined, '1E+20'],
    [`0"${'ก'.repeat(250)}"`, '1'],
  ])('is not made of %j', (format, text) => {
    expect(thaiNumberFormat(cellOf('number', format, text))).toBeUndefined();
  });
});
