import fc from 'fast-check';
import {
  applyEdits,
  composeEdits,
  offsetsAfter,
  offsetsBefore,
  replacements,
  type Edit,
} from '../../../src/domain/text/edits.ts';

/** Edits of a text, in order and apart. */
function editsOf(text: string): fc.Arbitrary<readonly Edit[]> {
  return fc
    .array(fc.tuple(fc.nat(text.length), fc.string({ maxLength: 3 })), { maxLength: 6 })
    .map((cuts) => cuts.toSorted(([one], [other]) => one - other))
    .map((cuts) =>
      cuts.flatMap(([start, put], index): Edit[] => {
        const [end] = cuts[index + 1] ?? [text.length];
        return index % 2 === 0 && end > start ? [{ start, end, text: put }] : [];
      }),
    );
}

const twice = fc
  .string({ maxLength: 30 })
  .chain((text) => editsOf(text).map((first) => ({ text, first, middle: applyEdits(text, first) })))
  .chain((round) => editsOf(round.middle).map((second) => ({ ...round, second })));

describe('two rounds of edits', () => {
  it('are the same made as one, which are in order and do not overlap', () => {
    fc.assert(
      fc.property(twice, ({ text, first, middle, second }) => {
        const composed = composeEdits(middle, first, second);
        expect(applyEdits(text, composed)).toBe(applyEdits(middle, second));
        composed.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(composed[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThanOrEqual(start);
        });
      }),
    );
  });

  it.each<[string, Edit[], Edit[], Edit[]]>([
    [
      'apart',
      [{ start: 0, end: 1, text: '' }],
      [{ start: 3, end: 4, text: 'x' }],
      [
        { start: 0, end: 1, text: '' },
        { start: 4, end: 5, text: 'x' },
      ],
    ],
    [
      'one over a stretch that is gone',
      [{ start: 2, end: 3, text: '' }],
      [{ start: 1, end: 3, text: 'x' }],
      [{ start: 1, end: 4, text: 'x' }],
    ],
    [
      'side by side',
      [{ start: 0, end: 1, text: '' }],
      [{ start: 0, end: 1, text: 'x' }],
      [
        { start: 0, end: 1, text: '' },
        { start: 1, end: 2, text: 'x' },
      ],
    ],
  ])('compose: %s', (_, first, second, composed) => {
    expect(composeEdits(applyEdits('abcdefg', first), first, second)).toEqual(composed);
  });
});

describe('places', () => {
  it('in an edited text lead back to where they were', () => {
    const edits = [
      { start: 1, end: 3, text: '' },
      { start: 4, end: 5, text: 'XYZ' },
    ]; // abcdef -> adXYZf
    const before = offsetsBefore(edits);
    expect(applyEdits('abcdef', edits)).toBe('adXYZf');
    expect(before(0, 1)).toEqual({ start: 0, end: 1 });
    expect(before(1, 2)).toEqual({ start: 3, end: 4 });
    expect(before(0, 2)).toEqual({ start: 0, end: 4 });
    expect(before(3, 4)).toEqual({ start: 4, end: 5 });
    expect(before(5, 6)).toEqual({ start: 5, end: 6 });
    expect([...offsetsAfter(edits).values()]).toEqual([
      { start: 1, end: 1 },
      { start: 2, end: 5 },
    ]);
  });
});

describe('replacements', () => {
  it('leave matches out that stay the same', () => {
    expect(replacements('aAa', /a/gi, (found) => found.toUpperCase())).toEqual([
      { start: 0, end: 1, text: 'A' },
      { start: 2, end: 3, text: 'A' },
    ]);
  });
});
