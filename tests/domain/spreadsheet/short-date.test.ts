import { numberFormat } from '../../../src/adapters/xlsx/read/number-text.ts';
import { thaiNumberFormat } from '../../../src/domain/spreadsheet/number-formats.ts';
import { shownDateFormat } from '../../../src/domain/spreadsheet/short-date.ts';

/** 17 February 2022 and 5 March 2022, as Excel counts days. */
const [FEBRUARY, MARCH] = [44609, 44625];

describe('the short date of the system', () => {
  it.each([
    ['17/2/2565', FEBRUARY, '[$-107041E]d/m/yyyy', '๑๗/๒/๒๕๖๕'],
    ['๑๗/๒/๒๕๖๕', FEBRUARY, '[$-107041E]d/m/yyyy', '๑๗/๒/๒๕๖๕'],
    ['17/2/2022', FEBRUARY, 'd/m/yyyy', '๑๗/๒/๒๕๖๕'],
    ['2/17/2022', FEBRUARY, 'm/d/yyyy', '๒/๑๗/๒๕๖๕'],
    ['5/3/2565', MARCH, '[$-107041E]d/m/yyyy', '๕/๓/๒๕๖๕'],
    ['3/5/2022', MARCH, 'm/d/yyyy', '๓/๕/๒๕๖๕'],
    ['05/03/65', MARCH, '[$-107041E]dd/mm/yy', '๐๕/๐๓/๖๕'],
    ['2022-02-17', FEBRUARY, 'yyyy-mm-dd', '๒๕๖๕-๐๒-๑๗'],
    ['17.2.2022', FEBRUARY, 'd.m.yyyy', '๑๗.๒.๒๕๖๕'],
  ])('that shows %s is converted as it is shown', (text, serial, code, thai) => {
    const shown = shownDateFormat('m/d/yyyy', serial, text);
    expect(shown).toBe(code);
    const format = thaiNumberFormat({ kind: 'date', format: shown });
    expect(numberFormat(format!, false).show(serial)).toBe(thai);
  });

  it('keeps the time behind it', () => {
    expect(shownDateFormat('m/d/yyyy h:mm', FEBRUARY + 0.5, '17/2/2565 12:00')).toBe('[$-107041E]d/m/yyyy h:mm');
  });

  it.each([
    ['d/m/yyyy', '17/2/2022'],
    ['m/d/yyyy', '######'],
    ['m/d/yyyy', '18/2/2022'],
  ])('is not what %s with %s shows', (format, text) => {
    expect(shownDateFormat(format, FEBRUARY, text)).toBeUndefined();
  });
});
