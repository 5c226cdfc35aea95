import type { FindingKind } from '../../../../src/domain/checks/finding-kinds.ts';
import { RULES } from '../../../../src/domain/checks/rules/registry.ts';
import { dashboardOf, type Dashboard } from '../../../../src/domain/master/dashboard.ts';
import { planMasterDashboard } from '../../../../src/domain/master/plan/dashboard-sheet.ts';
import { columnPoints } from '../../../../src/domain/spreadsheet/column-width.ts';
import { MAX_ROW_HEIGHT } from '../../../../src/domain/spreadsheet/limits.ts';
import type { SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { describeRule } from '../../../../src/domain/messages/describe-finding.ts';
import { consolidate } from '../../../support/consolidate.ts';
import { programme, roster } from '../../../support/report-2565.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../../support/report-builders.ts';

const FILES = [
  submissionOf('02', { '1.1.1': { status: 'ดำเนินการแล้ว', results: ['ก'] }, '2.1.1': ['ข'] }),
  submissionOf('11', { '1.1.1': { status: 'ยังไม่ดำเนินการ' } }, { savedAt: '2027-05-02T08:00:00Z' }),
  submissionOf('12', { '1.1.1': ['ค'] }, { savedAt: null }),
];
const small = consolidate(
  REPORT_PROGRAMME,
  REPORT_ROSTER,
  FILES.map((file) => resultOf(file)),
);

const KINDS = RULES.map(({ code, severity }): FindingKind => {
  const none = { must: 0, should: 0, may: 0 };
  return { code, counts: { ...none, [severity]: 2 } };
});

function sheetOf(change: Partial<Dashboard> = {}, consolidation = small): SheetPlan {
  const dashboard = { ...dashboardOf(consolidation, [], '2027-12-31T05:00:00Z'), ...change };
  return planMasterDashboard(consolidation, dashboard, {
    asOf: 'พฤษภาคม ๒๕๗๐',
    describeRule: (code) => describeRule(code, 'th'),
  });
}

/** The table that a chart is drawn from: its headings, then a row for each bar. */
function tableOf({ rows, charts = [] }: SheetPlan, index: number): readonly (readonly unknown[])[] {
  const { top, bottom } = charts[index]!.categories;
  return [...rows].slice(top - 1, bottom + 1).map(({ cells }) => cells.map(({ value }) => value));
}

describe('the sheet of charts', () => {
  const sheet = sheetOf();

  it('says in words how far the report is', () => {
    const texts = [...sheet.rows].slice(1, 4).map(({ cells }) => cells[0]?.value);
    expect(texts).toEqual([
      'ภาพรวม รายงานผลตามมาตรการคุณธรรม เทศบาลเวียง ปีงบประมาณ พ.ศ. ๒๕๗๐',
      'ข้อมูล ณ เดือนพฤษภาคม ๒๕๗๐ · ได้รับแล้ว ๓ จาก ๖ หน่วยงาน · ตอบแล้ว ๔ จาก ๓๐ คำตอบที่ขอจากหน่วยงานทั้งหมด (ร้อยละ ๑๓)',
      'ผลการตรวจคำตอบ ต้องแก้ไข ๐ ควรตรวจสอบ ๐ แจ้งให้ทราบ ๐ รายการ · ไม่ทราบเวลาบันทึกไฟล์ของคำตอบ ๑ รายการ',
    ]);
  });

  it('counts the states by issue and by class of agencies, each with its total', () => {
    const states = ['ดำเนินการแล้ว', 'อยู่ระหว่างดำเนินการ', 'ยังไม่ดำเนินการ', 'ไม่เกี่ยวข้อง', 'คำตอบไม่ชัดเจน', 'ยังไม่ตอบ', 'รวม'];
    expect(tableOf(sheet, 0)).toEqual([
      ['ประเด็น', ...states],
      ['๑) การปฏิบัติหน้าที่ (ตอบ ๓/๑๘)', 2, 0, 1, 0, 0, 15, 18],
      ['๒) การใช้งบประมาณ (ตอบ ๑/๑๐)', 1, 0, 0, 0, 0, 9, 10],
      ['๓) คุณภาพการดำเนินงาน (ตอบ ๐/๒)', 0, 0, 0, 0, 0, 2, 2],
      ['รวมทั้งหมด (ตอบ ๔/๓๐)', 3, 0, 1, 0, 0, 26, 30],
    ]);
    expect(tableOf(sheet, 1)).toEqual([
      ['กลุ่มหน่วยงาน', ...states],
      ['โรงเรียนทั้ง ๓ แห่ง (ตอบ ๒/๑๕)', 1, 0, 1, 0, 0, 13, 15],
      ['หน่วยงานอื่น ๓ หน่วยงาน (ตอบ ๒/๑๕)', 2, 0, 0, 0, 0, 13, 15],
      ['รวมทั้งหมด (ตอบ ๔/๓๐)', 3, 0, 1, 0, 0, 26, 30],
    ]);
  });

  it('adds the answers up over time, and has those without a time apart', () => {
    expect(tableOf(sheet, 2)).toEqual([
      ['บันทึกไฟล์เมื่อ', 'ก่อนหน้านั้น', 'เพิ่มในช่วงนี้', 'ไม่ทราบเวลาบันทึก', 'สะสม'],
      ['๑ พ.ค.', 0, 2, 0, 2],
      ['๒ พ.ค.', 2, 1, 0, 3],
      ['ไม่ทราบเวลา', 0, 0, 1, 1],
    ]);
    expect(sheet.charts?.[2]?.title).toBe('คำตอบสะสมรายวัน ตามวันที่บันทึกไฟล์ ถึง ๒ พฤษภาคม ๒๕๗๐');
  });

  it.each([
    ['week', '2027-05-02', '2027-04-26', 'ถึง ๒ พ.ค.'],
    ['month', '2027-05-31', '2027-05-01', 'พ.ค. ๗๐'],
    ['month', '2027-05-31', undefined, 'ถึง พ.ค. ๗๐'],
    ['day', '2027-05-31', undefined, 'ถึง ๓๑ พ.ค.'],
  ] as const)('names a %s until %s that begins on %s: %s', (unit, last, first, name) => {
    const period = { last, answers: 1, ...(first === undefined ? {} : { first }) };
    expect(tableOf(sheetOf({ time: { unit, periods: [period], unknown: 0 } }), 2)[1]?.[0]).toBe(name);
  });

  it.each([
    [9, true],
    [10, undefined],
  ])('has a scale of time only where it has whole numbers: for %d answers', (answers, withoutScale) => {
    const periods = [{ first: '2027-05-01', last: '2027-05-01', answers }];
    expect(sheetOf({ time: { unit: 'day', periods, unknown: 0 } }).charts?.[2]?.withoutScale).toBe(withoutScale);
  });

  it('names the kinds of findings that matter most, and counts the others together', () => {
    const table = tableOf(sheetOf({ findings: KINDS }), 3);
    expect(table).toHaveLength(10);
    expect(table[1]).toEqual([describeRule(KINDS[0]!.code, 'th'), 2, 0, 0, 2]);
    const sums = [1, 2, 3, 4].map((column) => table.slice(1).reduce((sum, row) => sum + Number(row[column]), 0));
    expect(sums.at(-1)).toBe(RULES.length * 2);
    expect(sums.slice(0, -1).reduce((sum, count) => sum + count)).toBe(RULES.length * 2);
    expect(table.at(-1)?.[0]).toBe('อื่น ๆ อีก ๓๙ ประเภท');
  });

  it('says so where nothing is answered or found', () => {
    const empty = sheetOf({}, consolidate(REPORT_PROGRAMME, REPORT_ROSTER, []));
    expect(tableOf(empty, 2)[1]).toEqual(['ยังไม่มีคำตอบ', 0, 0, 0, 0]);
    expect(tableOf(empty, 3)[1]).toEqual(['ไม่พบสิ่งที่ควรแก้ไข', 0, 0, 0, 0]);
  });

  it.each([
    ['a small programme', sheetOf({ findings: KINDS })],
    ['the programme of 2565', sheetOf({ findings: KINDS }, consolidate(programme, roster, []))],
  ])(
    'prints the charts of %s on one page, over blank rows, and none of its tables',
    (_, { rows, charts = [], print, columns }) => {
      const all = [...rows];
      expect(charts).toHaveLength(4);
      for (const { area, categories } of charts) {
        for (const row of all.slice(area.top, area.bottom + 1)) {
          expect(row.cells).toEqual([]);
          expect(row.height).toBeLessThanOrEqual(MAX_ROW_HEIGHT);
        }
        expect(area.bottom).toBeLessThanOrEqual(print.lastRow!);
        expect(area.right).toBeLessThanOrEqual(print.lastColumn);
        expect(categories.top).toBeGreaterThan(print.lastRow!);
      }
      expect(print.onePage).toBe(true);
      const height = all.slice(0, print.lastRow! + 1).reduce((sum, row) => sum + (row.height ?? 0), 0);
      const width = columns.reduce((sum, column) => sum + columnPoints(column.width), 0);
      // A4 in landscape between its margins is 770 by 509 points: only the width makes the page smaller.
      expect(height).toBeLessThanOrEqual(width * (509 / 770));
    },
  );

  it('draws each piece of a bar from numbers below its heading', () => {
    for (const [index, { series, categories, title }] of (sheet.charts ?? []).entries()) {
      const [headings = [], ...bars] = tableOf(sheet, index);
      expect(series.map(({ name }) => name.row)).toEqual(series.map(() => categories.top - 1));
      for (const { name, column } of series) {
        expect(name.column).toBe(column);
        expect(typeof headings[column]).toBe('string');
        expect(bars.every((bar) => typeof bar[column] === 'number')).toBe(true);
      }
      expect(title).not.toMatch(/[0-9]/);
    }
  });
});
