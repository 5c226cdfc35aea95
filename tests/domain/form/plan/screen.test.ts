import { builtInProgramme } from '../../../../src/domain/programme/catalogue.ts';
import { columnPoints, indentPoints } from '../../../../src/domain/spreadsheet/column-width.ts';
import type { CellPlan, SheetPlan } from '../../../../src/domain/spreadsheet/plan.ts';
import { STANDARD_FONT, STYLES, type CellStyle } from '../../../../src/domain/spreadsheet/styles.ts';
import { estimateHeight } from '../../../../src/domain/text/layout.ts';
import { planAgencyWorkbook } from '../../../../src/domain/form/plan/agency-workbook.ts';
import { FORM_2 } from '../../../../src/domain/form/wordings/form-2.ts';

const { programme, roster } = builtInProgramme()!;
const { sheets } = planAgencyWorkbook(programme, roster.agencies.at(-1)!, { created: '2022-01-05T02:00:00Z' });
const [cover] = sheets;
const issueSheets = sheets.slice(1);

/** The cells that a screen of 1366 × 768 shows at 100 %, in pixels: beside row numbers and scroll bar, between ribbon and tabs. */
const SCREEN = { width: 1366 - 27 - 20, height: 480 };
const PANE = 350;

/** A digit of TH SarabunPSK is 0.362 em wide; Excel rounds it to pixels, and 16 points are 21 pixels. */
const DIGIT_PIXELS = Math.round(0.362 * 21);

/** A line of TH SarabunPSK, in Excel: 24 points at 16. */
const LINE = (24 / 16) * (96 / 72);

function widthOf({ columns }: SheetPlan, last = columns.length - 1): number {
  const shown = columns.slice(0, last + 1).filter(({ hidden }) => hidden !== true);
  return shown.reduce((sum, { width }) => sum + width * DIGIT_PIXELS, 0);
}

/** Heights of the sheet's rows in pixels. */
function heightsOf(sheet: SheetPlan): readonly number[] {
  return Array.from(sheet.rows, ({ cells, height, hidden }) => {
    if (hidden === true) return 0;
    const texts = cells.map((cell) => textHeight(sheet, cell));
    return height === undefined ? Math.max(STANDARD_FONT.size * LINE, ...texts) : (height * 96) / 72;
  });
}

function textHeight({ columns }: SheetPlan, { column, style, value }: CellPlan): number {
  if (columns[column]?.hidden === true || typeof value !== 'string') return 0;
  const { size = STANDARD_FONT.size, indent = 0 }: CellStyle = STYLES[style];
  const box = { widthPoints: columnPoints(columns[column]!.width) - indentPoints(indent), fontSize: size };
  return (estimateHeight(value, box) / estimateHeight('', box)) * size * LINE;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function cellAt({ rows }: SheetPlan, row: number, column: number): CellPlan {
  return [...rows][row]!.cells.find((cell) => cell.column === column)!;
}

function isUnlocked({ style }: CellPlan): boolean {
  return (STYLES[style] as CellStyle).locked === false;
}

it.each(sheets)('$name opens on its first cell to fill in, which the screen shows', (sheet) => {
  const { row, column } = sheet.selected!;
  const unlocked = [...sheet.rows].flatMap(({ cells }, index) =>
    cells.filter(isUnlocked).map((cell) => ({ row: index, column: cell.column })),
  );
  expect({ row, column }).toEqual(unlocked[0]);
  expect(sum(heightsOf(sheet).slice(0, row + 1))).toBeLessThan(SCREEN.height);
  expect(widthOf(sheet, column)).toBeLessThan(SCREEN.width - PANE);
});

it.each(sheets)('$name is as wide as the screen at most', (sheet) => {
  expect(widthOf(sheet)).toBeLessThanOrEqual(SCREEN.width);
});

it('the cover, and an issue up to the result, fit beside the pane', () => {
  expect(widthOf(cover!)).toBeLessThanOrEqual(SCREEN.width - PANE);
  for (const sheet of issueSheets) expect(widthOf(sheet, 5)).toBeLessThanOrEqual(SCREEN.width - PANE);
});

it('the first cells of at least two measures are seen in whole below the frozen heading', () => {
  for (const sheet of issueSheets) {
    const heights = heightsOf(sheet);
    const { rows } = sheet.freeze!;
    expect(sum(heights.slice(0, rows))).toBeLessThan(SCREEN.height / 3);
    expect(sum(heights.slice(0, rows + 3))).toBeLessThanOrEqual(SCREEN.height);
  }
});

it('cells to fill in are tinted and locked ones are not, and words above them say so too', () => {
  for (const sheet of issueSheets) {
    const cells = [...sheet.rows].slice(sheet.freeze!.rows).flatMap((row) => row.cells);
    const fills = cells.map((cell) => [isUnlocked(cell), (STYLES[cell.style] as CellStyle).fill]);
    expect(new Set(fills.map(String))).toEqual(new Set(['true,FFF9E1', 'false,']));
    expect([cellAt(sheet, 3, 1).value, cellAt(sheet, 3, 4).value]).toEqual(Object.values(FORM_2.issueSheet.bands!));
  }
});

it('texts keep clear of the lines beside them', () => {
  const beside = sheets.flatMap(({ rows }) =>
    [...rows].flatMap(({ cells }) => cells.map(({ style }): CellStyle => STYLES[style])),
  );
  const lined = beside.filter(({ border }) => border !== undefined && border !== 'top');
  expect(lined.filter(({ horizontal, indent }) => horizontal !== 'center' && indent === undefined)).toEqual([]);
});

it('a measure is a block: lines are drawn where one begins and ends, and not between its rows', () => {
  for (const { conditionalFormats, rows } of issueSheets) {
    expect(conditionalFormats.map(({ style, formula }) => [style, formula]).slice(2)).toEqual([
      ['begin', '$C6<>""'],
      ['end', '$C7<>""'],
      ['endRuled', '$C7<>""'],
    ]);
    const borders = [...rows]
      .slice(5, -1)
      .map(({ cells }) => cells.map(({ style }) => (STYLES[style] as CellStyle).border));
    for (const row of borders) {
      expect(row.slice(1, -1)).toEqual(['sides', 'sides', 'sides', 'ruled', 'ruled', 'ruled', 'ruled', 'ruled']);
    }
  }
});

it('hints are short, so that they leave the answer below which they are shown in sight', () => {
  for (const { prompt } of issueSheets.flatMap(({ validations }) => validations)) {
    expect(prompt.length).toBeLessThanOrEqual(50);
  }
});

it('no row can be deleted, for each has a locked cell that an inserted row would take over; the cover says what to do', () => {
  for (const { rows, protection } of issueSheets) {
    expect([...rows].filter(({ cells }) => cells.every(isUnlocked))).toEqual([]);
    expect(protection!.allow).not.toContain('deleteRows');
    expect(protection!.allow).toContain('insertRows');
  }
  const texts = [...cover!.rows].flatMap(({ cells }) => cells.map(({ value }) => String(value)));
  expect(texts.filter((text) => text.includes('ลบไม่ได้'))).toHaveLength(1);
});
