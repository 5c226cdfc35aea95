import fc from 'fast-check';
import { excerpt } from '../../../src/domain/messages/excerpt.ts';

describe('an excerpt', () => {
  const text = fc
    .array(
      fc.oneof(fc.constantFrom('กี่', 'น้ำ', ' ', '\n', '👨‍👩‍👧‍👦', '🇹🇭', 'e\u0301', 'a'), fc.string({ unit: 'grapheme' })),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''));
  const graphemes = (of: string): string[] =>
    Array.from(new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(of), ({ segment }) => segment);

  it('is the beginning of the text on one line, of so many whole graphemes, and says where it leaves something out', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, most) => {
        const line = graphemes(excerpt(whole, Infinity));
        const expected = line.length > most ? `${line.slice(0, most).join('')}…` : line.join('');
        expect(excerpt(whole, most)).toBe(expected);
      }),
    );
  });

  it('of a text that is short enough is the whole of it, however many characters its graphemes have', () => {
    expect(excerpt('น้ำ\n ที่', 3)).toBe('น้ำ ที่');
    expect(excerpt('น้ำ\n ที่นี่', 3)).toBe('น้ำ ที่…');
  });
});
