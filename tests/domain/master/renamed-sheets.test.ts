import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createXlsxCodec } from '../../../src/adapters/xlsx/codec.ts';
import type { ReadResult } from '../../../src/domain/submissions/submission.ts';
import { readFrontMatter, textsBesideFront } from '../../../src/domain/master/read/front-matter.ts';
import { FOLLOW_UP_HEADINGS } from '../../../src/domain/master/follow-up-headings.ts';
import { planMasterReview } from '../../../src/domain/master/plan/review-sheet.ts';
import { PROBLEM_HEADINGS } from '../../../src/domain/master/problem-headings.ts';
import { completenessSheetOf, reviewSheetOf, tableOf } from '../../../src/domain/master/read/list-sheets.ts';
import { readMasterReport } from '../../../src/domain/master/read/master-report.ts';
import { submissionsInTable } from '../../../src/domain/master/read/submissions-in-table.ts';
import {
  COVER_SHEET,
  FOLLOW_UP_SHEET,
  COMPLETENESS_SHEET,
  PROBLEMS_SHEET,
  REVIEW_SHEET,
  TABLE_SHEET,
} from '../../../src/domain/master/sheet-names.ts';
import { issuesOf } from '../../../src/domain/programme/programme.ts';
import type { SheetContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { planMaster } from '../../../src/usecases/plan-master.ts';
import { writtenByOffice } from '../../../src/usecases/written-by-office.ts';
import { dataOf } from '../../fixtures/forms/recorded.ts';
import { MASTER_LAYOUT, MASTERS } from '../../fixtures/masters/recorded.ts';
import { consolidate } from '../../support/consolidate.ts';
import { Grid } from '../../support/grid.ts';
import { contentOfPlan } from '../../support/plan-content.ts';

const { programme, roster } = dataOf('');
const created = '2027-06-10T02:00:00.000Z';
type Sheets = WorkbookContent['sheets'];

const named = (sheets: Sheets, name: string): SheetContent | undefined => sheets.find((sheet) => sheet.name === name);
const renamed = (sheets: Sheets, from: string, to: string): Sheets =>
  sheets.map((sheet) => (sheet.name === from ? { ...sheet, name: to } : sheet));

/** Texts below a heading of a list: each cell that is there already gets the next of them. */
function written(sheet: SheetContent, heading: string, texts: readonly string[]): SheetContent {
  const grid = new Grid(sheet);
  const head = grid.cells.find(({ text }) => text === heading)!;
  const rows = [...new Set(grid.cells.flatMap(({ row }) => (row > head.row ? [row] : [])))];
  for (const [index, row] of rows.entries()) grid.put(row, head.column, texts[index % texts.length] ?? '');
  return grid.toContent();
}

const writtenIn = (sheets: Sheets) => {
  const { decisions, followUp } = writtenByOffice(sheets, roster);
  return {
    decisions: new Map(decisions.flatMap(({ key, decision }) => (decision === '' ? [] : [[key, decision]]))),
    notes: new Map([...followUp.notes].flatMap(([code, { note }]) => (note === '' ? [] : [[code, note]]))),
    rows: followUp.rows,
  };
};

/** The lists of the next master, made of the same answers. */
function nextLists(sheets: Sheets, results: readonly ReadResult[]): Sheets {
  const plan = planMaster(consolidate(programme, roster, results), { created, ...writtenByOffice(sheets, roster) });
  return contentOfPlan(plan).sheets.filter(({ name }) => [PROBLEMS_SHEET, FOLLOW_UP_SHEET].includes(name));
}

const LAYOUTS = Array.from({ length: MASTER_LAYOUT }, (_, index) => String(index + 1));
const FILES = LAYOUTS.flatMap((layout) =>
  readdirSync(path.join(MASTERS, layout)).flatMap((file) => (file.endsWith('.xlsx') ? [`${layout}/${file}`] : [])),
);

describe.each(FILES)('%s with renamed sheets', (file) => {
  let content: WorkbookContent;
  beforeAll(async () => {
    content = await createXlsxCodec().decode(readFileSync(path.join(MASTERS, file)));
  });

  it('has the same report, answers, agencies and texts around the table', () => {
    const { sheets } = content;
    const names = [
      COVER_SHEET,
      COMPLETENESS_SHEET,
      TABLE_SHEET,
      ...issuesOf(programme).map(({ issue }) => issue.sheetName),
    ];
    const others = names.reduce<Sheets>((all, name, index) => renamed(all, name, `แผ่นที่ ${index + 1}`), sheets);
    const { measures, problems } = readMasterReport({ sheets: others }, programme);
    const before = readMasterReport({ sheets }, programme);
    const texts = (of: typeof measures): unknown => of.map(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect([texts(measures), problems]).toEqual([texts(before.measures), before.problems]);
    expect(tableOf(others)?.cells).toBe(named(sheets, TABLE_SHEET)!.cells);
    expect(completenessSheetOf(others)?.cells).toBe(named(sheets, COMPLETENESS_SHEET)!.cells);
    expect(readFrontMatter(others, programme)).toEqual(readFrontMatter(sheets, programme));
    for (const all of [sheets, others]) expect(textsBesideFront(all, programme)).toEqual([]);
  });

  it('gives what the office wrote on its lists to the next ones once, and nothing comes back or is lost', () => {
    const { sheets } = content;
    const answers = submissionsInTable(tableOf(sheets)!, programme);
    const problem = { code: 'text-outside-measure', agency: roster.agencies[0]!.code, file: 'ก.xlsx' } as const;
    const results: readonly ReadResult[] = [
      { ...answers, problems: ['ข้างตาราง', 'ใต้ตาราง'].map((text) => ({ ...problem, text })) },
    ];
    // All problems of today, so that there is something to decide; layouts before the fourth have no sheet ติดตาม.
    const [problems, followUp] = [PROBLEMS_SHEET, FOLLOW_UP_SHEET].map((name) =>
      named(nextLists(sheets, results), name)!,
    );
    const others = sheets.filter(({ name }) => name !== PROBLEMS_SHEET && name !== FOLLOW_UP_SHEET);
    const texts = fc.array(fc.constantFrom('', 'โทรแจ้งแล้ว', 'รอหนังสือ ๑', 'แก้แล้ว', 'ก.'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, texts, texts, texts, fc.boolean(), (decided, noted, decidedLater, notedLater, isCopy) => {
        const before = [
          written(problems!, PROBLEM_HEADINGS.decision, decided),
          written(followUp!, FOLLOW_UP_HEADINGS.note, noted),
        ];
        const archive = before.map((sheet) => ({ ...sheet, name: `${sheet.name} รอบแรก` }));
        const first = [...others, ...archive, ...(isCopy ? before : [])];
        const lists = nextLists(first, results);
        expect(writtenIn([...others, ...lists])).toEqual(writtenIn(first));
        // The archive stays in the workbook beside the lists that came of it, and people go on there.
        const later = [
          written(named(lists, PROBLEMS_SHEET)!, PROBLEM_HEADINGS.decision, decidedLater),
          written(named(lists, FOLLOW_UP_SHEET)!, FOLLOW_UP_HEADINGS.note, notedLater),
        ];
        expect(writtenIn([...others, ...archive, ...later])).toEqual(writtenIn([...others, ...later]));
        const again = nextLists([...others, ...archive, ...later], results);
        expect(writtenIn([...others, ...archive, ...again])).toEqual(writtenIn([...others, ...later]));
        // A report that is undone brings the lists of before back, and with them what they had not taken over.
        const undone = [...others, ...archive, problems!, written(followUp!, FOLLOW_UP_HEADINGS.note, [''])];
        const { decisions, notes, rows } = writtenIn(first);
        expect(writtenIn(nextLists(undone, results))).toEqual({
          decisions,
          notes,
          rows: expect.arrayContaining([...rows]) as unknown,
        });
        // What is written there afterwards counts, too.
        const added = written(archive[0]!, PROBLEM_HEADINGS.decision, ['เขียนทีหลัง']);
        for (const text of writtenIn([...others, ...again, added, archive[1]!]).decisions.values())
          expect(text).toContain('เขียนทีหลัง');
        const notedNow = written(archive[1]!, FOLLOW_UP_HEADINGS.note, ['เขียนทีหลัง']);
        for (const text of writtenIn([...others, ...again, archive[0]!, notedNow]).notes.values())
          expect(text).toContain('เขียนทีหลัง');
        // But nothing else comes with it.
        const grid = new Grid(archive[1]!);
        grid.put(500, grid.cells.find(({ text }) => text === FOLLOW_UP_HEADINGS.note)!.column, 'แถวใหม่');
        const [known, now] = [later, [...again, archive[0]!, grid.toContent()]].map((lists) => {
          const { rows, ...texts } = writtenIn([...others, ...lists]);
          return { ...texts, rows: rows.map((row) => row.texts.note) };
        });
        expect(now).toEqual({ ...known, rows: [...known!.rows, 'แถวใหม่'] });
      }),
      { numRuns: 5 },
    );
  });
});

it('the list of what to look at after a merge is known under another name, too', () => {
  const plan = planMasterReview(programme, { review: [], unplaced: [] });
  const [sheet] = contentOfPlan({ sheets: [plan], properties: {}, title: '', author: '', created }).sheets;
  const other = { ...sheet!, name: 'ที่ต้องดู' };
  expect(reviewSheetOf([other])).toBe(other);
  expect(reviewSheetOf([other, sheet!])?.name).toBe(REVIEW_SHEET);
});
