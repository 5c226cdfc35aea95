import { measuresOf } from '../../../../src/domain/programme/programme.ts';
import { planMasterWorkbook } from '../../../../src/domain/master/plan/master-workbook.ts';
import { STATUS_SHEET, UNFINISHED_SHEET } from '../../../../src/domain/master/sheet-names.ts';
import { MAX_ROW_HEIGHT } from '../../../../src/domain/spreadsheet/limits.ts';
import type { SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import { consolidate } from '../../../support/consolidate.ts';
import { emptyMaster } from '../../../support/plans-2565.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../../support/report-builders.ts';

const RESULTS: readonly ReadResult[] = [
  resultOf(submissionOf('01', { '1.1.1': ['ประกาศแล้ว'], '1.1.2': { status: 'ไม่เกี่ยวข้อง' } })),
  resultOf(
    submissionOf('02', {
      '1.1.1': { status: 'อยู่ระหว่างดำเนินการ', results: ['ร่างแล้ว'], notes: ['รอลงนาม'] },
      '1.1.2': { status: 'ดำเนินการแล้ว', results: ['อบรมแล้ว'] },
    }),
  ),
  resultOf(submissionOf('11', { '1.1.1': { status: 'ยังไม่ดำเนินการ', notes: ['ไม่มีงบ'] } })),
];

function sheetOf(name: string, results = RESULTS): SheetPlan {
  const plan = planMasterWorkbook(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results), {
    created: '2027-06-01T00:00:00Z',
    describe: ({ code }) => ({ message: code, remedy: code }),
    describeDifference: ({ field }) => field,
    describeRule: (code) => code,
  });
  return plan.sheets.find((sheet) => sheet.name === name)!;
}

/** The values of a sheet's rows, without those that are blank. */
function texts({ rows }: SheetPlan): readonly (readonly unknown[])[] {
  return [...rows].map(({ cells }) => cells.map(({ value = '' }) => value)).filter((row) => row.length > 0);
}

describe('the summary of statuses', () => {
  const sheet = sheetOf(STATUS_SHEET);
  const rows = texts(sheet);

  it('counts the agencies in each state, by issue and by measure', () => {
    expect(rows[1]).toEqual([
      'ข้อ',
      'ประเด็นและมาตรการ',
      'ดำเนินการแล้ว',
      'อยู่ระหว่างดำเนินการ',
      'ยังไม่ดำเนินการ',
      'ไม่เกี่ยวข้อง',
      'คำตอบไม่ชัดเจน',
      'ยังไม่ตอบ',
      'รวม',
    ]);
    expect(rows[2]).toEqual(['', '๑) การปฏิบัติหน้าที่', 2, 1, 1, 1, 0, 13, 18]);
    expect(rows.find(([number]) => number === '๑.๑.๑')).toEqual([
      '๑.๑.๑',
      'ประกาศนโยบายไม่รับของขวัญ',
      1,
      1,
      1,
      0,
      0,
      3,
      6,
    ]);
    expect(rows.find(([, title]) => title === 'รวมทุกประเด็น')?.slice(2, 6)).toEqual([2, 1, 1, 1]);
  });

  it('has a row for every measure', () => {
    const measures = measuresOf(REPORT_PROGRAMME).map(({ measure }) => measure.text);
    expect(rows.slice(-measures.length).map(([, title]) => title)).toEqual(measures);
  });

  it('draws every issue, the total and every measure once, each from a row of numbers', () => {
    const all = [...sheet.rows];
    const drawn = (sheet.charts ?? []).flatMap(({ categories: { top, bottom, left } }) =>
      all.slice(top, bottom + 1).map(({ cells }) => cells.find(({ column }) => column === left)?.value),
    );
    const names = rows.slice(2).map(([number, title]) => (number === '' ? title : number));
    expect(drawn).toEqual(names);
  });

  it.each([
    ['a small programme', sheet],
    ['the programme of 2565', emptyMaster.sheets.find(({ name }) => name === STATUS_SHEET)!],
  ])(
    'has its charts of %s over blank rows of their height, which no page break divides',
    (_, { rows: all, charts }) => {
      const heights = [...all].map(({ height, cells }) => (cells.length === 0 ? (height ?? 0) : 0));
      for (const { area, categories } of charts ?? []) {
        const bars = categories.bottom - categories.top + 1;
        expect(area.bottom).toBe(area.top);
        expect(heights[area.top]).toBeGreaterThan(bars * 20);
        expect(heights[area.top]).toBeLessThanOrEqual(MAX_ROW_HEIGHT);
        // What comes after it does not touch it.
        expect(heights[area.bottom + 1]).toBeGreaterThan(0);
      }
      expect(charts?.length).toBeGreaterThan(1);
    },
  );
});

describe('the list of what is not done', () => {
  it('says who, which measure, its status, the reason and where it stands', () => {
    const rows = texts(sheetOf(UNFINISHED_SHEET)).slice(2);
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['๑', 'สำนักปลัดเทศบาล', 'จัดอบรมปีละ ๒ ครั้ง', 'ไม่เกี่ยวข้อง', '', 'ประเด็นที่ ๑'],
      ['๒', 'กองคลัง', 'ประกาศนโยบายไม่รับของขวัญ', 'อยู่ระหว่างดำเนินการ', 'ร่างแล้ว\nรอลงนาม', 'ประเด็นที่ ๑'],
      ['๓', 'โรงเรียนวัดเหนือ', 'ประกาศนโยบายไม่รับของขวัญ', 'ยังไม่ดำเนินการ', 'ไม่มีงบ', 'ประเด็นที่ ๑'],
    ]);
  });

  it('links to the measure in the report', () => {
    const rows = [...sheetOf(UNFINISHED_SHEET).rows].slice(2);
    const links = rows.map(({ cells }) => cells.find(({ link }) => link)?.link?.sheet);
    expect(links).toEqual(Array(3).fill('๑ การปฏิบัติหน้าที่'));
  });

  it('says so where everything is done', () => {
    expect(texts(sheetOf(UNFINISHED_SHEET, [])).at(-1)).toContain('ไม่มีมาตรการที่ตอบว่ายังไม่แล้วเสร็จ');
  });
});
