import fc from 'fast-check';

import { foldDigits, thaiDigits } from '../../../src/domain/text/digits.ts';

describe('digits', () => {
  it.each([
    ['0123456789', '๐๑๒๓๔๕๖๗๘๙'],
    ['พ.ศ. 2565', 'พ.ศ. ๒๕๖๕'],
    ['B 6 / ๖', 'B ๖ / ๖'],
    ['', ''],
  ])('turns %j into %j', (ascii, thai) => {
    expect(thaiDigits(ascii)).toBe(thai);
  });

  it('folds Thai digits beside ASCII ones', () => {
    expect(foldDigits('๑2๓ ข้อ ๒๐๗ - ๒๑๑')).toBe('123 ข้อ 207 - 211');
  });

  it('folds a text in the same way whatever was folded before it', () => {
    const part = fc.constantFrom('๑', '๒๓', '4', 'ก', 'a '.repeat(40), '๙'.repeat(70));
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    const onTheirOwn = (whole: string): string => whole.split('').map(foldDigits).join('');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        // Each after another, after itself, and after what came of it.
        for (const each of [...texts, ...texts.toReversed()]) {
          const expected = onTheirOwn(each);
          expect([foldDigits(each), foldDigits(each), foldDigits(foldDigits(each))]).toEqual(Array(3).fill(expected));
        }
      }),
    );
  });

  it('leaves digits of other scripts alone', () => {
    expect(foldDigits('٣४②')).toBe('٣४②');
    expect(thaiDigits('٣४②')).toBe('٣४②');
  });

  it('gives a text without Thai digits back after a round trip', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const ascii = foldDigits(text);
        expect(foldDigits(thaiDigits(ascii))).toBe(ascii);
        expect(thaiDigits(ascii)).toHaveLength(text.length);
      }),
    );
  });
});
