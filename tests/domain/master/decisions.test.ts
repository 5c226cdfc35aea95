import { problemSheets, problemsOfUnread } from '../../../src/domain/master/decisions.ts';
import { PROBLEM_HEADINGS } from '../../../src/domain/master/problem-headings.ts';
import { readMasterReport } from '../../../src/domain/master/read/master-report.ts';
import { PROBLEMS_SHEET } from '../../../src/domain/master/sheet-names.ts';
import type { SheetContent } from '../../../src/domain/spreadsheet/content.ts';
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
  const ofUnread = (...read: readonly string[]): readonly string[] =>
    problemsOfUnread([decided(PROBLEMS_SHEET, 'โทรแจ้งแล้ว')], read).map(({ row }) => row.text);

  it('are told by the names of the files, and findings are not among them', () => {
    const table = SHEETS.find(({ name }) => name === PROBLEMS_SHEET)!;
    expect(table.cells.length).toBeGreaterThan(0);
    expect(ofUnread('/อื่น/03.xlsx')).toEqual(['ข้างตาราง']);
    expect(ofUnread('/ที่ใหม่/02.xlsx')).toEqual([]);
    expect(problemsOfUnread(others, [])).toEqual([]);
  });

  it('stand in the next master with what was decided, each once', () => {
    const now = consolidate(REPORT_PROGRAMME, REPORT_ROSTER, [resultOf(submissionOf('02', { '1.1.1': ['ก'] }))]);
    let sheets: readonly SheetContent[] = [decided(PROBLEMS_SHEET, 'โทรแจ้งแล้ว')];
    for (let round = 0; round < 2; round += 1) {
      const kept = problemsOfUnread(sheets, []);
      const written = writtenByOffice(sheets, REPORT_ROSTER);
      sheets = contentOfPlan(planMaster(now, { created, ...written, kept })).sheets;
      const texts = sheets.find(({ name }) => name === PROBLEMS_SHEET)!.cells.map(({ text }) => text);
      expect(texts.filter((text) => text === 'ข้างตาราง')).toHaveLength(1);
      expect(texts.filter((text) => text === 'โทรแจ้งแล้ว')).toHaveLength(1);
      expect(texts).toContain('ต้องแก้ไข');
    }
  });
});
