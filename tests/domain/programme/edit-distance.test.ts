import fc from 'fast-check';
import { editDistance } from '../../../src/domain/programme/edit-distance.ts';

describe('the distance of two texts', () => {
  it.each([
    ['', '', 0],
    ['', 'คลัง', 4],
    ['คลัง', 'คลัง', 0],
    ['คลงั', 'คลัง', 2],
    ['สำนักงาน', 'สำนักงบ', 2],
    ['kitten', 'sitting', 3],
  ])('%j and %j: %d', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('is the same both ways, and no more than the longer text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
