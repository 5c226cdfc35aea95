import fc from 'fast-check';
import { NameTrie } from '../../../src/domain/programme/name-trie.ts';

/** The names that are found in a text. */
function namesIn(names: readonly string[], text: string): readonly string[] {
  const trie = new NameTrie<string>();
  for (const name of names) trie.add(name, name);
  return trie.allIn(text).map(({ value }) => value);
}

/** The edit distance of two texts where neighbours that are swapped are one difference, letter by letter from the definition. */
function distanceWithSwaps(one: string, other: string): number {
  const known = new Map<string, number>();
  const distance = (row: number, column: number): number => {
    if (row === 0 || column === 0) return row + column;
    const place = `${row} ${column}`;
    const before = known.get(place);
    if (before !== undefined) return before;
    const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    const least = Math.min(
      distance(row - 1, column) + 1,
      distance(row, column - 1) + 1,
      distance(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1),
      isSwapped ? distance(row - 2, column - 2) + 1 : Infinity,
    );
    known.set(place, least);
    return least;
  };
  return distance(one.length, other.length);
}

describe('a trie of names', () => {
  it.each([
    ['the longest name at a place', ['เขต', 'เขตบางรัก'], 'เขตบางรัก', ['เขตบางรัก']],
    ['a name that a longer one begins with', ['เขต', 'เขตบางรัก'], 'เขตบางนา', ['เขต']],
    ['names one after the other', ['กท', 'สนป'], 'กทสนปและกท', ['กท', 'สนป', 'กท']],
    ['no name that shares a character with the one before', ['กข', 'ขค'], 'กขค', ['กข']],
    ['nothing where there are no names', [], 'กข', []],
  ])('finds %s', (_, names, text, found) => {
    expect(namesIn(names, text)).toEqual(found);
  });

  it('finds what a pattern of all names finds, the longest first', () => {
    const word = fc.string({ unit: fc.constantFrom('ก', 'ข', 'ค', '😀'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (names, words) => {
        const text = words.join('');
        const pattern = names.toSorted((one, other) => other.length - one.length).join('|');
        expect(namesIn(names, text)).toEqual(text.match(new RegExp(pattern, 'g')) ?? []);
      }),
    );
  });

  it('takes digits of either kind for the same', () => {
    expect(namesIn(['สำนักงานเขต50เขต', '7แห่ง'], 'ทั้งสำนักงานเขต ๕๐ เขต ใน ๗ แห่ง และ 7แห่ง')).toEqual([
      'สำนักงานเขต50เขต',
      '7แห่ง',
      '7แห่ง',
    ]);
  });

  it('passes over white space between the characters of a name', () => {
    const blank = fc.constantFrom('', '', ' ', '\u00a0', '\n \t', '\u3000');
    const word = fc.string({ unit: fc.constantFrom('ก', 'ข', 'ค'), minLength: 1, maxLength: 6 });
    const spaced = fc.array(fc.tuple(fc.constantFrom('ก', 'ข', 'ค'), blank).map((parts) => parts.join('')));
    fc.assert(
      fc.property(fc.array(word), spaced, (names, parts) => {
        const text = parts.join('');
        const trie = new NameTrie<string>();
        for (const name of names) trie.add(name, name);
        const found: string[] = [];
        for (let match = trie.next(text, 0); match; match = trie.next(text, match.start + match.length)) {
          expect(text.slice(match.start, match.start + match.length)).toMatch(/^\S.*\S$|^\S$/s);
          expect(text.slice(match.start, match.start + match.length).replace(/\s/g, '')).toBe(match.value);
          found.push(match.value);
        }
        expect(found).toEqual(namesIn(names, text.replace(/\s/g, '')));
      }),
    );
  });

  it.each([
    ['', 0],
    ['งช', 2],
  ])('finds the name that is nearest by edit distance, where all begin with %j', (head, same) => {
    const word = fc
      .string({ unit: fc.constantFrom('ก', 'ข', 'ค'), minLength: 3, maxLength: 7 })
      .map((rest) => head + rest);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), word, (names, text) => {
        const trie = new NameTrie<string>();
        for (const name of names) trie.add(name, name, 2);
        const distances = names.map((name) =>
          Math.min(...Array.from({ length: text.length + 1 }, (_, end) => distanceWithSwaps(name, text.slice(0, end)))),
        );
        const least = Math.min(...distances);
        const found = trie.nearestAt(text, 0, same);
        expect(found === undefined ? Infinity : distanceWithSwaps(found.value, text.slice(0, found.length))).toBe(
          least <= 2 ? least : Infinity,
        );
      }),
    );
  });

  it('finds the longest of names that are equally near', () => {
    const trie = new NameTrie<string>();
    for (const name of ['บางเขน', 'บางขุนเทียน']) trie.add(name, name, 1);
    expect(trie.nearestAt('บางขนเทียนจัด', 0)).toMatchObject({ value: 'บางขุนเทียน', length: 10 });
  });
});
