import fc from 'fast-check';
import { PROVENANCE_HEADINGS } from '../../../../src/domain/master/plan/provenance.ts';
import { isFollowUp } from '../../../../src/domain/master/read/follow-up-in-sheet.ts';
import { readMasterReport } from '../../../../src/domain/master/read/master-report.ts';
import { DASHBOARD_SHEET, masterSheetNames } from '../../../../src/domain/master/sheet-names.ts';
import type { WorkbookContent } from '../../../../src/domain/spreadsheet/content.ts';
import { planMaster } from '../../../../src/usecases/plan-master.ts';
import { Grid } from '../../../support/grid.ts';
import { MISTREATMENTS, mistreat } from '../../../support/mistreat.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { answersOf } from '../../../support/agency-answers.ts';
import { SMALL_PROGRAMME } from '../../../support/small-programme.ts';
import { compareKey } from '../../../../src/domain/text/compare.ts';

const ISSUE = '๑ การปฏิบัติหน้าที่';
const RESULT = 3;

const MASTER = contentOfPlan(
  planMaster(
    answersOf({
      '02': { '1.1.1': ['จัดอบรม 25 คน', 'ดูที่ https://shorturl.asia/9nO1T'], '3.1.1': ['จัดระบบคิว'] },
      '03': { '1.1.1': ['ประกาศแล้ว'], '1.1.2': [`${'ติดตามผลการดำเนินการ '.repeat(120)}จบ`] },
      '11': { '1.1.1': ['ประกาศแล้ว'] },
    }),
    { created: '2027-06-01T00:00:00Z' },
  ),
);

/** The master after somebody worked on the first issue. */
function edited(edit: (grid: Grid) => void): WorkbookContent {
  const sheets = MASTER.sheets.map((sheet) => {
    if (sheet.name !== ISSUE) return sheet;
    const grid = new Grid(sheet);
    edit(grid);
    return grid.toContent();
  });
  return { ...MASTER, sheets };
}

function textsOf(content: WorkbookContent, measure = '1.1.1'): readonly string[] {
  const { measures } = readMasterReport(content, SMALL_PROGRAMME);
  return measures.find((each) => each.measure === measure)!.paragraphs.map(({ text }) => text);
}

describe('reading the report of a master', () => {
  it('gives the paragraphs of each measure as they stand, with where they come from', () => {
    const { measures, annotations, ownSheets, problems } = readMasterReport(MASTER, SMALL_PROGRAMME);
    expect(measures.map(({ measure }) => measure)).toEqual([
      '1.1.1',
      '1.1.2',
      '1.1.3',
      '2.1.1',
      '2.2.1',
      '2.2.2',
      '3.1.1',
    ]);
    expect(measures[0]!.paragraphs.map(({ sources }) => sources.map(({ agency }) => agency))).toEqual([
      ['02'],
      ['02'],
      ['03', '11'],
    ]);
    expect({ annotations, ownSheets, problems }).toEqual({ annotations: [], ownSheets: [], problems: [] });
  });

  it('joins a paragraph that needs several rows', () => {
    expect(textsOf(MASTER, '1.1.2')).toEqual([`กองช่าง : ${'ติดตามผลการดำเนินการ '.repeat(120)}จบ`]);
  });

  it('puts a row that the office inserted where it stands', () => {
    const content = edited((grid) => {
      grid.insertRows(4, 1);
      grid.put(4, RESULT, 'เขียนเอง');
    });
    expect(textsOf(content)[1]).toBe('เขียนเอง');
  });

  it('tells a text in another column, and by a changed word of the measure', () => {
    const content = edited((grid) => {
      grid.put(3, 20, 'ขอเอกสาร');
      grid.put(4, 1, 'มาตรการที่แก้');
    });
    const { annotations } = readMasterReport(content, SMALL_PROGRAMME);
    expect(annotations).toMatchObject([
      { carrier: 'cell', text: 'ขอเอกสาร', measure: '1.1.1', location: { row: 3, column: 20 } },
      { carrier: 'cell', text: 'มาตรการที่แก้', measure: '1.1.1' },
    ]);
  });

  it('names the sheets that are not there', () => {
    const sheets = MASTER.sheets.filter(({ name }) => name !== ISSUE);
    expect(readMasterReport({ sheets }, SMALL_PROGRAMME).problems).toEqual([{ code: 'sheet-missing', sheet: ISSUE }]);
  });

  it('takes a sheet of the charts for the office’s own where the program did not write it', () => {
    expect(readMasterReport(MASTER, SMALL_PROGRAMME).ownSheets).toEqual([]);
    const sheets = MASTER.sheets.map((sheet) =>
      sheet.name === DASHBOARD_SHEET ? { ...sheet, cells: sheet.cells.filter(({ row }) => row > 0) } : sheet,
    );
    expect(readMasterReport({ sheets }, SMALL_PROGRAMME).ownSheets).toEqual([DASHBOARD_SHEET]);
  });

  it.each(Object.keys(MISTREATMENTS))('loses nothing of what people wrote when somebody %s', (name) => {
    const steps = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }).map((picks) => ({ name, picks }));
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 2 }), (mistreatments) => {
        const content = mistreat(MASTER, mistreatments);
        const { measures, annotations, ownSheets } = readMasterReport(content, SMALL_PROGRAMME);
        const told = [...measures.flatMap(({ paragraphs }) => paragraphs), ...annotations].map(({ text }) =>
          compareKey(text),
        );
        const known = new Set(masterSheetNames(SMALL_PROGRAMME));
        const issues = content.sheets.filter(
          ({ name, cells }) =>
            !ownSheets.includes(name) && !isFollowUp({ cells }) && (!known.has(name) || /^[๑๒๓] /.test(name)),
        );
        const lost = issues
          .flatMap(({ cells, comments = [], shapes = [] }) => [
            ...cells.filter((cell) => !isHidden(cell)),
            ...comments,
            ...shapes,
          ])
          .map(({ text }) => compareKey(text))
          .filter((text) => !WRITTEN.has(text) && !told.some((each) => each.includes(text)));
        expect(lost).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** What the program itself hides beside the results is its own, whatever somebody does to it. */
function isHidden({ column }: { readonly column: number }): boolean {
  return column > RESULT && column <= RESULT + PROVENANCE_HEADINGS.length + 1;
}

/** What the program itself wrote outside the results. */
const WRITTEN = new Set(
  MASTER.sheets.flatMap(({ cells }) =>
    cells.flatMap(({ column, text }) => (column === RESULT ? [] : [compareKey(text)])),
  ),
);
