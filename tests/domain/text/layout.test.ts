import fc from 'fast-check';

import { estimateHeight, splitToFit, type FitLimits } from '../../../src/domain/text/layout.ts';

const LINE = estimateHeight('ก', { widthPoints: 1000, fontSize: 16 });

/** Room for so many lines of a column of about 20 Thai characters. */
function room(lines: number, maxLength = 32_767): FitLimits {
  return { widthPoints: 200, fontSize: 16, maxHeightPoints: lines * LINE, maxLength };
}

describe('the estimated height', () => {
  const box = { widthPoints: 200, fontSize: 16 };

  it.each([
    ['an empty text', '', 1],
    ['a short text', 'ดำเนินการแล้ว', 1],
    ['line feeds', 'หนึ่ง\nสอง\n\nสี่', 4],
    ['a text of 40 consonants', 'ก'.repeat(40), 3],
    ['a text of 40 consonants, each with two marks', 'กี่'.repeat(40), 3],
    ['blanks at the end of a line', `${'ก'.repeat(18)}${' '.repeat(40)}`, 1],
    ['a link that moves down whole', `ก ${'a'.repeat(17)}`, 2],
    ['a link longer than a line', 'a'.repeat(60), 4],
  ])('of %s is that of its lines', (_what, text, lines) => {
    expect(estimateHeight(text, box)).toBeCloseTo(lines * LINE);
  });

  it('counts only line feeds where the width has no end', () => {
    expect(estimateHeight(`${'ก'.repeat(5000)}\nข`, { widthPoints: Infinity, fontSize: 16 })).toBeCloseTo(2 * LINE);
  });
});

describe('an estimated height that is bounded', () => {
  const text = fc.string({ unit: fc.constantFrom('ก', 'ี่', 'a', ' ', '\n', '๑', '漢', '👍🏽'), maxLength: 200 });
  const box = fc.record({ widthPoints: fc.constantFrom(40, 100, 200, Infinity), fontSize: fc.constantFrom(14, 16) });

  it('is the height of a text that is not higher, and more than the bound for one that is', () => {
    fc.assert(
      fc.property(text, box, fc.double({ min: 0, max: 600, noNaN: true }), (whole, room, bound) => {
        const exact = estimateHeight(whole, room);
        const bounded = estimateHeight(whole, room, bound);
        expect(exact > bound ? bounded > bound : bounded === exact).toBe(true);
      }),
    );
  });
});

describe('splitting a text', () => {
  it.each([
    ['that fits, not at all', ' สั้น ๆ \n', room(2), [' สั้น ๆ \n']],
    ['that is empty, not at all', '', room(1), ['']],
    ['of blanks that do not fit, into nothing', '\n\n\n', room(1), ['']],
    [
      'at a line feed rather than at a later blank',
      'กกกกก กกกกก\nขขขขข ขขขขข',
      room(1),
      ['กกกกก กกกกก', 'ขขขขข ขขขขข'],
    ],
    ['between clauses rather than before a number', 'กกกกกกกกกก ขขขขข ๒๕๖๕', room(1), ['กกกกกกกกกก', 'ขขขขข ๒๕๖๕']],
    ['at a blank', 'ปี ๒๕๖๕ ๑๐๐๐๐๐๐๐๐๐๐๐๐๐', room(1), ['ปี ๒๕๖๕', '๑๐๐๐๐๐๐๐๐๐๐๐๐๐']],
    ['without blanks, between graphemes', 'กี่'.repeat(25), room(1), ['กี่'.repeat(18), 'กี่'.repeat(7)]],
    ['by its length', 'กี่กี่กี่', room(9, 7), ['กี่กี่', 'กี่']],
    ['of one endless grapheme, where it must', 'ก่่่่่', room(9, 4), ['ก่่่', '่่']],
  ])('%s', (_how, text, limits, pieces) => {
    expect(splitToFit(text, limits)).toEqual(pieces);
  });

  it('never parts a character of two units where lines have no end', () => {
    const limits = { widthPoints: Infinity, fontSize: 16, maxHeightPoints: Infinity, maxLength: 5 };
    expect(splitToFit('กขคง👍👍จ', limits)).toEqual(['กขคง', '👍👍จ']);
  });

  it('at the last line feed that a fixed height has room for, where lines have no end', () => {
    expect(splitToFit('ก\nข\nค\nง', { ...room(2), widthPoints: Infinity })).toEqual(['ก\nข', 'ค\nง']);
  });

  it('keeps under the number of line feeds that Excel takes', () => {
    const pieces = splitToFit('ก\n'.repeat(600), {
      widthPoints: Infinity,
      fontSize: 16,
      maxHeightPoints: Infinity,
      maxLength: 32_767,
    });
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece.split('\n').length - 1).toBeLessThanOrEqual(253);
  });

  it('takes time in proportion to the text', () => {
    const seconds = (length: number): number => {
      const text = `${'ก'.repeat(length / 2)}${'กี่ '.repeat(length / 8)}`;
      const start = performance.now();
      splitToFit(text, room(12));
      return performance.now() - start;
    };
    seconds(100_000);
    expect(seconds(800_000)).toBeLessThan(60 * Math.max(5, seconds(100_000)));
  });
});

describe('the pieces of any text', () => {
  const text = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('การประชุม', 'กี่', 'ที่', 'น้ำ', 'ฎีกา', 'เก้า', '๒๕๖๕', 'ก.ก.', '- ') },
        { weight: 3, arbitrary: fc.constantFrom(' ', '\n', '\r\n', '\u00a0', '\t', ' \u0e48') },
        { weight: 1, arbitrary: fc.constantFrom('👨‍👩‍👧‍👦', '👍🏽', 'é', 'e\u0301\u0323', '🇹🇭', '\u0600 ') },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
        { weight: 1, arbitrary: fc.nat({ max: 80 }).map((length) => 'https://a.th/'.repeat(length / 10)) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  const limits = fc.record({ lines: fc.integer({ min: 1, max: 12 }), maxLength: fc.integer({ min: 30, max: 400 }) });
  const graphemes = (of: string): string[] =>
    [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(of)].map(({ segment }) => segment);
  const solid = (of: readonly string[]): string[] => of.filter((grapheme) => grapheme.trim() !== '');

  it('give the text back, grapheme by grapheme, white space at the seams aside', () => {
    fc.assert(
      fc.property(text, limits, (whole, { lines, maxLength }) => {
        const pieces = splitToFit(whole, room(lines, maxLength));
        expect(solid(pieces.flatMap(graphemes))).toEqual(solid(graphemes(whole)));
      }),
    );
  });

  it('are never parted inside a grapheme at a space, whatever characters of ASCII and Thai are around it', () => {
    const block = (first: number): string[] => Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(first + at));
    const few = ['', 'a', 'ก', 'ำ', '่', '\r', '\u0301', '\u0600'];
    const all = [...few, ...block(0), ...block(0x0e00)];
    const pairs = [
      all.flatMap((one) => few.map((other) => [one, other])),
      few.flatMap((one) => all.map((other) => [one, other])),
    ];
    const broken = pairs
      .flat()
      .map(([before = '', after = '']) => `กขค${before} ${after}งจฉ`)
      .filter((whole) => {
        const pieces = solid(splitToFit(whole, room(9, 5)).flatMap(graphemes));
        return pieces.join('\0') !== solid(graphemes(whole)).join('\0');
      });
    expect(broken).toEqual([]);
  });

  it('stand in the text as they are, with nothing but white space between them', () => {
    fc.assert(
      fc.property(text, limits, (whole, { lines, maxLength }) => {
        let rest = whole;
        for (const piece of splitToFit(whole, room(lines, maxLength))) {
          const at = rest.indexOf(piece);
          expect(rest.slice(0, at).trim()).toBe('');
          rest = rest.slice(at + piece.length);
        }
        expect(rest.trim()).toBe('');
      }),
    );
  });

  it('stay under the limits, but for a grapheme that is alone', () => {
    fc.assert(
      fc.property(text, limits, (whole, { lines, maxLength }) => {
        const box = room(lines, maxLength);
        for (const piece of splitToFit(whole, box)) {
          const alone = graphemes(piece).length === 1;
          expect(piece.length).toBeLessThanOrEqual(maxLength);
          expect(alone ? 0 : estimateHeight(piece, box)).toBeLessThanOrEqual(box.maxHeightPoints);
        }
      }),
    );
  });
});
