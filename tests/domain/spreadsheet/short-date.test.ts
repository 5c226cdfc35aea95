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
    ['17. 2. 2022', FEBRUARY, 'd. m. yyyy', '๑๗. ๒. ๒๕๖๕'],
    ['17-ก.พ.-65', FEBRUARY, '[$-107041E]d-mmm-yy', '๑๗-ก.พ.-๖๕'],
    ['17 ก.พ. 65', FEBRUARY, '[$-107041E]d mmm yy', '๑๗ ก.พ. ๖๕'],
    ['๑๗ กุมภาพันธ์ ๒๕๖๕', FEBRUARY, '[$-107041E]d mmmm yyyy', '๑๗ กุมภาพันธ์ ๒๕๖๕'],
    ['17 ก.พ. 2022', FEBRUARY, 'd mmm yyyy', '๑๗ ก.พ. ๒๕๖๕'],
  ])('that shows %s is converted as it is shown', (text, serial, code, thai) => {
    const shown = shownDateFormat('m/d/yyyy', serial, text);
    expect(shown).toBe(code);
    const format = thaiNumberFormat({ kind: 'date', format: shown ?? undefined });
    expect(numberFormat(format!, false).show(serial)).toBe(thai);
  });

  it('keeps the time behind it', () => {
    expect(shownDateFormat('m/d/yyyy h:mm', FEBRUARY + 0.5, '17/2/2565 12:00')).toBe('[$-107041E]d/m/yyyy h:mm');
  });

  it('is not what another code shows', () => {
    expect(shownDateFormat('d/m/yyyy', FEBRUARY, '17/2/2022')).toBeUndefined();
  });

  it.each(['######', '18/2/2022', '17-Feb-65', '17 มี.ค. 65', '17/2', ''])(
    'is not guessed where the cell shows %s',
    (text) => {
      expect(shownDateFormat('m/d/yyyy', FEBRUARY, text)).toBeNull();
    },
  );
});
