import fc from 'fast-check';
import type { DigitChange } from '../../src/domain/text/thai-digits.ts';

/** Pieces of which official Thai is made, and what stands wrongly in it. */
const PIECES = [
  'ปี',
  'พ.ศ. ',
  'ข้อ ',
  'กท ',
  'ว ',
  'โควิด',
  'COVID',
  'B',
  'ISO ',
  'ISBN ',
  'Windows ',
  'ver ',
  'มอก.',
  'http://',
  'https://a.th/',
  'www.',
  'x.go.th',
  'a@x.th',
  'C:\\',
  '\\\\s\\',
  '.pdf',
  '.xlsx',
  '#',
  '@',
  '=SUM(',
  '½',
  '²',
  '๒๕๖๕',
  '2565',
  '10.0.0.1',
  '๑.๑.๒',
  '1,234.50',
  '203.148.250.178',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\u00a0',
  '\u200b',
  '-',
  '/',
  '.',
  ',',
  ':',
  '(',
  ')',
  '“',
  '”',
  '=',
  '_',
  '%',
  'Web 2.0',
  "='แผ่น 2'!",
  'B2',
  '$A$1',
  '!',
  '*',
  "'",
  'tel:',
  'Tel.',
  'โทร. ',
  'Excel ',
  ' เครื่อง',
  ' มกราคม',
  'แผนงานที่ ',
  '1.1.2.1',
  '๑.',
  '2.',
  'ita@x.th',
  'facebook.com',
  '02-221-2141',
  '/Line',
  ' บาท',
  '\ufe0f\u20e3',
  '😀',
];

/** Texts with digits of both kinds in likely and unlikely places. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.constantFrom('0', '1', '2', '5', '6', '9', '๐', '๑', '๔', '๙') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

/** The text with changes put in by their places alone. */
export function applied(text: string, changes: readonly DigitChange[]): string {
  let result = text;
  for (const { offset, length, before, after } of changes) {
    if (result.slice(offset, offset + length) !== before) throw new Error(`${before} is not at ${offset}`);
    result = result.slice(0, offset) + after + result.slice(offset + length);
  }
  return result;
}
