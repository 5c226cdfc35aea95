import fc from 'fast-check';
import { NameFinder } from '../../../src/domain/programme/name-finder.ts';

describe('NameFinder', () => {
  it.each([
    ['the longest name at a place', ['เขต', 'เขตบางรัก'], 'เขตบางรัก', ['เขตบางรัก']],
    ['a name that a longer one begins with', ['เขต', 'เขตบางรัก'], 'เขตบางนา', ['เขต']],
    ['names one after the other', ['กท', 'สนป'], 'กทสนปและกท', ['กท', 'สนป', 'กท']],
    ['no name that shares a character with the one before', ['กข', 'ขค'], 'กขค', ['กข']],
    ['nothing where there are no names', [], 'กข', []],
  ])('finds %s', (_, names, text, found) => {
    expect(new NameFinder(names).namesIn(text)).toEqual(found);
  });

  it('finds what a pattern of all names finds, the longest first', () => {
    const word = fc.string({ unit: fc.constantFrom('ก', 'ข', 'ค', '😀'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (names, words) => {
        const text = words.join('');
        const pattern = names.toSorted((one, other) => other.length - one.length).join('|');
        expect(new NameFinder(names).namesIn(text)).toEqual(text.match(new RegExp(pattern, 'g')) ?? []);
      }),
    );
  });
});
