import type { AgencyCode } from '../../src/domain/programme/roster.ts';
import { builtInProgramme } from '../../src/domain/programme/catalogue.ts';
import { agencyFileName } from '../../src/domain/form/plan/agency-workbook.ts';
import { agenciesOfPath } from '../../src/usecases/agency-of-path.ts';

const { programme, roster } = builtInProgramme(2565)!;

describe('the agency that a path names', () => {
  it('is the one that the file was made for, for every agency', () => {
    for (const agency of roster.agencies) {
      expect(agenciesOfPath(`in/${agencyFileName(programme, agency)}`, roster)).toEqual([agency.code]);
    }
  });

  it.each([
    ['a code at the start', 'in/5019.xlsx', '5019'],
    ['a code in Thai digits', 'in/๕๐๑๙ ส่งแล้ว.xlsx', '5019'],
    ['a full name', 'in/ส่งแก้ไข สำนักงานเขตบางรัก (2).xlsx', '5004'],
    ['a name with blanks turned into marks', 'in/สำนักวัฒนธรรม_กีฬา_และการท่องเที่ยว.xlsx', '1007'],
    ['a name with blanks left out', 'in/สำนักวัฒนธรรมกีฬาและการท่องเที่ยว-v2.xlsx', '1007'],
    ['an alias', 'in/สำนักงาน ก.ก..xlsx', '0103'],
    ['the longest of several names', 'in/กองงานผู้ตรวจราชการ สำนักปลัดกรุงเทพมหานคร.xlsx', '0405'],
    ['the folder, where the file says nothing', 'in/สำนักงานเขตบางนา/รายงาน ITA.xlsx', '5047'],
    ['the folder by its code', 'in/5047/ITA.xlsx', '5047'],
    ['the file before the folder', 'in/สำนักงานเขตบางนา/5019 ITA.xlsx', '5019'],
  ])('is found by %s', (_, path, code) => {
    expect(agenciesOfPath(path, roster)).toEqual([code as AgencyCode]);
  });

  it.each([
    ['nothing that names one', 'in/รายงาน ITA ฉบับแก้ไข.xlsx'],
    ['a number that only begins like a code', 'in/50190.xlsx'],
    ['a code in the middle', 'in/ITA 5019.xlsx'],
    ['a year', 'ITA 2565/รายงาน 2565.xlsx'],
    ['a file alone', 'a.xlsx'],
  ])('is nobody for %s', (_, path) => {
    expect(agenciesOfPath(path, roster)).toEqual([]);
  });

  it('are both, where code and name contradict each other', () => {
    expect(agenciesOfPath('in/5019 สำนักงานเขตบางรัก.xlsx', roster)).toEqual(['5019', '5004']);
  });
});
