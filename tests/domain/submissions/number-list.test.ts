import fc from 'fast-check';
import { NumberList } from '../../../src/domain/submissions/number-list.ts';

const listOf = (numbers: readonly number[]): NumberList => {
  const list = new NumberList();
  for (const number of numbers) list.push(number);
  return list;
};

const number = fc.oneof(fc.nat(9), fc.nat(0xffffffff));

describe('a list of numbers', () => {
  it('gives back every number, however many there are, and none beyond', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 5000, size: 'max' }), (numbers) => {
        const list = listOf(numbers);
        expect(numbers.map((_, index) => list.at(index))).toEqual(numbers);
        expect(list.length).toBe(numbers.length);
        for (const index of [-1, numbers.length]) expect(() => list.at(index)).toThrow(RangeError);
      }),
    );
  });

  it('finds the last number that is at most another', () => {
    fc.assert(
      fc.property(fc.array(number), number, (numbers, most) => {
        const sorted = numbers.toSorted((one, other) => one - other);
        expect(listOf(sorted).lastIndexUpTo(most)).toBe(sorted.findLastIndex((each) => each <= most));
      }),
    );
  });
});
