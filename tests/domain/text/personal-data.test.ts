import fc from 'fast-check';
import { maskPersonalData, nationalIdsIn } from '../../../src/domain/text/personal-data.ts';
import { thaiDigits } from '../../../src/domain/text/digits.ts';

/** A national ID made by the rule of the check digit. */
const id = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((digits) => {
  const sum = digits.reduce((total, digit, index) => total + (13 - index) * digit, 0);
  return [...digits, (11 - (sum % 11)) % 10].join('');
});

describe('national IDs', () => {
  it('are found by their check digit, in digits of both kinds, and no other last digit passes', () => {
    fc.assert(
      fc.property(id, fc.nat(9), (number, last) => {
        expect(nationalIdsIn(`เลข ${number}`)).toHaveLength(1);
        expect(nationalIdsIn(thaiDigits(number))).toHaveLength(1);
        const other = number.slice(0, 12) + String(last);
        expect(nationalIdsIn(other)).toHaveLength(other === number ? 1 : 0);
      }),
    );
  });

  it('are known by the groups of the card', () => {
    expect(nationalIdsIn('1-1017-00230-70-8')).toEqual([{ start: 0, end: 17, grouped: true }]);
    expect(nationalIdsIn('11-0170-0230-708')).toEqual([{ start: 0, end: 16, grouped: false }]);
  });
});

describe('masking', () => {
  it.each([
    ['เลข 1-1017-00230-70-8.', 'เลข x-xxxx-xxxxx-xx-x.'],
    ['โทร ๐๘๑ ๒๓๔ ๕๖๗๘', 'โทร xxx xxx xxxx'],
    ['a.b-c@gmail.com', 'x.x-x@gmail.com'],
    ['สายด่วน ๑๕๕๕ ที่ กท ๐๓๐๖/๒๐๒๘', 'สายด่วน ๑๕๕๕ ที่ กท ๐๓๐๖/๒๐๒๘'],
  ])('of %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it('keeps every text’s length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(id, fc.constantFrom('0812345678', 'a@b.co', ' ', 'ก')), { maxLength: 6 }),
        (parts) => {
          const text = parts.join('');
          expect(maskPersonalData(text)).toHaveLength(text.length);
        },
      ),
    );
  });
});
