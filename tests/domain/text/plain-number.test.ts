import fc from 'fast-check';
import { plainNumber } from '../../../src/domain/text/plain-number.ts';

describe('a number without a format', () => {
  it.each([
    [3_100_501_234_567, '3100501234567'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1E+21'],
    [-1.5e-7, '-1.5E-07'],
  ])('%p is shown as %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  it('loses no digit of a plain number that Excel keeps', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e307, max: 1e307 }), (value) => {
        expect(Number(plainNumber(value))).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});
