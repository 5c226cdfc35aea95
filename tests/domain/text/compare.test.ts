import fc from 'fast-check';

import { collapse, compareKey, sameTextKey } from '../../../src/domain/text/compare.ts';

describe('collapse', () => {
  it.each([
    ['  สำนักงาน \n\t ก.ก. ', 'สำนักงาน ก.ก.'],
    ['สำนัก\u00a0\u00a0งาน', 'สำนัก งาน'],
    ['กรุง\u200bเทพ\ufeffมหา\u2060นคร', 'กรุงเทพมหานคร'],
    ['\u200b \u200d', ''],
  ])('makes %j one line, %j', (text, expected) => {
    expect(collapse(text)).toBe(expected);
  });
});

describe('compareKey', () => {
  it('is the same for a name however it is spaced', () => {
    expect(compareKey('สำนักงบประมาณ กรุงเทพมหานคร')).toBe(compareKey('สำนักงบประมาณกรุงเทพ\u200bมหานคร '));
  });

  it('is the same for Thai and ASCII digits', () => {
    expect(compareKey('สำนักงานเขต ทั้ง ๕๐ เขต')).toBe(compareKey('สำนักงานเขตทั้ง 50 เขต'));
  });

  it.each([
    ['sara am of two characters', 'ด\u0e4d\u0e32เนินการแล้ว', 'ดำเนินการแล้ว'],
    ['two sara e', 'ดำเนินการเเล้ว', 'ดำเนินการแล้ว'],
    ['a tone mark between them', 'น\u0e4d\u0e49\u0e32เสีย', 'น้ำเสีย'],
    ['a tone mark before them', 'น\u0e49\u0e4d\u0e32เสีย', 'น้ำเสีย'],
  ])('is the same for what looks the same: %s', (_what, typed, right) => {
    expect(compareKey(typed)).toBe(compareKey(right));
    expect(sameTextKey(typed)).not.toBe(sameTextKey(right));
  });

  it('keeps spellings apart', () => {
    expect(compareKey('สำนักงบประมาณ')).not.toBe(compareKey('สำนักงานประมาณ'));
  });
});

describe('sameTextKey', () => {
  it.each([
    ['white space', 'ประชุม ๒ ครั้ง', 'ประชุม\n๒\u00a0ครั้ง ', true],
    ['marks for line breaks', 'ประชุม', 'ประ\u200bชุม\ufeff', true],
    ['digits', 'ประชุม ๒ ครั้ง', 'ประชุม 2 ครั้ง', false],
    ['bullets', '- ประชุม', 'ประชุม', false],
    ['joiners inside an emoji', '👨\u200d👩', '👨👩', false],
  ])('with different %s: %j and %j', (_what, one, other, same) => {
    expect(sameTextKey(one) === sameTextKey(other)).toBe(same);
  });
});

describe('all three', () => {
  it('change nothing when they are applied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const key of [collapse, compareKey, sameTextKey]) expect(key(key(text))).toBe(key(text));
      }),
    );
  });

  it('do so where marks look the same', () => {
    const marks = fc
      .array(fc.constantFrom('เ', 'แ', 'น', 'า', 'ำ', '\u0e4d', '้', '่', ' '))
      .map((text) => text.join(''));
    fc.assert(
      fc.property(marks, (text) => {
        expect(compareKey(compareKey(text))).toBe(compareKey(text));
      }),
    );
  });
});
