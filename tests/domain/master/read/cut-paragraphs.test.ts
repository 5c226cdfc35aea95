import fc from 'fast-check';
import { createXlsxCodec } from '../../../../src/adapters/xlsx/codec.ts';
import { planConversion } from '../../../../src/domain/conversion/plan-conversion.ts';
import { builtInDigitProfile } from '../../../../src/domain/programme/catalogue.ts';
import { planMasterIssue } from '../../../../src/domain/master/plan/issue-sheet.ts';
import { rowChanges } from '../../../../src/domain/master/merge/row-changes.ts';
import type { PrintedParagraph } from '../../../../src/domain/master/plan/report-paragraphs.ts';
import { readMasterReport } from '../../../../src/domain/master/read/master-report.ts';
import { REPORT_HEADINGS } from '../../../../src/domain/master/report-headings.ts';
import { issuesOf, type MeasureKey } from '../../../../src/domain/programme/programme.ts';
import type { AgencyCode } from '../../../../src/domain/programme/roster.ts';
import type { SheetContent } from '../../../../src/domain/spreadsheet/content.ts';
import type { WorkbookPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import type { Source } from '../../../../src/domain/submissions/consolidation.ts';
import { Grid } from '../../../support/grid.ts';
import { contentOfPlan } from '../../../support/plan-content.ts';
import { SMALL_PROGRAMME, SMALL_ROSTER } from '../../../support/small-programme.ts';

const MEASURE = '1.1.1' as MeasureKey;
const RESULT = 3;
const PART = 11;
/** The first row of a measure. */
const TOP = 3;

/** A workbook with the sheet of the first issue, whose first measure has some paragraphs. */
function planOf(paragraphs: readonly PrintedParagraph[]): WorkbookPlan {
  const resultOf = (measure: MeasureKey) => (measure === MEASURE ? paragraphs : []);
  const report = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER, resultOf, hasStates: false };
  const sheets = issuesOf(SMALL_PROGRAMME)
    .slice(0, 1)
    .map((placed) => planMasterIssue(report, placed));
  return { sheets, properties: {}, title: '', author: '', created: '2027-06-01T00:00:00Z' };
}

function sheetOf(paragraphs: readonly PrintedParagraph[]): SheetContent {
  return contentOfPlan(planOf(paragraphs)).sheets[0]!;
}

function paragraphsIn(sheet: SheetContent) {
  const { measures, annotations } = readMasterReport({ sheets: [sheet] }, SMALL_PROGRAMME);
  return { paragraphs: measures[0]!.paragraphs, annotations };
}

function textsIn(sheet: SheetContent): readonly string[] {
  return paragraphsIn(sheet).paragraphs.map(({ text }) => text);
}

function sourceOf(agency: string): Source {
  return { agency: agency as AgencyCode, file: `${agency}.xlsx`, sheet: 'แบบรายงาน', cell: { row: 3, column: 5 } };
}

const blanks = fc
  .array(fc.constantFrom(' ', ' ', ' ', '\n', '\n', '  ', '\t', '\r\n', '\u00a0', '\u2003', '\u2028', '\ufeff'), {
    maxLength: 4,
  })
  .map((several) => several.join(''));
const words = fc.constantFrom(
  'อบรม',
  '๒๕ คน',
  'ITA',
  'ประชุม\u200bคณะทำงาน',
  'จัดประชุมชี้แจงคู่มือการปฏิบัติงาน'.repeat(40),
  'และติดตามผล '.repeat(80),
  `${'เผยแพร่คู่มือ'.repeat(3)}\n`.repeat(9),
  '\u0301',
  '👩🏽‍🔧'.repeat(30),
);
const text = fc
  .array(fc.tuple(blanks, words, blanks), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''))
  .filter((each) => each.trim() !== '');
const sources = fc.constantFrom([], [sourceOf('02')], [sourceOf('02'), sourceOf('11')]);
/** Few of each, so that paragraphs with the same text and sources stand side by side. */
const paragraphs = fc
  .tuple(fc.array(text, { minLength: 1, maxLength: 2 }), fc.array(sources, { minLength: 1, maxLength: 2 }))
  .chain(([texts, lists]) =>
    fc.array(fc.record({ text: fc.constantFrom(...texts), sources: fc.constantFrom(...lists) }), {
      minLength: 1,
      maxLength: 4,
    }),
  );

/** About as much as a row holds. */
const FIRST = 'ก่อน '.repeat(120);

describe('paragraphs that were cut over rows', () => {
  it('are read back exactly as they were, whatever stood at the cut and beside them', () => {
    fc.assert(
      fc.property(paragraphs, (printed) => {
        const { paragraphs: read, annotations } = paragraphsIn(sheetOf(printed));
        expect(read.map(({ text, sources }) => ({ text, sources }))).toEqual(printed);
        expect(annotations).toEqual([]);
      }),
    );
  });

  it('are read back however much white space stood at the cut, and a cell holds it', () => {
    const long = `${FIRST.repeat(2)}${' '.repeat(32_000)}\n${'\t '.repeat(600)}จบ`;
    const sheet = sheetOf([{ text: long, sources: [] }]);
    expect(textsIn(sheet)).toEqual([long]);
    const absurd = sheetOf([{ text: `${FIRST.repeat(2)}${'\u2003 '.repeat(15_000)}จบ`, sources: [] }]);
    expect(Math.max(...absurd.cells.map(({ text: each }) => each.length))).toBeLessThanOrEqual(32_767);
    expect(textsIn(absurd)).toHaveLength(1);
  });

  it('know the rows that they take', () => {
    fc.assert(
      fc.property(paragraphs, (printed) => {
        const sheet = sheetOf(printed);
        const taken = paragraphsIn(sheet).paragraphs.flatMap(({ location, rowCount = 1 }) =>
          Array.from({ length: rowCount }, (_, index) => location.row + index),
        );
        const rows = sheet.cells.filter(({ row, column }) => row > 1 && column === RESULT).map(({ row }) => row);
        expect(taken).toEqual(rows);
      }),
    );
  });
});

describe('blank rows that somebody puts in', () => {
  const NOTE = 12;

  it('between any rows change no paragraph, whatever is noted beside them', () => {
    const rows = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('', ' ', 'ขอเอกสาร')), { maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, rows, (printed, inserted) => {
        const grid = new Grid(sheetOf(printed));
        for (const [at, note] of inserted) {
          const row = Math.min(TOP + 1 + at, grid.lastRow + 1);
          grid.insertRows(row, 1);
          grid.put(row, NOTE, note);
        }
        const { paragraphs: read, annotations } = paragraphsIn(grid.toContent());
        expect(read.map(({ text, sources }) => ({ text, sources }))).toEqual(printed);
        expect(annotations.map(({ text }) => text).sort()).toEqual(
          inserted.flatMap(([, note]) => (note === '' ? [] : [note])).sort(),
        );
        const ends = read.map(({ location, rowCount = 1 }) => location.row + rowCount - 1);
        expect(ends.every((row) => grid.at(row, RESULT) !== undefined)).toBe(true);
      }),
    );
  });
});

/** Three rows, cut at two blanks, and at a line feed; behind them a paragraph of the same cell. */
const PIECES = [`${FIRST}จบตอนแรก`, `${FIRST}จบตอนสอง`, `${FIRST}จบตอนท้าย`];
const WHOLE = `${PIECES[0]!}  \n${PIECES[1]!}\n\n${PIECES[2]!}`;
const NEXT = 'ประกาศแล้ว';

/** A cut paragraph after somebody worked on the sheet. */
function edited(edit: (grid: Grid) => void): SheetContent {
  const grid = new Grid(sheetOf([WHOLE, NEXT].map((each) => ({ text: each, sources: [sourceOf('02')] }))));
  edit(grid);
  return grid.toContent();
}

/** A row as Excel inserts a copy of it. */
function copyRow(grid: Grid, from: number, to: number): void {
  const copied = grid.cells.filter(({ row, column }) => row === from && column >= RESULT);
  grid.insertRows(to, 1);
  grid.cells.push(...copied.map((cell) => ({ ...cell, row: to })));
}

describe('a paragraph of three rows', () => {
  const [one, two, three] = PIECES as [string, string, string];

  it('stands in the rows as it is printed: without the white space at the cuts', () => {
    const grid = new Grid(edited(() => undefined));
    expect([0, 1, 2, 3].map((row) => grid.at(TOP + row, RESULT)?.text)).toEqual([...PIECES, NEXT]);
    expect(textsIn(grid.toContent())).toEqual([WHOLE, NEXT]);
  });

  it.each<readonly [string, (grid: Grid) => void, readonly string[]]>([
    ['edits a row', (grid) => grid.put(TOP, RESULT, 'สั้น'), [`สั้น  \n${two}\n\n${three}`, NEXT]],
    ['edits a later row', (grid) => grid.put(TOP + 1, RESULT, 'สั้น'), [`${one}  \nสั้น\n\n${three}`, NEXT]],
    ['empties the first row', (grid) => grid.put(TOP, RESULT, ''), [`${two}\n\n${three}`, NEXT]],
    ['empties a row between', (grid) => grid.put(TOP + 1, RESULT, ''), [`${one}\n\n${three}`, NEXT]],
    ['empties the last row', (grid) => grid.put(TOP + 2, RESULT, ''), [`${one}  \n${two}`, NEXT]],
    ['deletes the first row', (grid) => grid.deleteRow(TOP), [`${two}\n\n${three}`, NEXT]],
    ['deletes a row between', (grid) => grid.deleteRow(TOP + 1), [`${one}\n\n${three}`, NEXT]],
    ['deletes the last row', (grid) => grid.deleteRow(TOP + 2), [`${one}  \n${two}`, NEXT]],
    ['inserts a blank row', (grid) => grid.insertRows(TOP + 1, 1), [WHOLE, NEXT]],
    [
      'inserts a copy of a row and empties it',
      (grid) => {
        copyRow(grid, TOP, TOP + 1);
        grid.put(TOP + 1, RESULT, '');
      },
      [WHOLE, NEXT],
    ],
    [
      'moves the row of another measure in between, without its result',
      (grid) => {
        grid.insertRows(TOP + 1, 1);
        grid.put(TOP + 1, RESULT + 1, '1.1.2');
      },
      [one, `${two}\n\n${three}`, NEXT],
    ],
    [
      'writes a row between',
      (grid) => {
        grid.insertRows(TOP + 2, 1);
        grid.put(TOP + 2, RESULT, 'แทรก');
      },
      [`${one}  \n${two}`, 'แทรก', three, NEXT],
    ],
    ['copies the first row', (grid) => copyRow(grid, TOP, TOP), [one, WHOLE, NEXT]],
    ['copies the last row', (grid) => copyRow(grid, TOP + 2, TOP + 3), [WHOLE, three, NEXT]],
    [
      'moves the last row behind the next paragraph',
      (grid) => {
        copyRow(grid, TOP + 2, TOP + 4);
        grid.deleteRow(TOP + 2);
      },
      [`${one}  \n${two}`, NEXT, three],
    ],
    [
      'moves the next paragraph in between',
      (grid) => {
        copyRow(grid, TOP + 3, TOP + 1);
        grid.deleteRow(TOP + 4);
      },
      [one, NEXT, `${two}\n\n${three}`],
    ],
    ['sorts by the texts', (grid) => grid.sortRows(TOP, TOP + 3, RESULT, 1), [three, two, one, NEXT]],
    [
      'sorts by a column in which the rows are the same',
      (grid) => grid.sortRows(TOP, TOP + 3, RESULT + 2, 1),
      [WHOLE, NEXT],
    ],
    [
      'types over the marks',
      (grid) => [TOP, TOP + 1, TOP + 2].forEach((row) => grid.put(row, PART, 'x')),
      [...PIECES, NEXT],
    ],
    ['inserts a column', (grid) => grid.insertColumn(2), [WHOLE, NEXT]],
    ['deletes the headings', (grid) => grid.deleteRow(1), [WHOLE, NEXT]],
  ])('reads as what stands there when somebody %s', (_, edit, texts) => {
    expect(textsIn(edited(edit))).toEqual(texts);
  });

  it('tells what somebody wrote in the hidden column of the marks', () => {
    const { annotations } = paragraphsIn(edited((grid) => grid.put(TOP + 3, PART, 'ขอเอกสาร')));
    expect(annotations.map(({ text: each }) => each)).toEqual(['ขอเอกสาร']);
  });

  it.each<readonly [string, (grid: Grid) => void]>([
    ['where it has marks', () => undefined],
    ['of a master of before, which has none', (grid) => grid.deleteColumn(PART)],
    [
      'of a master of before without headings',
      (grid) => {
        grid.deleteColumn(PART);
        grid.deleteRow(1);
      },
    ],
  ])('leaves what somebody wrote in that column alone when another takes its place, %s', (_, edit) => {
    const grid = new Grid(sheetOf([{ text: 'สั้น', sources: [sourceOf('02')] }]));
    edit(grid);
    const { row } = grid.cells.find(({ column, text }) => column === RESULT && text === 'สั้น')!;
    grid.put(row, PART, 'โทรแล้ว');
    const sheet = grid.toContent();
    const [own] = paragraphsIn(sheet).paragraphs;
    const data = { programme: SMALL_PROGRAMME, roster: SMALL_ROSTER };
    const [change] = rowChanges([sheet], data, MEASURE, [{ own: own!, by: [{ text: WHOLE, sources: own!.sources }] }]);
    expect(change!.before[0]!.get(PART)).toBe('โทรแล้ว');
    expect(change!.after[0]!.get(PART)).toBe('โทรแล้ว');
    expect(change!.after).toHaveLength(3);
  });

  it('is joined by the room of a row where a master of before has no marks', () => {
    const whole = `${FIRST.repeat(3)}จบ`;
    const before = new Grid(sheetOf([{ text: whole, sources: [sourceOf('02')] }]));
    before.deleteColumn(PART);
    expect(paragraphsIn(before.toContent()).paragraphs).toMatchObject([{ text: whole, rowCount: 2 }]);
  });

  it('is the same after its digits were converted, and after a file was written and read', async () => {
    const codec = createXlsxCodec();
    const whole = `${WHOLE} 25 คน`;
    const bytes = await codec.encode(planOf([{ text: whole, sources: [] }]));
    const content = await codec.decode(bytes);
    expect(textsIn(content.sheets[0]!)).toEqual([whole]);
    const { changes } = planConversion(content, { to: 'thai', profile: builtInDigitProfile(), keepsRuns: true });
    const converted = new Grid(content.sheets[0]!);
    for (const change of changes) {
      if (change.kind === 'text') converted.put(change.row, change.column, change.after);
    }
    expect(textsIn(converted.toContent())).toEqual([`${WHOLE} ๒๕ คน`]);
  });

  it('has one column more, which is hidden', () => {
    const [sheet] = planOf([]).sheets;
    expect(sheet!.columns[PART]).toMatchObject({ hidden: true });
    const headings = [...sheet!.rows][1]!.cells;
    expect(headings.find(({ column }) => column === PART)?.value).toBe(REPORT_HEADINGS.part);
  });
});
