import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { builtInFormat, numberFormat } from '../../../../src/adapters/xlsx/read/number-text.ts';
import { foldDigits } from '../../../../src/domain/text/digits.ts';

/** The part of SheetJS that its types leave out. */
const oracle = SSF as { format: (code: string, value: number) => string };

/** 1 March 2022, six in the evening. */
const DAY = 44_621.75;

function shown(code: string, value: number, date1904 = false): string {
  return numberFormat(code, date1904).show(value);
}

describe('a number as a person sees it', () => {
  it.each([
    ['[$-D00041E]0', 1234, '๑๒๓๔'],
    ['[$-D00041E]0%', 0.5, '๕๐%'],
    ['[$-D000000]#,##0.00', 1234.5, '๑,๒๓๔.๕๐'],
    ['[$฿-D00041E]#,##0.00', 5, '฿๕.๐๐'],
    ['[$฿-41E]#,##0.00', 5, '฿5.00'],
    ['#,##0.00 [$€-407]', 1234.5, '1,234.50 €'],
    ['[$€-407] #,##0.00;[Red]-[$€-407] #,##0.00', -1234.5, '-€ 1,234.50'],
    ['[$-407]#,##0.00', 1234.5, '1,234.50'],
    ['[$$-en-US]#,##0', 1234, '$1,234'],
    ['t0', 12, '๑๒'],
    ['t#,##0.00', 1234.5, '๑,๒๓๔.๕๐'],
    ['[Red]t0;[Blue]-t0', -5, '-๕'],
    ['#,##0.00 "บาท"', 5.5, '5.50 บาท'],
    ['_-* #,##0_-', 1234, '1,234'],
    ['0000000000000', 1_234_567_890_123, '1234567890123'],
    ['"โทร. "0#-####-####', 812_345_678, 'โทร. 08-1234-5678'],
    ['"ที่ "General', -5.25, '-ที่ 5.25'],
    ['General" คน"', 1_234_567_890_123, '1234567890123 คน'],
    ['0.00E+00', 1e-9, '1.00E-09'],
    ['# ?/?', 1.5, '1 1/2'],
  ])('%s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
    expect(numberFormat(code, false).isDate).toBe(false);
  });

  it.each([
    ['[$-D07041E]d mmmm yyyy', '๑ มีนาคม ๒๕๖๕'],
    ['[$-D07041E]d mmm yy;@', '๑ มี.ค. ๖๕'],
    ['[$-107041E]d mmm yy;@', '1 มี.ค. 65'],
    ['[$-187041E]d mmmm yyyy', '1 มีนาคม 2565'],
    ['[$-1070000]d/m/yyyy;@', '1/3/2565'],
    ['[$-th-TH,D07]d mmmm yyyy', '๑ มีนาคม ๒๕๖๕'],
    ['[$-th-TH,107]d mmmm yyyy', '1 มีนาคม 2565'],
    ['[$-D07041E]e', '๒๕๖๕'],
    ['[$-41E]d mmmm yyyy', '1 มีนาคม 2022'],
    ['[$-409]d mmmm yyyy', '1 March 2022'],
    ['[$-407]d. mmmm yyyy', '1. März 2022'],
    ['d/m/bbbb', '1/3/2565'],
    ['td/m/bb h:mm', '๑/๓/๖๕ ๑๘:๐๐'],
    ['dddd d mmm', 'อังคาร 1 มี.ค.'],
    ['h:mm AM/PM', '6:00 PM'],
    ['yyyy\\-mm\\-dd"T"hh:mm:ss', '2022-03-01T18:00:00'],
  ])('a date: %s', (code, text) => {
    expect(shown(code, DAY)).toBe(text);
    expect(numberFormat(code, false).isDate).toBe(true);
  });

  it.each([
    [0, 5, '5'],
    [9, 0.5, '50%'],
    [14, DAY, '1/3/2022'],
    [15, DAY, '1-มี.ค.-22'],
    [17, DAY, 'มี.ค.-22'],
    [18, DAY, '6:00 PM'],
    [20, DAY, '18:00'],
    [22, DAY, '1/3/2022 18:00'],
    [27, DAY, '1/3/2022'],
    [36, DAY, '1/3/2022'],
    [46, 1.5, '36:00:00'],
    [50, DAY, '1/3/2022'],
    [58, DAY, '1/3/2022'],
    [59, 1234, '๑๒๓๔'],
    [60, 1234.5, '๑๒๓๔.๕๐'],
    [61, 1234, '๑,๒๓๔'],
    [62, 1234.5, '๑,๒๓๔.๕๐'],
    [67, 0.5, '๕๐%'],
    [68, 0.125, '๑๒.๕๐%'],
    [69, 1.5, '๑ ๑/๒'],
    [70, 1.5, '๑ ๑/๒'],
    [71, DAY, '๑/๓/๖๕'],
    [72, DAY, '๑-มี.ค.-๖๕'],
    [77, DAY, '๑/๓/๖๕ ๑๘:๐๐'],
    [79, 1.5, '๓๖:๐๐:๐๐'],
    [81, DAY, '1/3/65'],
    [163, 1.5, '1.5'],
  ])('in the built-in format %i', (id, value, text) => {
    expect(shown(builtInFormat(id), value).replace(/ +/g, ' ')).toBe(text);
  });

  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1_234_567_890_123.45, '1234567890123.45'],
    ['General', 0.000_012_345, '0.000012345'],
    ['General', 1e21, '1E+21'],
    ['General', 1e-7, '1E-07'],
    ['General', -0, '0'],
    ['', 1.5, '1.5'],
    ['@', 1_234_567_890_123, '1234567890123'],
    [';;;', 5, '5'],
    ['""', 5, '5'],
    ['0;;', -5, '-5'],
    ['"unclosed', 5, '5'],
    ['[NatNum1]0', 5, '5'],
    ['[<1]0;[>5]"big"', 3, '3'],
    ['d/m/yyyy', -1, '-1'],
    ['d/m/yyyy', 3_000_000, '3000000'],
    ['0'.repeat(300), 5, '5'],
  ])('is shown plain where %j would lose it', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it('counts dates from 1904 where the workbook does, but never durations', () => {
    expect(shown('d/m/yyyy', 0, true)).toBe('1/1/1904');
    expect(shown('d/m/yyyy', DAY - 1462, true)).toBe('1/3/2022');
    expect(shown('[h]:mm', 1.5, true)).toBe('36:00');
  });

  it('agrees with SheetJS on formats that do not depend on the language', () => {
    const codes = [
      '0',
      '0.00',
      '#,##0',
      '#,##0.00',
      '0%',
      '0.0%',
      '0.00E+00',
      '#,##0;(#,##0)',
      'yyyy-mm-dd',
      'hh:mm:ss',
      '[h]:mm',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 0, max: 60_000_000 }), (code, thousandths) => {
        const value = thousandths / 1024;
        expect(shown(code, value)).toBe(oracle.format(code, value));
        expect(foldDigits(shown(`[$-D00041E]${code}`, value))).toBe(shown(code, value));
      }),
    );
  });

  it('never fails and never is empty, whatever the format', () => {
    const piece = fc.constantFrom(
      '0',
      '#',
      '?',
      ',',
      '.',
      '%',
      'd',
      'm',
      'yyyy',
      'h',
      's',
      'b',
      'e',
      'E+',
      ';',
      '"',
      '\\',
      '[',
      ']',
      '[$-D07041E]',
      '[Red]',
      '[h]',
      '[>5]',
      '@',
      '*',
      '_',
      't',
      'General',
      '/',
      'ก',
      ' ',
      'AM/PM',
      '$',
      '(',
    );
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -9, max: 60_000 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), value, (pieces, drawn) => {
        expect(shown(pieces.join(''), drawn)).toMatch(/\S/);
      }),
      { numRuns: 2000 },
    );
  });
});
