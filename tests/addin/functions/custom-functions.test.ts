import { CUSTOM_FUNCTIONS, type Argument } from '../../../src/addin/functions/custom-functions.ts';
import { registerFunctions } from '../../../src/addin/functions/register-functions.ts';
import { planAgencyWorkbook } from '../../../src/domain/form/plan/agency-workbook.ts';
import { closePages } from '../../support/excel-host/load-office.ts';
import { openInExcel } from '../../support/excel-host/open-host.ts';
import type { ExcelHost } from '../../support/excel-host/transport.ts';
import { SMALL_PROGRAMME, smallAgency } from '../../support/small-programme.ts';

/** As far as office.js shows its table of functions. */
declare const CustomFunctions: {
  readonly _association: { readonly mappings: Readonly<Record<string, (argument: Argument) => Promise<string>>> };
};

/** The functions as office.js would call them. */
function registered(): Readonly<Record<string, (argument: Argument) => Promise<string>>> {
  return CustomFunctions._association.mappings;
}

function call(id: string, argument: Argument): Promise<string> {
  return registered()[id]!(argument);
}

let host: ExcelHost;

beforeAll(async () => {
  const created = '2027-04-01T00:00:00.000Z';
  host = await openInExcel(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created }));
  registerFunctions();
});

afterAll(closePages);

describe('the functions that office.js knows', () => {
  it('are those of the table', () => {
    expect(Object.keys(registered())).toEqual(CUSTOM_FUNCTIONS.map(({ id }) => id));
  });

  it('give formulas their values, and reasons where there is none', async () => {
    expect(await host.functions.call('THAIDIGITS', ['ปี 2565'])).toEqual({ value: 'ปี ๒๕๖๕' });
    expect(await host.functions.call('ARABICDIGITS', ['ปี ๒๕๖๕'])).toEqual({ value: 'ปี 2565' });
    const refused = await host.functions.call('THAIDATE', ['เดือนหน้า']);
    expect(refused).toMatchObject({ error: '#VALUE!' });
    expect(Object.values(refused)).toContainEqual(expect.stringMatching(/^ค่านี้ไม่ใช่วันที่.* \/ This is not a date/));
  });
});

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
  ])('gives for %j %j', async (argument, text) => {
    expect(await call('THAIDIGITS', argument)).toBe(text);
  });
});

describe('ITA.ARABICDIGITS', () => {
  it.each<[Argument, string]>([
    ['ปี ๒๕๖๕ ข้อ ๑.2', 'ปี 2565 ข้อ 1.2'],
    [2565, '2565'],
    [123_456_789_012, '123456789012'],
    [false, 'FALSE'],
    [null, ''],
  ])('gives for %j %j', async (argument, text) => {
    expect(await call('ARABICDIGITS', argument)).toBe(text);
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
  ])('gives for %j %j', async (argument, text) => {
    expect(await call('THAIDATE', argument)).toBe(text);
  });

  it.each<[Argument, string]>([
    [0, 'a blank cell in Excel for Windows'],
    [null, 'a blank cell on the web'],
    [60, 'the 29 February 1900 that never was'],
    [2_958_466, 'after the last day'],
    [true, 'a truth value'],
    ['เดือนหน้า', 'another text'],
    ['31/2/2565', 'no day of the calendar'],
  ])('refuses %j, %s, and says so in Thai and English', async (argument) => {
    await expect(call('THAIDATE', argument)).rejects.toMatchObject({
      code: '#VALUE!',
      message:
        'ค่านี้ไม่ใช่วันที่ โปรดใช้วันที่ของ Excel หรือข้อความ เช่น 17/2/2565 / This is not a date. Please give a date of Excel, or a text such as 17/2/2565.',
    });
  });
});
