import fc from 'fast-check';
import {
  latestDecisions,
  problemSheets,
  problemsOfUnread,
  type ReadFile,
} from '../../../src/domain/master/decisions.ts';
import { PROBLEM_HEADINGS } from '../../../src/domain/master/problem-headings.ts';
import { readMasterReport } from '../../../src/domain/master/read/master-report.ts';
import { PROBLEMS_SHEET } from '../../../src/domain/master/sheet-names.ts';
import type { Problem } from '../../../src/domain/diagnostics/problem.ts';
import { issuesOf, measuresOf } from '../../../src/domain/programme/programme.ts';
import type { SheetContent } from '../../../src/domain/spreadsheet/content.ts';
import type { ReadResult } from '../../../src/domain/submissions/submission.ts';
import { groupBy } from '../../../src/domain/text/group-by.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { writtenByOffice } from '../../../src/usecases/written-by-office.ts';
import { consolidate } from '../../support/consolidate.ts';
import { Grid } from '../../support/grid.ts';
import { contentOfPlan } from '../../support/plan-content.ts';
import { REPORT_PROGRAMME, REPORT_ROSTER, resultOf, submissionOf } from '../../support/report-builders.ts';

const created = '2027-06-10T02:00:00.000Z';
const ANSWERS = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [
  resultOf(submissionOf('02', { '1.1.1': ['ก'] }), [
    { code: 'text-outside-measure', agency: submissionOf('02', {}).agency, file: '02.xlsx', text: 'ข้างตาราง' },
  ]),
]);
const { sheets: SHEETS } = contentOfPlan(planMaster(ANSWERS, { created }));

/** The sheet ปัญหา under a name, with a decision about the problem. */
function decided(name: string, decision: string, change: Partial<SheetContent> = {}): SheetContent {
  const grid = new Grid(SHEETS.find((sheet) => sheet.name === PROBLEMS_SHEET)!);
  const { row } = grid.cells.find(({ text }) => text === 'ข้างตาราง')!;
  const { column } = grid.cells.find(({ text }) => text === PROBLEM_HEADINGS.decision)!;
  grid.put(row, column, decision);
  return { ...grid.toContent(), name, ...change };
}

const others = SHEETS.filter(({ name }) => name !== PROBLEMS_SHEET);
const decisionsOf = (...sheets: readonly SheetContent[]): readonly string[] =>
  writtenByOffice([...others, ...sheets], REPORT_ROSTER).decisions.map(({ decision }) => decision);

describe('what the office decided about problems', () => {
  it('is read on a sheet of any name', () => {
    expect(decisionsOf(decided('รายการที่ต้องแก้', 'โทรแจ้งแล้ว'))).toEqual(['โทรแจ้งแล้ว']);
  });

  it('is read on copies of the sheet too: once what is the same, one after the other what differs', () => {
    const copy = decided('ปัญหา (2)', 'โทรแจ้งแล้ว');
    expect(decisionsOf(decided(PROBLEMS_SHEET, 'โทรแจ้งแล้ว'), copy)).toEqual(['โทรแจ้งแล้ว']);
    expect(decisionsOf(copy, decided(PROBLEMS_SHEET, 'รอหนังสือ'))).toEqual(['รอหนังสือ\nโทรแจ้งแล้ว']);
    // Nothing grows when the next master is read beside the same copy.
    expect(decisionsOf(copy, decided(PROBLEMS_SHEET, 'รอหนังสือ\nโทรแจ้งแล้ว'))).toEqual(['รอหนังสือ\nโทรแจ้งแล้ว']);
  });

  it('is kept from every sheet where the problem is no longer found', () => {
    const all = [...others, decided(PROBLEMS_SHEET, 'รอหนังสือ'), decided('ปัญหา (2)', 'โทรแจ้งแล้ว')];
    const without = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submissionOf('02', { '1.1.1': ['ก'] }))]);
    const plan = planMaster(without, { created, ...writtenByOffice(all, REPORT_ROSTER) });
    expect(decisionsOf(...contentOfPlan(plan).sheets)).toEqual(['รอหนังสือ\nโทรแจ้งแล้ว']);
  });

  it('is what it was once on a backup of the sheet, and is not read there', () => {
    const backup = decided('เดิม · ปัญหา', 'เก่า', { state: 'hidden' });
    expect(decisionsOf(backup, decided(PROBLEMS_SHEET, 'ใหม่'))).toEqual(['ใหม่']);
  });

  it('stays as one master has it where another only cleared what it took over; else the later word counts', () => {
    const written = (...sheets: readonly SheetContent[]) =>
      writtenByOffice([...others, ...sheets], REPORT_ROSTER).decisions;
    const archive = decided('ปัญหา รอบแรก', 'เก่า');
    const plan = planMaster(ANSWERS, { created, decisions: written(archive) });
    const taken = contentOfPlan(plan).sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
    const cleared = { ...taken, cells: taken.cells.filter(({ text }) => text !== 'เก่า') };
    const first = decided(PROBLEMS_SHEET, 'รอหนังสือ');
    const latest = (...all: readonly ReturnType<typeof written>[]) =>
      latestDecisions(all.flat()).map(({ decision }) => decision);
    expect(latest(written(cleared, archive))).toEqual(['']);
    expect(latest(written(first), written(cleared, archive))).toEqual(['รอหนังสือ']);
    expect(latest(written(first), written(decided(PROBLEMS_SHEET, 'แก้แล้ว')))).toEqual(['แก้แล้ว']);
  });

  it('makes no sheet of the program of a list of the office with one of the headings', () => {
    const { decision } = PROBLEM_HEADINGS;
    const own: SheetContent = {
      name: 'บันทึก',
      state: 'visible',
      cells: [{ row: 0, column: 0, kind: 'text', text: decision }],
      merges: [],
    };
    const renamed = decided('รายการที่ต้องแก้', 'ก');
    expect(problemSheets([own, renamed])).toEqual([renamed]);
    const { ownSheets } = readMasterReport({ sheets: [...others, own, renamed] }, REPORT_PROGRAMME);
    // Of a sheet of another name only the decisions are read: the office may keep more on it.
    expect(ownSheets).toEqual(['บันทึก', 'รายการที่ต้องแก้']);
  });
});

describe('problems of files that are not read again', () => {
  const file = (path: string, agency?: string): ReadFile => ({
    path,
    result: { submissions: agency === undefined ? [] : [submissionOf(agency, {}, { file: path })] },
  });
  const ofUnread = (sheets: readonly SheetContent[], ...read: readonly ReadFile[]): readonly string[] =>
    problemsOfUnread(sheets, read, ANSWERS).flatMap(({ rows }) => rows.map(({ text }) => text));
  /** The next master, made of these results and of nothing else that is new. */
  const next = (sheets: readonly SheetContent[], results: readonly ReadResult[]): readonly SheetContent[] => {
    const kept = problemsOfUnread(sheets, [], ANSWERS);
    const now = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, results);
    return contentOfPlan(planMaster(now, { created, ...writtenByOffice(sheets, REPORT_ROSTER), kept })).sheets;
  };
  const listIn = (sheets: readonly SheetContent[]): SheetContent => sheets.find(({ name }) => name === PROBLEMS_SHEET)!;
  const ANSWERED = resultOf(submissionOf('02', { '1.1.1': ['ก'] }));

  it('are told by the names of the files, and findings are not among them', () => {
    const list = [decided(PROBLEMS_SHEET, 'โทรแจ้งแล้ว')];
    expect(listIn(SHEETS).cells.length).toBeGreaterThan(0);
    expect(ofUnread(list, file('/อื่น/03.xlsx', '02'))).toEqual(['ข้างตาราง']);
    expect(ofUnread(list, file('/ที่ใหม่/02.xlsx', '02'))).toEqual([]);
    expect(problemsOfUnread(others, [], ANSWERS)).toEqual([]);
  });

  it('stay where another agency has a file of the same name, or where the file could not be read this time', () => {
    const list = [decided(PROBLEMS_SHEET, '')];
    expect(ofUnread(list, file('/03/02.xlsx', '03'))).toEqual(['ข้างตาราง']);
    expect(ofUnread(list, file('/02.xlsx'))).toEqual(['ข้างตาราง']);
    expect(ofUnread(list, file('/03/02.xlsx', '03'), file('/02.xlsx', '02'))).toEqual([]);
  });

  it('that name no agency stay with their texts, except where the same file is read again', () => {
    const about = { file: 'ก/แบบรายงาน.xlsx' };
    const problems: readonly Problem[] = [
      { code: 'text-of-other-programme', ...about, text: 'ของปีก่อน' },
      { code: 'file-empty', ...about },
    ];
    const list = contentOfPlan(
      planMaster(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [{ submissions: [], problems }]), { created }),
    ).sheets;
    expect(ofUnread(list).toSorted()).toEqual(['', 'ของปีก่อน']);
    expect(ofUnread(list, file('ข/แบบรายงาน.xlsx', '03'))).toEqual(['ของปีก่อน']);
    expect(ofUnread(list, file('ก/แบบรายงาน.xlsx', '02'))).toEqual([]);
  });

  it('stand in the next master with what was decided, each once', () => {
    let sheets: readonly SheetContent[] = [decided(PROBLEMS_SHEET, 'โทรแจ้งแล้ว')];
    for (let round = 0; round < 2; round += 1) {
      sheets = next(sheets, [ANSWERED]);
      const texts = listIn(sheets).cells.map(({ text }) => text);
      expect(texts.filter((text) => text === 'ข้างตาราง')).toHaveLength(1);
      expect(texts.filter((text) => text === 'โทรแจ้งแล้ว')).toHaveLength(1);
      expect(texts).toContain('ต้องแก้ไข');
    }
  });

  it('do not come back from a copy of the sheet after they were solved, nor where a solved one is cleared', () => {
    const archive = decided('ปัญหา รอบแรก', '');
    const solved = next([decided(PROBLEMS_SHEET, '')], [ANSWERED]).map((sheet) =>
      sheet.name === PROBLEMS_SHEET ? { ...sheet, cells: sheet.cells.filter(({ row }) => row < 2) } : sheet,
    );
    expect(ofUnread([archive])).toEqual(['ข้างตาราง']);
    expect(ofUnread([...solved, archive])).toEqual([]);
    const decisions = writtenByOffice([decided(PROBLEMS_SHEET, 'แก้แล้ว')], REPORT_ROSTER);
    const gone = planMaster(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [ANSWERED]), { created, ...decisions });
    const cleared = contentOfPlan(gone).sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(({ text }) => text !== 'แก้แล้ว'),
    }));
    expect(listIn(cleared).cells.map(({ text }) => text)).toContain('ข้างตาราง');
    expect(ofUnread(cleared)).toEqual([]);
  });

  it('do not say that a sheet is missing which came with another file of the agency', () => {
    const issues = issuesOf(REPORT_PROGRAMME).map(({ issue }) => issue);
    const missing = issues.slice(1).map(({ number, title }): Problem => {
      const { agency } = submissionOf('02', {});
      return { code: 'sheet-missing', agency, file: '02.xlsx', issue: number, title };
    });
    const first = resultOf(submissionOf('02', { '1.1.1': ['ก'] }, { issues: [1] }), missing);
    const { sheets } = contentOfPlan(planMaster(consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [first]), { created }));
    const told = (...received: readonly number[]): readonly string[] => {
      const late = resultOf(submissionOf('02', {}, { issues: received, file: '02 เพิ่ม.xlsx' }));
      const now = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submissionOf('03', {})), late]);
      return problemsOfUnread(sheets, [], now).flatMap(({ rows }) => rows.map(({ message }) => message));
    };
    expect(told()).toHaveLength(2);
    expect(told(2)).toEqual([expect.stringContaining(issues[2]!.title)]);
    expect(told(2, 3)).toEqual([]);
  });

  it('keep every row as it stands, however long or equal their texts are, round after round', () => {
    const text = fc.constantFrom('ดำเนินการแล้ว', ' ก', 'บรรทัด\n'.repeat(60), 'ข้อความยาว '.repeat(400));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, fc.boolean(), (texts, decision, isSolved) => {
        const agency = submissionOf('02', {}).agency;
        const answers = texts.map((each) => ({
          field: 'result' as const,
          measure: measuresOf(REPORT_PROGRAMME)[0]!.measure.key,
          sheet: 'ประเด็น 1',
          cell: { row: 1, column: 1 },
          text: each,
        }));
        const about = { agency, file: '02.xlsx', sheet: 'ประเด็น 1', cell: { row: 1, column: 1 } };
        const problem = {
          code: 'issue-gone',
          ...about,
          issue: 9,
          title: '',
          measures: 1,
          text: texts[0]!,
          answers,
        } as const;
        const plan = planMaster(
          consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submissionOf('02', { '1.1.1': ['ก'] }), [problem])]),
          { created },
        );
        const rowsOf = (sheets: readonly SheetContent[]) =>
          [...groupBy(listIn(sheets).cells, ({ row }) => row).values()]
            .filter((row) => row.some(({ text: each }) => each.startsWith('issue-gone ')))
            .map((row) => row.filter(({ column }) => [6, 7, 8, 9].includes(column)).map((cell) => cell.text))
            .filter((row) => row.length > 0);
        let sheets = contentOfPlan(plan).sheets;
        const before = rowsOf(sheets);
        const grid = new Grid(listIn(sheets));
        const { row } = grid.cells.find(({ text: each }) => each.startsWith('issue-gone '))!;
        grid.put(row, 11, decision);
        sheets = [...others, { ...grid.toContent(), name: PROBLEMS_SHEET }];
        const count: number[] = [];
        for (let round = 0; round < 3; round += 1) {
          const now = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [ANSWERED]);
          const kept = isSolved ? [] : problemsOfUnread(sheets, [], ANSWERS);
          const written = writtenByOffice(sheets, REPORT_ROSTER);
          sheets = contentOfPlan(planMaster(now, { created, ...written, kept })).sheets;
          expect(rowsOf(sheets)).toEqual(before);
          expect(decisionsOf(listIn(sheets))).toEqual([decision.trim()]);
          count.push(new Set(listIn(sheets).cells.map((cell) => cell.row)).size);
        }
        expect(count[2]).toBe(count[1]);
      }),
      { numRuns: 40 },
    );
  });
});
