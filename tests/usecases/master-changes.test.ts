import type { AgencyCode } from '../../src/domain/programme/roster.ts';
import { addResult, emptyConsolidation, finish } from '../../src/domain/submissions/consolidate.ts';
import type { Consolidation } from '../../src/domain/submissions/consolidation.ts';
import type { Submission } from '../../src/domain/submissions/submission.ts';
import { PROBLEMS_SHEET, TABLE_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { masterChanges, sheetsOfMaster } from '../../src/usecases/master-changes.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { HostFault } from '../../src/usecases/ports/workbook-host.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { programme, reportAsSubmissions, roster } from '../support/report-2565.ts';

const submissions = reportAsSubmissions();
const [first, second, third] = submissions as [Submission, Submission, Submission];

function consolidationOf(of: readonly Submission[]): Consolidation {
  return finish(addResult(emptyConsolidation(programme, roster), { submissions: of, problems: [] }));
}

function masterOf(of: readonly Submission[]): WorkbookContent {
  return contentOfPlan(planMaster(consolidationOf(of), { created: '2022-04-01T00:00:00.000Z' }));
}

/** The table of all answers of a master. */
function tableOf(of: readonly Submission[]): SheetContent {
  return masterOf(of).sheets.find(({ name }) => name === TABLE_SHEET)!;
}

/** The same submission with another word in its first paragraph. */
function corrected(submission: Submission): Submission {
  const [entry, ...others] = submission.entries;
  const [paragraph, ...more] = entry!.paragraphs;
  return {
    ...submission,
    entries: [{ ...entry!, paragraphs: [{ ...paragraph!, text: `${paragraph!.text} (แก้ไข)` }, ...more] }, ...others],
  };
}

describe('what is new against an open master', () => {
  it('are agencies that it knows nothing of, and those that say something else now', () => {
    const news = masterChanges(tableOf([first, second]), consolidationOf([first, corrected(second), third]));
    expect(news).toEqual({ added: [third.agency], changed: [second.agency], same: [first.agency], gone: [] });
  });

  it('are agencies without answers now', () => {
    expect(masterChanges(tableOf([first, second]), consolidationOf([second]))).toMatchObject({ gone: [first.agency] });
  });

  it('is nothing where every agency says what it said, in whatever order the table stands now', () => {
    const sorted = (table: SheetContent): SheetContent => {
      const last = Math.max(...table.cells.map(({ row }) => row));
      const cells = table.cells
        .map((cell) => ({ ...cell, row: cell.row < 2 ? cell.row : 2 + last - cell.row, column: 20 - cell.column }))
        .toSorted((one, other) => one.row - other.row || one.column - other.column);
      return { ...table, cells };
    };
    const news = masterChanges(sorted(tableOf(submissions)), consolidationOf(submissions));
    const known = new Set(submissions.map(({ agency }) => agency));
    const expected: readonly AgencyCode[] = roster.agencies.map(({ code }) => code).filter((code) => known.has(code));
    expect(news).toEqual({ added: [], changed: [], same: expected, gone: [] });
  });

  it('is every agency where the master is still empty', () => {
    expect(masterChanges(tableOf([]), consolidationOf([first]))).toMatchObject({
      added: [first.agency],
    });
  });

  it.each([
    [[], []],
    [[TABLE_SHEET], [TABLE_SHEET]],
    [[PROBLEMS_SHEET], [PROBLEMS_SHEET]],
    [
      [TABLE_SHEET, PROBLEMS_SHEET],
      [TABLE_SHEET, PROBLEMS_SHEET],
    ],
  ])('is read from those of its sheets that are there: %j', async (names, found) => {
    const master = masterOf([first]);
    const sheets = master.sheets.filter(({ name }) => names.includes(name));
    const readSome = (asked: readonly string[]): Promise<WorkbookContent> => {
      const gone = asked.find((name) => !names.includes(name));
      if (gone !== undefined) return Promise.reject(new HostFault('sheet-gone', gone));
      return Promise.resolve({ ...master, sheets: sheets.filter(({ name }) => asked.includes(name)) });
    };
    const content = { ...master, sheets };
    const all = await sheetsOfMaster({ read: (asked) => (asked ? readSome(asked) : Promise.resolve(content)) });
    expect([all.table, all.problems].flatMap((sheet) => sheet?.name ?? [])).toEqual(found);
    expect(all.whole).toBe(content);
    // Sheets of the office's own may be more than Excel gives.
    const fault = new HostFault('too-large', '');
    const some = await sheetsOfMaster({ read: (asked) => (asked ? readSome(asked) : Promise.reject(fault)) });
    expect([some.table, some.problems].flatMap((sheet) => sheet?.name ?? [])).toEqual(found);
    expect(some.whole).toBeUndefined();
  });
});
