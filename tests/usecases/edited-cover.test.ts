import fc from 'fast-check';
import { asBackup } from '../../src/domain/master/backup-sheets.ts';
import { readFrontMatter, frontLines, textsBesideFront } from '../../src/domain/master/read/front-matter.ts';
import { readMasterReport } from '../../src/domain/master/read/master-report.ts';
import { AS_OF, SUMMARY } from '../../src/domain/master/plan/cover-sheet.ts';
import { COVER_SHEET, REVIEW_SHEET } from '../../src/domain/master/sheet-names.ts';
import type { SheetContent, WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { mergeMaster } from '../../src/usecases/merge-master.ts';
import { planMaster } from '../../src/usecases/plan-master.ts';
import { answersOf } from '../support/agency-answers.ts';
import { Grid } from '../support/grid.ts';
import { contentOfPlan } from '../support/plan-content.ts';
import { SMALL_PROGRAMME } from '../support/small-programme.ts';

const created = '2027-06-01T00:00:00Z';
const before = answersOf({ '02': { '1.1.1': ['อบรม ๒๕ คน'] } });
const now = answersOf({ '02': { '1.1.1': ['อบรม ๓๐ คน'] } });
const master = contentOfPlan(planMaster(before, { created }));

/** The printed lines of a cover, as a person sees them. */
function shown(sheet: Grid | SheetContent): readonly string[] {
  const { cells } = sheet instanceof Grid ? sheet.toContent() : sheet;
  const texts = cells.filter(({ row, column }) => row > 0 && column === 0).map(({ text }) => text);
  return texts.slice(0, texts.indexOf(SUMMARY));
}

function coverIn({ sheets }: Pick<WorkbookContent, 'sheets'>, name = COVER_SHEET): SheetContent {
  return sheets.find((sheet) => sheet.name === name)!;
}

/** The master after somebody worked on its cover. */
function edited(edit: (grid: Grid) => void): WorkbookContent {
  const sheets = master.sheets.map((sheet) => {
    if (sheet.name !== COVER_SHEET) return sheet;
    const grid = new Grid(sheet);
    edit(grid);
    return grid.toContent();
  });
  return { ...master, sheets };
}

/** The cover of the next master, and what a merge tells of it. */
function merged(content: WorkbookContent) {
  const merge = mergeMaster(content, now);
  if (merge?.kind !== 'merged') throw new Error('nothing was merged');
  const next = contentOfPlan(planMaster(now, { created, merge: merge.facts }));
  const review = next.sheets.find(({ name }) => name === REVIEW_SHEET)!.cells.map(({ text }) => text);
  return { cover: shown(coverIn(next)), told: merge.front, review };
}

const cover = coverIn(master);
const sentence = fc.constantFrom('ถ้อยคำที่แก้ไข', 'เพิ่มย่อหน้าคำนำ', 'ผู้อำนวยการกอง', '  เว้นหน้า', '๑) $& {asOf');

describe('the cover of an edited master', () => {
  it('stands in the next master and in the document, whatever somebody wrote, and where lines were added or taken away', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('write', 'add', 'remove'), fc.nat(), sentence), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(edits, (steps) => {
        const content = edited((grid) => {
          for (const [step, index, text] of steps) {
            // Any line but the month, which is the last.
            const count = shown(grid).length - 1;
            const { row } = grid.toContent().cells.filter((cell) => cell.row > 0 && cell.column === 0)[index % count]!;
            // The first row has a token. A part without lines could not be told from the others.
            const isAlone = (row === 1 || grid.at(row - 1, 0) === undefined) && grid.at(row + 1, 0) === undefined;
            if (step === 'remove' && !isAlone) grid.deleteRow(row);
            if (step === 'add') grid.insertRows(row + 1, 1);
            if (step !== 'remove') grid.put(step === 'add' ? row + 1 : row, 0, text);
          }
        });
        const { front, isUnclear } = readFrontMatter(content.sheets, SMALL_PROGRAMME);
        const lines = shown(coverIn(content));
        expect(isUnclear).toBe(false);
        expect(frontLines(front)).toEqual(lines);
        expect(merged(content).cover).toEqual(lines);
      }),
    );
  });

  it('is told where it is kept, and not where it is the programme’s', () => {
    expect(merged(master).told).toBeUndefined();
    const introduction = edited((grid) => {
      const { row } = grid.cells.find(({ text }) => text === SMALL_PROGRAMME.report.heading)!;
      grid.insertRows(row + 1, 1);
      grid.put(row + 1, 0, 'ย่อหน้าที่สำนักงานเพิ่ม');
    });
    expect(merged(introduction)).toMatchObject({ told: 'kept', cover: shown(coverIn(introduction)) });
  });

  it('is told where its lines cannot be told apart', () => {
    const joined = edited((grid) => {
      const { row } = grid.cells.find(({ text }) => text === SMALL_PROGRAMME.report.heading)!;
      grid.deleteRow(row - 1);
      grid.put(row - 1, 0, `${SMALL_PROGRAMME.report.heading} แก้แล้ว`);
      grid.deleteRow(row - 2);
    });
    expect(readFrontMatter(joined.sheets, SMALL_PROGRAMME).isUnclear).toBe(true);
    expect(merged(joined)).toMatchObject({ told: 'unclear', cover: shown(cover) });
    expect(merged(joined).review).toContain(`${SMALL_PROGRAMME.report.heading} แก้แล้ว`);
  });

  it('gives what stands beside its lines, or below them, to the list of what is to be looked at', () => {
    const content = edited((grid) => {
      grid.put(1, 2, 'ข้างชื่อรายงาน');
      grid.put(90, 0, 'ใต้สารบัญ');
    });
    const commented = { ...coverIn(content), comments: [{ row: 1, column: 0, text: 'ถามผู้อำนวยการ' }] };
    const sheets = content.sheets.map((sheet) => (sheet.name === COVER_SHEET ? commented : sheet));
    const { review } = merged({ ...content, sheets });
    expect(review).toEqual(expect.arrayContaining(['ข้างชื่อรายงาน', 'ใต้สารบัญ', 'ถามผู้อำนวยการ']));
    expect(textsBesideFront(master.sheets, SMALL_PROGRAMME)).toEqual([]);
  });

  it('has its month from the summary, whatever a line of the report begins with', () => {
    const content = edited((grid) => {
      grid.insertRows(2, 1);
      grid.put(2, 0, `${AS_OF}ใดก็ตาม`);
    });
    const { introduction, asOf } = readFrontMatter(content.sheets, SMALL_PROGRAMME).front;
    expect([introduction, asOf]).toEqual([SMALL_PROGRAMME.report.introduction, SMALL_PROGRAMME.report.asOf]);
  });

  it('is found by another name of its sheet, and beside a backup of another one', () => {
    const content = edited((grid) => {
      grid.name = 'หน้าแรก';
      grid.put(1, 0, 'ชื่อรายงานที่แก้');
    });
    const backup = { ...cover, ...asBackup(cover) };
    for (const sheets of [content.sheets, [backup, ...content.sheets]]) {
      expect(frontLines(readFrontMatter(sheets, SMALL_PROGRAMME).front)[0]).toBe('ชื่อรายงานที่แก้');
      expect(merged({ ...content, sheets }).cover[0]).toBe('ชื่อรายงานที่แก้');
    }
    expect(readMasterReport(content, SMALL_PROGRAMME).ownSheets).toEqual([]);
  });
});
