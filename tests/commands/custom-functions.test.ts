import { CUSTOM_FUNCTIONS, registerFunctions, type Argument } from '../../src/commands/custom-functions.ts';
import { planAgencyWorkbook } from '../../src/domain/workbook/agency-workbook.ts';
import type { FunctionId } from '../../src/domain/messages/functions-words.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import { SMALL_PROGRAMME, smallAgency } from '../support/small-programme.ts';

function run(id: FunctionId, argument: Argument): string | undefined {
  return CUSTOM_FUNCTIONS.find((each) => each.id === id)!.run(argument);
}

describe('ITA.THAIDIGITS', () => {
  it.each<[Argument, string]>([
    ['ปี 2565 ข้อ 1.2', 'ปี ๒๕๖๕ ข้อ ๑.๒'],
    ['ดูที่ https://bangkok.go.th/ita2565 หน้า 3', 'ดูที่ https://bangkok.go.th/ita2565 หน้า ๓'],
    ['ใช้ Windows 11', 'ใช้ Windows 11'],
    ['=1+1', '=1+1'],
    ['', ''],
    [2565, '๒๕๖๕'],
    [-12.5, '-๑๒.๕'],
    [0.1 + 0.2, '๐.๓'],
    [0, '๐'],
    [true, 'TRUE'],
    [null, ''],
    [undefined, ''],
  ])('gives for %j %j', (argument, text) => {
    expect(run('THAIDIGITS', argument)).toBe(text);
  });
});

describe('ITA.ARABICDIGITS', () => {
  it.each<[Argument, string]>([
    ['ปี ๒๕๖๕ ข้อ ๑.2', 'ปี 2565 ข้อ 1.2'],
    [2565, '2565'],
    [123_456_789_012, '123456789012'],
    [false, 'FALSE'],
    [null, ''],
  ])('gives for %j %j', (argument, text) => {
    expect(run('ARABICDIGITS', argument)).toBe(text);
  });
});

describe('ITA.THAIDATE', () => {
  it.each<[Argument, string]>([
    [44_609, '๑๗ กุมภาพันธ์ ๒๕๖๕'],
    [44_609.75, '๑๗ กุมภาพันธ์ ๒๕๖๕'],
    [1, '๑ มกราคม ๒๔๔๓'],
    [2_958_465, '๓๑ ธันวาคม ๑๐๕๔๒'],
    ['17/2/2565', '๑๗ กุมภาพันธ์ ๒๕๖๕'],
    ['17 ก.พ. 65', '๑๗ กุมภาพันธ์ ๒๕๖๕'],
    ['2022-02-17', '๑๗ กุมภาพันธ์ ๒๕๖๕'],
  ])('gives for %j %j', (argument, text) => {
    expect(run('THAIDATE', argument)).toBe(text);
  });

  it.each<[Argument, string]>([
    [0, 'a blank cell in Excel for Windows'],
    [null, 'a blank cell on the web'],
    [60, 'the 29 February 1900 that never was'],
    [2_958_466, 'after the last day'],
    [true, 'a truth value'],
    ['เดือนหน้า', 'another text'],
    ['31/2/2565', 'no day of the calendar'],
  ])('refuses %j, %s', (argument) => {
    expect(run('THAIDATE', argument)).toBeUndefined();
  });
});

describe('a formula in Excel', () => {
  it('shows what the function gives, or why it gives nothing, in Thai and English', async () => {
    const { functions } = await openInExcel(
      planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created: '2027-04-01' }),
    );
    registerFunctions();
    const called: readonly (readonly [FunctionId, Argument])[] = [
      ['THAIDIGITS', 2565],
      ['ARABICDIGITS', '๒๕๖๕'],
      ['THAIDATE', 44_609],
      ['THAIDATE', 'เดือนหน้า'],
    ];
    expect(await Promise.all(called.map(([id, argument]) => functions.call(id, [argument])))).toEqual([
      { value: '๒๕๖๕' },
      { value: '2565' },
      { value: '๑๗ กุมภาพันธ์ ๒๕๖๕' },
      {
        error: '#VALUE!',
        message:
          'ค่านี้ไม่ใช่วันที่ โปรดใช้วันที่ของ Excel หรือข้อความ เช่น 17/2/2565 / This is not a date. Please give a date of Excel, or a text such as 17/2/2565.',
      },
    ]);
    expect(called.map(([id]) => id)).toEqual(expect.arrayContaining(CUSTOM_FUNCTIONS.map(({ id }) => id)));
  });
});
