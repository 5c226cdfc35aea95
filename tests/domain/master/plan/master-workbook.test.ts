import { cellAt } from '../../../support/cells.ts';
import type { ReadResult } from '../../../../src/domain/submissions/submission.ts';
import { identityOfProperties, parseToken } from '../../../../src/domain/form/identity.ts';
import { sourceList } from '../../../../src/domain/master/plan/provenance.ts';
import { planMasterWorkbook } from '../../../../src/domain/master/plan/master-workbook.ts';
import { DASHBOARD_SHEET } from '../../../../src/domain/master/sheet-names.ts';
import type { Problem } from '../../../../src/domain/diagnostics/problem.ts';
import type { MeasureKey } from '../../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../../src/domain/programme/roster.ts';
import type { SheetPlan, WorkbookPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { consolidate } from '../../../support/consolidate.ts';
import { expectGolden, readablePlan } from '../../../support/golden.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../../support/report-builders.ts';
import { PRINTED_RESULTS } from '../../../support/report-document.ts';

const CREATED = '2027-06-01T00:00:00Z';

function master(results: readonly ReadResult[], asOf?: string): WorkbookPlan {
  return planMasterWorkbook(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results), {
    created: CREATED,
    describe: ({ code }) => ({ message: `ปัญหา ${code}`, remedy: `แก้ ${code}` }),
    describeDifference: ({ measure, field }) => `${measure} ${field}`,
    describeRule: (code) => `กฎ ${code}`,
    ...(asOf === undefined ? {} : { asOf }),
  });
}

function sheet(plan: WorkbookPlan, name: string): SheetPlan {
  return plan.sheets.find((candidate) => candidate.name === name)!;
}

/** The values of some columns, row by row, from row `first` on; a blank cell is an empty text. */
function grid({ rows }: SheetPlan, first: number, columns: readonly number[]): readonly (readonly unknown[])[] {
  return [...rows]
    .slice(first)
    .map(({ cells }) => columns.map((column) => cells.find((cell) => cell.column === column)?.value ?? ''));
}

const PRINTED = [0, 1, 2, 3];
const EVERYONE = REPORT_ROSTER.agencies.map(({ code }) => code as string);

const RESULTS: readonly ReadResult[] = [
  ...EVERYONE.map((code) =>
    resultOf(
      submissionOf(
        code,
        {
          '1.1.1': { status: 'ดำเนินการแล้ว', results: code === '02' ? ['ประกาศแล้ว', '- ติดป้าย ๒ จุด'] : ['ประกาศแล้ว'] },
          ...(code === '02'
            ? { '2.1.1': { results: ['=SUM(A1)'], dates: ['๑ พ.ค. ๒๕๗๐'], evidence: ['https://a.th', 'กท ๑'] } }
            : {}),
          ...(code === '11' ? { '2.2.2': { status: 'ไม่เกี่ยวข้อง', notes: ['ไม่มีงบ'] }, '2.1.1': ['นอกหน้าที่'] } : {}),
        },
        code === '02' ? { contact: { name: { text: 'สมศรี', sheet: 'ปก', cell: cellAt('C14') } } } : {},
      ),
    ),
  ).slice(0, 5),
  resultOf(submissionOf('02', { '1.1.1': ['ร่างเดิม'] }, { file: 'เก่า/02.xlsx', savedAt: null })),
  { submissions: [], problems: [{ code: 'file-not-workbook', file: 'รูป.xlsx' }] },
];

describe('the master workbook', () => {
  const plan = master(RESULTS);

  it('is as the golden file has it', () => {
    expectGolden('master-small', readablePlan(plan));
  });

  it('has a cover, the issues, the charts, the matrix, the statuses, the notes, the problems and the table', () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      'ปก',
      '๑ การปฏิบัติหน้าที่',
      '๒ การใช้งบประมาณ',
      '๓ คุณภาพการดำเนินงาน',
      'แผนภูมิภาพรวม',
      'ความครบถ้วน',
      'สรุปสถานะ',
      'ยังไม่แล้วเสร็จ',
      'ติดตาม',
      'หมายเหตุ',
      'ปัญหา',
      'ตารางรวม',
    ]);
  });

  it('is never taken for an answer, nor is any of its sheets', () => {
    expect(identityOfProperties(new Map(Object.entries(plan.properties))).office).toBe(true);
    for (const sheet of plan.sheets) {
      const rows = [...sheet.rows];
      expect(parseToken(String(rows[0]?.cells[0]?.value))).toMatchObject({ kind: 'office' });
      expect(rows[0]?.hidden).toBe(true);
    }
  });

  it('repeats and freezes the heading row of every sheet with a table', () => {
    for (const { rows, freeze, print } of plan.sheets.slice(1).filter(({ name }) => name !== DASHBOARD_SHEET)) {
      const heading = [...rows].findIndex(({ cells }) => cells.some(({ style }) => style === 'heading'));
      expect(print.titleRows?.last).toBe(heading);
      expect(freeze?.rows).toBe(heading + 1);
    }
  });
});

describe('a sheet of the report', () => {
  it('has a row for each paragraph, and the first three columns only where a measure begins', () => {
    const everyone = 'ทุกส่วนราชการ';
    const plan = master([
      ...EVERYONE.map((code) => resultOf(submissionOf(code, { '1.1.1': ['ประกาศแล้ว'] }))),
      resultOf(submissionOf('02', { '1.1.1': ['ประกาศแล้ว', '- ติดป้าย'], '1.1.3': ['อบรม'] }, { savedAt: '2027-05-09' })),
    ]);
    expect(grid(sheet(plan, '๑ การปฏิบัติหน้าที่'), 1, PRINTED)).toEqual([
      ['ประเด็นการประเมิน', 'ขั้นตอนหรือวิธีการ', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'],
      ['แบบวัดภายใน', '', '', ''],
      ['๑) การปฏิบัติหน้าที่', '๑. ประกาศนโยบายไม่รับของขวัญ', everyone, 'ทุกส่วนราชการ : ประกาศแล้ว'],
      ['', '', '', '- กองคลัง ติดป้าย'],
      ['', '๒. จัดอบรมปีละ ๒ ครั้ง', everyone, ''],
      ['', '๓. จัดอบรมปีละ ๒ ครั้ง', everyone, 'กองคลัง : อบรม'],
    ]);
  });

  it('says after the paragraphs who has not finished a measure and why, alike answers together', () => {
    const unfinished = { status: 'ยังไม่ดำเนินการ', notes: ['รองบประมาณ', 'ไตรมาส ๔'] };
    const plan = master([
      resultOf(submissionOf('02', { '1.1.2': { status: 'ดำเนินการแล้ว', results: ['อบรม'] } })),
      resultOf(
        submissionOf('03', { '1.1.2': { status: 'อยู่ระหว่างดำเนินการ', results: ['นัดวิทยากร'], notes: ['โทรกลับ'] } }),
      ),
      resultOf(submissionOf('11', { '1.1.2': unfinished })),
      resultOf(submissionOf('12', { '1.1.2': unfinished })),
      resultOf(submissionOf('01', { '1.1.2': { status: 'ไม่เกี่ยวข้อง' } })),
    ]);
    const rows = grid(sheet(plan, '๑ การปฏิบัติหน้าที่'), 2, [4, 3, 5]);
    expect(rows.filter(([measure]) => measure === '1.1.2')).toEqual([
      ['1.1.2', 'กองคลัง : อบรม', '02'],
      ['1.1.2', 'กองช่าง : นัดวิทยากร', '03'],
      ['1.1.2', 'กองช่าง : อยู่ระหว่างดำเนินการ', '03'],
      ['1.1.2', 'โรงเรียนวัดเหนือ และโรงเรียนวัดใต้ : ยังไม่ดำเนินการ (หมายเหตุ: รองบประมาณ ไตรมาส ๔)', '11; 12'],
      ['1.1.2', 'สำนักปลัดเทศบาล : ไม่เกี่ยวข้อง', '01'],
    ]);
  });

  it('has the band of its part only where the part begins', () => {
    const bands = master([]).sheets.map(
      ({ rows }) => [...rows].filter(({ cells }) => cells[0]?.style === 'band').length,
    );
    expect(bands).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    const first = sheet(master([]), '๑ การปฏิบัติหน้าที่');
    expect(first.merges).toEqual([{ top: 2, bottom: 2, left: 0, right: 3 }]);
    expect([...first.rows][2]?.height).toBeGreaterThan(0);
  });

  it('prints no number where the measure has none', () => {
    expect(grid(sheet(master([]), '๒ การใช้งบประมาณ'), 2, [1])[0]).toEqual(['เผยแพร่แผนการใช้จ่าย']);
  });

  it('goes on in the next row where a paragraph is too tall for one', () => {
    const sentence = 'กองคลังจัดอบรมเจ้าหน้าที่เรื่องการจัดซื้อจัดจ้างให้ถูกต้องตามระเบียบ ';
    const long = sentence.repeat(20).trim();
    const rows = grid(
      sheet(master([resultOf(submissionOf('02', { '2.1.1': [long, 'สั้น'] }))]), '๒ การใช้งบประมาณ'),
      2,
      [1, 3, 4, 8],
    );
    const pieces = rows.filter(([, , , cell]) => cell === 'F66').map(([, text]) => text);
    expect(pieces).toHaveLength(2);
    expect(pieces.join(' ')).toBe(long);
    expect(rows.slice(0, 3).map(([measure, , key]) => [measure !== '', key])).toEqual([
      [true, '2.1.1'],
      [false, '2.1.1'],
      [false, '2.1.1'],
    ]);
  });

  it('keeps the longest paragraph of a real report in one row', () => {
    const [text = ''] = [...PRINTED_RESULTS.values()].flat().toSorted((one, other) => other.length - one.length);
    expect(text.length).toBeGreaterThan(800);
    const rows = grid(sheet(master([resultOf(submissionOf('02', { '2.1.1': [text] }))]), '๒ การใช้งบประมาณ'), 2, [3]);
    expect(rows[0]).toEqual([text]);
  });

  it('says in hidden columns where each row comes from', () => {
    const plan = master([
      resultOf(submissionOf('03', { '1.1.1': ['ก'] }, { savedAt: null })),
      resultOf(submissionOf('02', { '1.1.1': ['ข', 'ก'] })),
    ]);
    const first = sheet(plan, '๑ การปฏิบัติหน้าที่');
    expect(first.columns.map(({ hidden }) => hidden === true)).toEqual(
      Array.from({ length: 12 }, (_, column) => column > 3),
    );
    expect(first.print.lastColumn).toBe(3);
    expect(grid(first, 3, [4, 5, 6, 7, 8, 9, 10]).slice(0, 3)).toEqual([
      ['1.1.1', '02', '02.xlsx', 'ประเด็น 1', 'F6', '๑ พ.ค. ๒๕๗๐ ๑๕:๐๐ น.', 'กองคลัง'],
      [
        '1.1.1',
        '02; 03',
        '02.xlsx; 03.xlsx',
        'ประเด็น 1; ประเด็น 1',
        'F7; F6',
        '๑ พ.ค. ๒๕๗๐ ๑๕:๐๐ น.; ',
        'กองคลัง; กองช่าง',
      ],
      ['1.1.2', '', '', '', '', '', ''],
    ]);
  });

  it('cuts a list of sources that no cell can hold after a whole one, and says where the rest is', () => {
    const list = sourceList(Array.from({ length: 4000 }, (_, index) => `ไฟล์ ${index}.xlsx`));
    expect(list.length).toBeLessThanOrEqual(32_767);
    expect(list).toMatch(/; ไฟล์ \d+\.xlsx … \(ดูแผ่นงาน ตารางรวม\)$/);
  });
});

describe('the matrix', () => {
  const matrix = sheet(master(RESULTS), 'ความครบถ้วน');

  it('shows how much of each issue every agency has answered, and whom to ask', () => {
    expect(grid(matrix, 2, [1, 3, 4, 5, 6, 7, 9])).toEqual([
      ['รหัส', 'ประเด็นที่ ๑', 'ประเด็นที่ ๒', 'ประเด็นที่ ๓', 'รวม', 'ไฟล์', 'ผู้ประสานงาน'],
      ['01', '◐ ๑/๓', '○ ๐/๑', '○ ๐/๑', '◐ ๑/๕', '01.xlsx', ''],
      ['02', '◐ ๑/๓', '◐ ๑/๒', '○ ๐/๑', '◐ ๒/๖', '02.xlsx', 'สมศรี'],
      ['03', '◐ ๑/๓', '○ ๐/๑', '–', '◐ ๑/๔', '03.xlsx', ''],
      ['11', '◐ ๑/๓', '◐ ๐/๒\n⊘๑', '–', '◐ ๑/๕\n⊘๑', '11.xlsx', ''],
      ['12', '◐ ๑/๓', '○ ๐/๒', '–', '◐ ๑/๕', '12.xlsx', ''],
      ['13', '○ ๐/๓', '○ ๐/๒', '–', '○ ๐/๕', '', ''],
      ['', '◐ ๕/๑๘', '◐ ๑/๑๐\n⊘๑', '○ ๐/๒', '◐ ๖/๓๐\n⊘๑', '', ''],
      ['', '○ ๐/๖', '○ ๐/๖', '○ ๐/๒', '○ ๐/๖', '', ''],
    ]);
  });

  it('marks what is complete, begun and missing on screen too', () => {
    const range = { top: 3, bottom: 8, left: 3, right: 6 };
    expect(matrix.conditionalFormats).toEqual([
      { range, formula: 'LEFT(D4,1)="●"', style: 'complete' },
      { range, formula: 'LEFT(D4,1)="◐"', style: 'partial' },
      { range, formula: 'LEFT(D4,1)="○"', style: 'missing' },
    ]);
  });

  it('shows a full mark where all is answered', () => {
    const plan = master([resultOf(submissionOf('02', { '2.1.1': ['ก'], '2.2.1': { status: 'ดำเนินการแล้ว' } }))]);
    expect(grid(sheet(plan, 'ความครบถ้วน'), 4, [1, 4])[0]).toEqual(['02', '● ๒/๒']);
  });
});

describe('the problems', () => {
  it('show how a superseded file differs as one, field by field, each beside what is used', () => {
    const later = submissionOf('02', { '2.1.1': { results: ['ใหม่', 'อีก'], dates: ['๑ พ.ค. ๒๕๗๐'] } });
    const earlier = submissionOf(
      '02',
      { '2.1.1': { status: 'ดำเนินการแล้ว', results: ['ก', 'ใหม่', 'ข'], dates: ['๑ พ.ค. ๒๕๗๐'] }, '1.1.1': ['ค'] },
      { file: 'เก่า.xlsx', savedAt: '2027-01-01T00:00:00Z' },
    );
    const rows = grid(sheet(master([later, earlier].map((of) => resultOf(of))), 'ปัญหา'), 2, [0, 1, 2, 5, 6, 8, 9]);
    const record = ['๑', 'ควรตรวจสอบ', 'กองคลัง'];
    expect(rows).toEqual([
      [...record, '', 'ปัญหา submission-superseded', '', ''],
      [...record, 'E66', '2.1.1 status', 'ดำเนินการแล้ว', ''],
      [...record, 'F66', '2.1.1 result', 'ก\nข', 'ใหม่\nอีก'],
      [...record, 'F6', '1.1.1 result', 'ค', ''],
    ]);
  });

  it('show what an agency answered to a measure that is gone as one, the words of the measure first', () => {
    const problem: Problem = {
      code: 'measure-gone',
      agency: '02' as AgencyCode,
      file: '02.xlsx',
      sheet: 'ประเด็น ๑',
      cell: { row: 5, column: 2 },
      measure: '1.1.9' as MeasureKey,
      text: 'ประกาศเจตนารมณ์',
      answers: [
        {
          measure: '1.1.9' as MeasureKey,
          field: 'result',
          sheet: 'ประเด็น ๑',
          cell: { row: 6, column: 5 },
          text: 'ประกาศแล้ว',
        },
      ],
    };
    const rows = grid(sheet(master([resultOf(submissionOf('02', {}), [problem])]), 'ปัญหา'), 2, [1, 2, 5, 6, 8, 9]);
    expect(rows).toEqual([
      ['ควรตรวจสอบ', 'กองคลัง', 'C6', 'ปัญหา measure-gone', 'ประกาศเจตนารมณ์', ''],
      ['ควรตรวจสอบ', 'กองคลัง', 'F7', '1.1.9 result', 'ประกาศแล้ว', ''],
    ]);
  });

  it('are a table with filters, links to the measures and a blank column for decisions', () => {
    const plan = master(RESULTS);
    const { name, rows, table, columns } = sheet(plan, 'ปัญหา');
    expect(table?.columns).toEqual(
      grid(
        sheet(plan, name),
        1,
        columns.map((_, column) => column),
      )[0],
    );
    const links = [...rows].flatMap(({ cells }) => cells.flatMap(({ value, link }) => (link ? [{ value, link }] : [])));
    expect(links.map(({ value }) => value)).toEqual(['ประเด็นที่ ๑', 'ประเด็นที่ ๒']);
    expect(links.map(({ link }) => [...sheet(plan, link.sheet).rows][link.row]!.cells[1]?.value)).toEqual([
      '๑. ประกาศนโยบายไม่รับของขวัญ',
      'เผยแพร่แผนการใช้จ่าย',
    ]);
    expect(new Set(grid(sheet(plan, name), 2, [11]).flat())).toEqual(new Set(['']));
  });

  it('keep the rows of a long text together when they are filtered', () => {
    const long = 'ข้อความยาว '.repeat(400).trim();
    const plan = master([resultOf(submissionOf('11', { '2.1.1': [long] }))]);
    const rows = grid(sheet(plan, 'ปัญหา'), 2, [0, 1, 2, 3, 8]);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.slice(0, 4).join()))).toEqual(new Set(['๑,ต้องแก้ไข,โรงเรียนวัดเหนือ,11.xlsx']));
    expect(rows.map(([, , , , text]) => text).join(' ')).toBe(long);
  });

  it('stand with their place, what to do, their text and the text that is used', () => {
    const rows = grid(sheet(master(RESULTS), 'ปัญหา'), 2, [0, 1, 2, 3, 5, 6, 8, 9]);
    expect(rows).toEqual([
      ['๑', 'ต้องแก้ไข', '', 'รูป.xlsx', '', 'ปัญหา file-not-workbook', '', ''],
      ['๒', 'ควรตรวจสอบ', 'กองคลัง', 'เก่า/02.xlsx', '', 'ปัญหา submission-superseded', '', ''],
      ['๒', 'ควรตรวจสอบ', 'กองคลัง', 'เก่า/02.xlsx', 'F6', '1.1.1 result', 'ร่างเดิม', 'ประกาศแล้ว\n- ติดป้าย ๒ จุด'],
      ['๓', 'ต้องแก้ไข', 'โรงเรียนวัดเหนือ', '11.xlsx', 'F66', 'ปัญหา text-not-responsible', 'นอกหน้าที่', ''],
    ]);
  });

  it('say so where there are none', () => {
    expect(grid(sheet(master([]), 'ปัญหา'), 2, [6])).toEqual([['ไม่พบปัญหา']]);
  });
});

describe('the list of notes', () => {
  it('has each note with its measure, its status and its place', () => {
    expect(grid(sheet(master(RESULTS), 'หมายเหตุ'), 2, [0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([
      ['๑', 'โรงเรียนวัดเหนือ', '๒', 'รายงานผลรายไตรมาส', 'ไม่เกี่ยวข้อง', 'ไม่มีงบ', '11.xlsx', 'ประเด็น 2', 'I106'],
    ]);
  });

  it('says so where there are none', () => {
    expect(grid(sheet(master([]), 'หมายเหตุ'), 2, [5])).toEqual([['ไม่มีหมายเหตุ']]);
  });
});

describe('the table', () => {
  const table = sheet(master(RESULTS), 'ตารางรวม');

  it('has a row for each paragraph, with dates, evidence and notes beside it', () => {
    const rows = grid(table, 2, [0, 1, 2, 4, 6, 9, 10, 11, 12, 13, 14, 17]);
    expect(rows.slice(5)).toEqual([
      [2570, 'IIT', 1, '1.1.1', '12', 'ดำเนินการแล้ว', 1, 'ประกาศแล้ว', '', '', '', 'F6'],
      [2570, 'IIT', 2, '2.1.1', '02', '', 1, '=SUM(A1)', '๑ พ.ค. ๒๕๗๐', 'https://a.th', '', 'F66'],
      [2570, 'IIT', 2, '2.1.1', '02', '', '', '', '', 'กท ๑', '', 'H67'],
      [2570, 'IIT', 2, '2.2.2', '11', 'ไม่เกี่ยวข้อง', '', '', '', '', 'ไม่มีงบ', 'I106'],
    ]);
  });

  it('is an Excel table over its headings and rows', () => {
    expect(table.table?.range).toEqual({ top: 1, left: 0, right: 19 });
    expect(
      grid(
        table,
        1,
        table.columns.map((_, column) => column),
      )[0],
    ).toEqual(table.table?.columns);
    expect(new Set(table.table?.columns).size).toBe(20);
  });

  it('has one blank row where nothing has come in', () => {
    const empty = sheet(master([]), 'ตารางรวม');
    expect([...empty.rows].slice(2)).toEqual([{ cells: [], height: 24 }]);
  });
});

describe('the cover', () => {
  const lines = (plan: WorkbookPlan): readonly unknown[] => grid(sheet(plan, 'ปก'), 1, [0]).flat();

  it('has the words of the report, who compiled it, and what has come in', () => {
    expect(lines(master(RESULTS))).toEqual(
      expect.arrayContaining([
        'รายงานผล',
        'รายงานผล ปี ๒๕๗๐',
        'เทศบาลเวียงได้รวบรวมผล (ณ เดือนพฤษภาคม ๒๕๗๐) ดังนี้',
        'สำนักปลัดเทศบาล',
        'ปีงบประมาณ พ.ศ. ๒๕๗๐',
        'ได้รับแล้ว ๕ จาก ๖ หน่วยงาน',
        'คำตอบที่อ่านได้ ๙ รายการ อยู่ในรายงาน ๗ รายการ อยู่ในแผ่นงานปัญหา ๒ รายการ',
        'ปัญหา ๓ รายการ ในจำนวนนี้ต้องแก้ไข ๒ รายการ',
        'ผลการตรวจคำตอบ ๐ รายการ ในจำนวนนี้ต้องแก้ไข ๐ รายการ',
      ]),
    );
  });

  it('takes the month of the report that is asked for', () => {
    expect(lines(master([], 'มิถุนายน ๒๕๗๐'))).toContain('เทศบาลเวียงได้รวบรวมผล (ณ เดือนมิถุนายน ๒๕๗๐) ดังนี้');
  });

  it('links to every other sheet', () => {
    const plan = master([]);
    const links = [...sheet(plan, 'ปก').rows].flatMap(({ cells }) => cells.flatMap(({ link }) => link?.sheet ?? []));
    expect(links).toEqual(plan.sheets.slice(1).map(({ name }) => name));
  });
});
