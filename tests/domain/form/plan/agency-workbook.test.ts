import { agencyFileName, planAgencyWorkbook, safeFileName } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { readAgencyWorkbook } from '../../../../src/domain/form/read/read-agency-workbook.ts';
import { parseToken } from '../../../../src/domain/form/identity.ts';
import { expectGolden, readablePlan } from '../../../support/golden.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER, smallAgency } from '../../../support/small-programme.ts';

const created = '2027-04-01T00:00:00Z';
const plan = planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created });

describe("an agency's workbook", () => {
  it('has a cover and a sheet for each issue that asks the agency for something', () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      'ปก',
      '๑ การปฏิบัติหน้าที่',
      '๒ การใช้งบประมาณ',
      '๓ คุณภาพการดำเนินงาน',
    ]);
  });

  it('asks only for the measures that the agency is responsible for', () => {
    const measures = (code: string): readonly unknown[] =>
      [...planAgencyWorkbook(SMALL_PROGRAMME, smallAgency(code), { created }).sheets[2]!.rows].flatMap(({ cells }) =>
        cells.filter(({ column, style }) => column === 2 && style === 'printed').flatMap(({ value }) => value ?? []),
      );
    expect(measures('02')).toEqual(['เผยแพร่แผนการใช้จ่าย', 'แจ้งเวียนแผนการใช้จ่าย', 'รายงานผลรายไตรมาส']);
    expect(measures('03')).toEqual(['แจ้งเวียนแผนการใช้จ่าย', 'รายงานผลรายไตรมาส']);
  });

  it('repeats and freezes the heading row that holds the eight columns', () => {
    const { rows, print, freeze } = plan.sheets[1]!;
    expect([...rows][print.titleRows!.first]!.cells.map(({ value }) => value)).toEqual([
      'ลำดับ',
      'ขั้นตอนหรือวิธีการ',
      'ผู้รับผิดชอบ',
      'สถานะ',
      'ผลการดำเนินการ',
      'วันที่',
      'หลักฐาน/ลิงก์',
      'หมายเหตุ',
    ]);
    expect(freeze!.rows).toBe(print.titleRows!.first + 1);
  });

  it('unlocks the answers as text cells and nothing else', () => {
    const { rows, print } = plan.sheets[1]!;
    const head = [...rows][print.titleRows!.first + 1]!.cells;
    expect(head.map(({ column, style }) => [column, style])).toEqual([
      [0, 'hidden'],
      [1, 'printedCenter'],
      [2, 'printed'],
      [3, 'printed'],
      [4, 'answerCenter'],
      [5, 'answer'],
      [6, 'answerCenter'],
      [7, 'answer'],
      [8, 'answer'],
      [9, 'hidden'],
    ]);
  });

  it('stores the identity of every row at both of its ends', () => {
    for (const { rows } of plan.sheets.slice(1)) {
      for (const { cells } of rows) {
        const tokens = cells.filter(({ value }) => parseToken(String(value))?.kind === 'row');
        expect([0, 2]).toContain(tokens.length);
      }
    }
  });

  it('offers the statuses from cells of the same sheet, so that a sheet copied alone keeps them', () => {
    const { validations, rows } = plan.sheets[1]!;
    const { list } = validations.find(({ list: source }) => source)!;
    const offered = [...rows][list!.top]!.cells.filter(({ column }) => column >= list!.left && column <= list!.right);
    expect(offered.map(({ value }) => value)).toEqual(SMALL_PROGRAMME.statuses.map(({ label }) => label));
  });

  it('counts progress by a formula whose cached value is right for an empty workbook', () => {
    const formulas = [...plan.sheets[0]!.rows].flatMap(({ cells }) => cells.filter(({ formula }) => formula));
    expect(formulas.map(({ value }) => value)).toEqual([3, 0, 0, 3, 0, 0, 1, 0, 0, 7, 0, 0]);
  });

  it('prints its numbers in Thai digits', () => {
    const printed = plan.sheets.flatMap(({ rows }) =>
      [...rows].filter(({ hidden }) => !hidden).flatMap(({ cells }) => cells.filter(({ style }) => style !== 'hidden')),
    );
    for (const { value } of printed) expect(typeof value === 'string' ? value : '').not.toMatch(/[0-9]/);
  });

  it('is read back, empty, without a problem', () => {
    const result = readAgencyWorkbook(contentOfPlan(plan), {
      file: 'a.xlsx',
      programme: SMALL_PROGRAMME,
      roster: SMALL_ROSTER,
    });
    expect(result.problems).toEqual([]);
    expect(result.submissions).toEqual([
      { agency: '02', file: 'a.xlsx', savedAt: created, issues: [1, 2, 3], contact: {}, entries: [] },
    ]);
  });

  it('shows the last day of the agency, and reads one that was sent with that of all', () => {
    const agency = { ...smallAgency('02'), due: '2027-06-15' };
    const textsOf = (of: typeof plan): readonly unknown[] =>
      [...of.sheets[0]!.rows].flatMap(({ cells }) => cells.map(({ value }) => value));
    const own = planAgencyWorkbook(SMALL_PROGRAMME, agency, { created });
    expect(textsOf(own)).toContain('๑๕ มิถุนายน ๒๕๗๐');
    expect(textsOf(own)).not.toContain('๓๑ พฤษภาคม ๒๕๗๐');
    expect(textsOf(plan)).toContain('๓๑ พฤษภาคม ๒๕๗๐');
    const roster = {
      ...SMALL_ROSTER,
      agencies: SMALL_ROSTER.agencies.map((each) => (each.code === agency.code ? agency : each)),
    };
    for (const sent of [own, plan]) {
      const read = readAgencyWorkbook(contentOfPlan(sent), { file: 'a.xlsx', programme: SMALL_PROGRAMME, roster });
      expect(read.problems).toEqual([]);
    }
  });

  it('is as the golden file has it', () => {
    expectGolden('agency-small', readablePlan(plan));
  });

  it('is the same whenever it is planned', () => {
    expect(planAgencyWorkbook(SMALL_PROGRAMME, smallAgency('02'), { created })).toEqual(plan);
  });
});

describe('the name of a file', () => {
  it('begins with the code and tells agency and year', () => {
    expect(agencyFileName(SMALL_PROGRAMME, smallAgency('11'))).toBe('11-โรงเรียนวัดเหนือ-๒๕๗๐.xlsx');
  });

  it('has no character that Windows or SharePoint refuse', () => {
    expect(safeFileName(' ก/ข: "ค" <ง>|จ?*#%~&{ฉ}. ')).toBe('ก ข ค ง จ ฉ');
  });
});
