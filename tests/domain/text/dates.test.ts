import fc from 'fast-check';
import { exactThaiTime, instantOfThaiTime, thaiTime } from '../../../src/domain/text/dates.ts';
import { foldDigits } from '../../../src/domain/text/digits.ts';

describe('the time in Thailand', () => {
  it.each([
    ['2025-11-29T07:05:00Z', '๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕ น.', '๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕ น.'],
    ['2025-11-29T07:05:09.000Z', '๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕ น.', '๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕:๐๙ น.'],
    ['2025-12-31T17:00:00.250Z', '๑ ม.ค. ๒๕๖๙ ๐๐:๐๐ น.', '๑ ม.ค. ๒๕๖๙ ๐๐:๐๐:๐๐.๒๕๐ น.'],
    ['2025-11-29T14:05:00+07:00', '๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕ น.', '๒๙ พ.ย. ๒๕๖๘ ๑๔:๐๕ น.'],
    ['2025-11-29', '๒๙ พฤศจิกายน ๒๕๖๘', '2025-11-29'],
    ['2025-99-29T07:05:00Z', '2025-99-29T07:05:00Z', '2025-99-29T07:05:00Z'],
    ['เมื่อวาน', 'เมื่อวาน', 'เมื่อวาน'],
    ['', '', ''],
  ])('of %j is %s, exactly %s', (instant, shown, exact) => {
    expect([thaiTime(instant), exactThaiTime(instant)]).toEqual([shown, exact]);
  });

  it('leads back to the same instant, also after its digits were converted', () => {
    const instant = fc
      .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(instant, fc.boolean(), (iso, isFolded) => {
        const shown = exactThaiTime(iso);
        expect(shown).not.toBe(iso);
        expect(instantOfThaiTime(isFolded ? foldDigits(shown) : shown)).toBe(iso);
      }),
    );
  });

  it.each([
    ['2025-11-29T07:05:09.000Z', '2025-11-29T07:05:09.000Z'],
    ['๒๐๒๕-๑๑-๒๙T๐๗:๐๕:๐๙.๐๐๐Z', '2025-11-29T07:05:09.000Z'],
    ['เมื่อวาน', 'เมื่อวาน'],
    ['๔๑ พ.ย. ๒๕๖๘ ๙๙:๐๕ น.', '๔๑ พ.ย. ๒๕๖๘ ๙๙:๐๕ น.'],
    ['', ''],
  ])('is read from what older masters say, and from what is none: %s', (text, instant) => {
    expect(instantOfThaiTime(text)).toBe(instant);
  });
});
