import fc from 'fast-check';
import { piecesWithoutLabel } from '../../../../src/adapters/xlsx/write/chart-labels.ts';

describe('the numbers of a bar', () => {
  it('leave out what would stand over the number of a larger piece', () => {
    expect([...piecesWithoutLabel([39, 10, 0, 490], 190)]).toEqual([1]);
    expect([...piecesWithoutLabel([248, 88, 3371], 190)]).toEqual([1]);
  });

  it('are all there where each has room, also beyond a small piece', () => {
    expect([...piecesWithoutLabel([300, 1, 238], 190)]).toEqual([]);
    expect([...piecesWithoutLabel([0, 0, 0], 190)]).toEqual([]);
  });

  it('always have that of the largest piece, and of every piece on a bar that is long enough', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 }), (numbers) => {
        const without = piecesWithoutLabel(numbers, 190);
        expect(numbers.some((number, index) => number === Math.max(...numbers) && !without.has(index))).toBe(true);
        expect(piecesWithoutLabel(numbers, 1e6).size).toBe(0);
      }),
    );
  });
});
