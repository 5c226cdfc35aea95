import { datesIn, writtenIsoDate } from '../../../src/domain/text/find-dates.ts';

describe('a text that is a date', () => {
  it.each([
    ['17/2/2565', '2022-02-17'],
    ['17-02-65', '2022-02-17'],
    ['๑๗/๐๒/๒๕๖๕', '2022-02-17'],
    ['2022-02-17', '2022-02-17'],
    ['2565-02-17', '2022-02-17'],
    ['17/2/2022', '2022-02-17'],
    [' ๑๗ กุมภาพันธ์ ๒๕๖๕ ', '2022-02-17'],
    ['17 ก.พ. 65', '2022-02-17'],
    ['๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๕', '2022-02-17'],
    ['29/2/2567', '2024-02-29'],
    ['1/1/1500', '1500-01-01'],
  ])('%s is %s', (text, iso) => {
    expect(writtenIsoDate(text)).toBe(iso);
  });

  it.each([
    ['', 'nothing'],
    ['กุมภาพันธ์ ๒๕๖๕', 'a month'],
    ['๑๗ กุมภาพันธ์', 'a day of any year'],
    ['29/2/2565', 'no day of the calendar'],
    ['2/17/2565', 'no month'],
    ['วันที่ 17/2/2565', 'more than a date'],
    ['17/2/2565 ถึง 18/2/2565', 'two dates'],
    ['๙ - ๑๐ มีนาคม ๒๕๖๕', 'days from one to another'],
    ['44609', 'a number'],
  ])('%j is none, but %s', (text) => {
    expect(writtenIsoDate(text)).toBeUndefined();
  });
});

describe('the dates in a text', () => {
  it.each([
    ['ประชุมวันที่ ๑๗ กุมภาพันธ์ที่ผ่านมา', ['๑๗ กุมภาพันธ์']],
    ['วันที่ ๑๗ เดือนกุมภาพันธ์ พ.ศ. ๒๕๖๕', ['๑๗ เดือนกุมภาพันธ์ พ.ศ. ๒๕๖๕']],
    ['๕ ม.ค.จัดประชุม', ['๕ ม.ค.']],
    // A number of months, and offices whose names begin as a month.
    ['ภายใน ๓ เดือน มกราคม - มีนาคม', ['มกราคม', 'มีนาคม']],
    ['สำนักงาน ก.พ.ร. และ ก.ค.ศ. ๒๕๖๕', []],
    ['มคอ. ๓', []],
  ])('are in %j', (text, found) => {
    expect(datesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});
