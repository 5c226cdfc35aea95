import fc from 'fast-check';
import { builtInDigitProfile } from '../../../src/domain/programme/catalogue.ts';
import { thaiDigits } from '../../../src/domain/text/digits.ts';
import { toArabicDigits, toThaiDigits } from '../../../src/domain/text/thai-digits.ts';
import { WORST } from '../../support/worst-digit-texts.ts';
import { CONVERTED, KEPT, FIXED } from './digit-cases.ts';
import { FIELD, RELATIVES } from './digit-field-cases.ts';
import { anyText, applied } from '../../support/digit-texts.ts';

const PROFILE = builtInDigitProfile();
const thai = (text: string) => toThaiDigits(text, PROFILE);

describe('text in Thai digits', () => {
  it.each(CONVERTED)('converts %j', (before, after, ...reasons) => {
    const { text, preserved } = thai(before);
    expect([text, ...preserved.map(({ reason }) => reason)]).toEqual([after, ...reasons]);
  });

  it.each(KEPT)('keeps %j', (before, after, ...reasons) => {
    const { text, preserved } = thai(before);
    expect([text, ...preserved.map(({ reason }) => reason)]).toEqual([after, ...reasons]);
  });

  it.each(FIXED)('fixes %j', (before, after, ...reasons) => {
    const { text, changes } = thai(before);
    expect([text, ...changes.map(({ reason }) => reason)]).toEqual([after, ...reasons]);
  });
});

describe('texts from the field', () => {
  it.each(FIELD)('become, from %j', (before, after) => {
    expect(thai(before).text).toBe(after);
    expect(thai(after).text).toBe(after);
  });

  describe.each(Object.entries(RELATIVES))('of the kind: %s', (_, cases) => {
    it.each(cases)('become, from %j', (before, after) => {
      expect(thai(before).text).toBe(after);
      expect(thai(after).text).toBe(after);
    });
  });
});

describe('a conversion', () => {
  it('says what changed and what stayed, with places', () => {
    expect(thai('ข้อ 1.2 ดู www.a1.th และ http://๑๐.๐.๐.๑/')).toEqual({
      text: 'ข้อ ๑.๒ ดู www.a1.th และ http://10.0.0.1/',
      changes: [
        { offset: 4, length: 3, before: '1.2', after: '๑.๒', reason: 'number' },
        { offset: 25, length: 16, before: 'http://๑๐.๐.๐.๑/', after: 'http://10.0.0.1/', reason: 'repair' },
      ],
      preserved: [{ offset: 11, length: 9, text: 'www.a1.th', reason: 'link' }],
    });
  });

  it('keeps what an office puts on its list', () => {
    const office = { ...PROFILE, keep: ['BMA Q', 'ไทยแลนด์ 4.0', '๕ส'] };
    const { text } = toThaiDigits('BMA Q 2 และไทยแลนด์ 4.0 5ส 15ส ISO 9001', office);
    expect(text).toBe('BMA Q 2 และไทยแลนด์ 4.0 5ส ๑๕ส ISO ๙๐๐๑');
  });

  it('is none where nothing changes: the text is the same one', () => {
    expect(thai('ไม่มีตัวเลข')).toEqual({ text: 'ไม่มีตัวเลข', changes: [], preserved: [] });
    expect(toArabicDigits('')).toEqual({ text: '', changes: [], preserved: [] });
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = thai(text);
        const twice = thai(once.text);
        expect([twice.text, twice.changes, toArabicDigits(toArabicDigits(text).text).changes]).toEqual([
          once.text,
          [],
          [],
        ]);
      }),
    );
  });

  it('comes back: Arabic digits of the Thai ones are those of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toArabicDigits(thai(text).text).text).toBe(toArabicDigits(text).text);
        expect(toArabicDigits(text).text).not.toMatch(/[๐-๙]/);
      }),
    );
  });

  it('changes no other character than a digit, and every digit into one of the same value', () => {
    const values = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
    fc.assert(
      fc.property(anyText, (text) => {
        for (const converted of [thai(text).text, toArabicDigits(text).text]) {
          expect(values(converted)).toBe(values(text));
        }
      }),
    );
  });

  it('tells its changes and its kept tokens with their right places, in order, none over another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const conversion of [thai(text), toArabicDigits(text)]) {
          expect(applied(text, conversion.changes)).toBe(conversion.text);
          for (const { offset, length, text: token } of conversion.preserved) {
            expect([text.slice(offset, offset + length), conversion.text.slice(offset, offset + length)]).toEqual([
              token,
              token,
            ]);
          }
          const locations = [...conversion.changes, ...conversion.preserved].toSorted((a, b) => a.offset - b.offset);
          let end = 0;
          for (const { offset, length } of locations) {
            expect(offset).toBeGreaterThanOrEqual(end);
            end = offset + length;
          }
        }
      }),
    );
  });

  it('leaves no ASCII digit but in a kept or fixed token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: converted, changes, preserved } = thai(text);
        const rest = converted.split('');
        for (const { offset, length } of [...changes.filter(({ reason }) => reason === 'repair'), ...preserved]) {
          rest.fill(' ', offset, offset + length);
        }
        expect(rest.join('')).not.toMatch(/[0-9]/);
      }),
    );
  });

  it('keeps protected tokens byte for byte wherever they stand', () => {
    const tokens = KEPT.filter(([before, after, reason]) => before === after && reason && !/\s|^=/.test(before));
    fc.assert(
      fc.property(fc.constantFrom(...tokens), fc.constantFrom('', 'ดู ', 'ปี 2565 ', '1\n'), ([token], before) => {
        expect(thai(`${before}${token} 2565`).text).toBe(`${thaiDigits(before)}${token} ๒๕๖๕`);
      }),
    );
  });

  it.each(WORST)('takes work in proportion to the text: %j', (unit) => {
    const [once, twice] = [1000, 2000].map((length) => stepsFor(`${unit.repeat(length).slice(0, length)} 1`));
    expect(twice! / once!).toBeLessThan(2.2);
  });
});

/** Characters that the engine looks at. */
function stepsFor(text: string): number {
  const look = jest.spyOn(String.prototype, 'charCodeAt');
  thai(text);
  const steps = look.mock.calls.length;
  look.mockRestore();
  return steps;
}
