import fc from 'fast-check';
import { isoSerial, isTypedInBuddhistEra, serialIsoDate } from '../../../src/domain/spreadsheet/serial-date.ts';

describe('a serial date of the 1900 system', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [44_609, '2022-02-17'],
    [44_609.99, '2022-02-17'],
    [2_958_465, '9999-12-31'],
    [2_958_465.5, '9999-12-31'],
  ])('%d is %s', (serial, iso) => {
    expect(serialIsoDate(serial)).toBe(iso);
  });

  it.each([0, 0.99, -1, 60, 60.5, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])('%d is no day', (serial) => {
    expect(serialIsoDate(serial)).toBeUndefined();
  });

  it('is the number that a cell holds for its date', () => {
    const day = fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60);
    fc.assert(fc.property(day, (serial) => expect(isoSerial(serialIsoDate(serial)!, false)).toBe(serial)));
  });

  it('was typed in the Buddhist era from the year 2400 on', () => {
    const day = fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60);
    fc.assert(
      fc.property(day, (serial) =>
        expect(isTypedInBuddhistEra(serial, 'd/m/yyyy')).toBe(Number(serialIsoDate(serial)!.slice(0, 4)) >= 2400),
      ),
    );
    const isTyped = (serial: number) => isTypedInBuddhistEra(serial, 'd/m/yyyy');
    expect([182_622.99, 182_623].map(isTyped)).toEqual([false, true]);
  });

  it('was typed in the Buddhist era where two digits show a year of the last century from 1930 on', () => {
    const isTyped = (serial: number) => isTypedInBuddhistEra(serial, 'd/m/yy');
    expect([10_958, 10_959, 36_525, 36_526].map(isTyped)).toEqual([false, true, true, false]);
    const formats = ['yy', 'd mmm yy;@', '[$-41E]d/m/yy', 'yyyy', '"yy"d/m/yyyy', 'd/m', '\\y yyyy'];
    expect(formats.map((format) => isTypedInBuddhistEra(23_816, format))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
