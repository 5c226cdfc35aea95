import { cellChanges, cellFinder, cellTextsOf } from '../../../src/domain/checks/cell-changes.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';

const CELL = { row: 3, column: 2 };
const TEXT = 'ปี 2565\u200b\u200b';

function workbook(cell: Partial<CellContent> = {}, sheet: Partial<SheetContent> = {}): WorkbookContent {
  const cells: CellContent[] = [{ ...CELL, kind: 'text', text: TEXT, ...cell }];
  const sheets: SheetContent[] = [{ name: 'ก', state: 'visible', cells, merges: [], ...sheet }];
  return { sheets, properties: new Map(), definedNames: [] };
}

function finding(change: Partial<Finding> = {}): Finding {
  return { code: 'invisible-characters', severity: 'may', sheet: 'ก', cell: CELL, found: TEXT, facts: {}, ...change };
}

const spaces = finding({ fix: { start: 7, end: 9, text: '' } });
const digits = finding({ code: 'digits-arabic', fix: { start: 3, end: 7, text: '๒๕๖๕' } });
const RUNS = [{ start: 0, bold: true as const }];

describe('the fixes of findings', () => {
  it('change each cell once, by its text before and after, with the findings that they fix', () => {
    const unfixed = finding({ code: 'year-short' });
    expect(cellChanges(workbook(), [spaces, unfixed, digits])).toStrictEqual([
      { sheet: 'ก', ...CELL, before: TEXT, text: 'ปี ๒๕๖๕', findings: [spaces, digits] },
    ]);
  });

  it('name only the findings of their own cell and sheet', () => {
    const others = [finding({ ...spaces, sheet: 'ข' }), finding({ ...spaces, cell: { row: 3, column: 5 } })];
    expect(cellChanges(workbook(), [...others, spaces])).toStrictEqual([
      { sheet: 'ก', ...CELL, before: TEXT, text: 'ปี 2565', findings: [spaces] },
    ]);
  });

  it('skip a cell that is empty or that the protection of its sheet locks', () => {
    expect(cellChanges(workbook({ row: 8 }), [spaces])).toEqual([]);
    expect(cellChanges(workbook({}, { protected: true }), [spaces])).toEqual([]);
    expect(cellChanges(workbook({ unlocked: true }, { protected: true }), [spaces])).toHaveLength(1);
  });

  it('keep the runs of rich text where characters only replace characters, and skip it otherwise', () => {
    expect(cellChanges(workbook({ runs: RUNS }), [digits])).toStrictEqual([
      { sheet: 'ก', ...CELL, before: TEXT, text: 'ปี ๒๕๖๕\u200b\u200b', keepRuns: true, findings: [digits] },
    ]);
    expect(cellChanges(workbook({ runs: RUNS }), [spaces])).toEqual([]);
  });
});

describe('the cells of a workbook', () => {
  it('are found by sheet and cell, with their text and their lock', () => {
    const content = workbook({ unlocked: true }, { protected: true });
    expect(cellTextsOf(content)('ก', CELL)).toBe(TEXT);
    expect(cellTextsOf(content)('ข', CELL)).toBeUndefined();
    expect(cellFinder(content)('ก', CELL)?.locked).toBe(false);
    expect(cellFinder(workbook({}, { protected: true }))('ก', CELL)?.locked).toBe(true);
  });
});
