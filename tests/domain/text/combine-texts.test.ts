import fc from 'fast-check';
import { combineTexts } from '../../../src/domain/text/combine-texts.ts';

describe('two texts about the same thing', () => {
  it.each([
    ['โทรแจ้งแล้ว', 'โทรแจ้งแล้ว', 'โทรแจ้งแล้ว'],
    ['โทรแจ้งแล้ว', '', 'โทรแจ้งแล้ว'],
    ['', 'โทรแจ้งแล้ว', 'โทรแจ้งแล้ว'],
    ['โทรแจ้งแล้ว รอหนังสือ', 'รอหนังสือ', 'โทรแจ้งแล้ว รอหนังสือ'],
    ['รอหนังสือ', 'โทรแจ้งแล้ว\nรอหนังสือ', 'โทรแจ้งแล้ว\nรอหนังสือ'],
    ['โทรแจ้งแล้ว', 'รอหนังสือ', 'โทรแจ้งแล้ว\nรอหนังสือ'],
    // Inside a word it says something else.
    ['ไม่อนุมัติ', 'อนุมัติ', 'ไม่อนุมัติ\nอนุมัติ'],
    ['ครั้งที่ ๑', 'ครั้งที่ ๑๐', 'ครั้งที่ ๑\nครั้งที่ ๑๐'],
  ])('%j and %j are %j', (one, other, both) => {
    expect(combineTexts(one, other)).toBe(both);
  });

  it('are both in what they are together, and nothing is added by combining that with one of them again', () => {
    const text = fc.array(fc.constantFrom('ไม่', 'อนุมัติ', ' ', '\n', '๑'), { maxLength: 5 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const both = combineTexts(one, other);
        expect([one, other].every((each) => both.includes(each))).toBe(true);
        expect([combineTexts(both, one), combineTexts(both, other)]).toEqual([both, both]);
      }),
    );
  });
});
