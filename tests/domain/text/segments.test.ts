import fc from 'fast-check';
import { wordSegments, wordsIn } from '../../../src/domain/text/segments.ts';

const RUNS = Number(process.env.ITA_PROPERTY_RUNS ?? 2000);

/** Pieces of which the rules of words tell something: blanks, marks, joiners, signs inside words and numbers, emoji. */
const PIECES = [
  ...['มีการประชุม', 'เปิดเผยข้อมูล', 'ก', 'เ', 'แ', 'ำ', 'ั', '่', 'ๆ', 'ฯ', 'ฯลฯ', 'น.ส.', '๒๕๖๕', '๑,๐๐๐', 'สิ', 'ทธิ'],
  ...[' ', ' ', '  ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u2003', '\u200b', '\u200d', '\u2060', '\u0301', '\u00ad'],
  ...[
    'ITA',
    'a',
    "don't",
    '3.14',
    '1',
    ',',
    '.',
    ':',
    "'",
    '"',
    '(',
    ')',
    '-',
    '/',
    '_',
    'https://',
    'אב',
    '漢字',
    'カ',
  ],
  ...['👩‍👩‍👧', '🇹🇭', '🇹', '\ud83d', '\udc00'],
];

it('finds the words that the whole text has', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      expect(wordsIn(text)).toEqual(Array.from(wordSegments(text), ({ segment }) => segment));
      expect(wordsIn(text).join('')).toBe(text);
    }),
    { numRuns: RUNS },
  );
});
