import { movedCells, plannedMoves } from '../../../src/domain/checks/cell-moves.ts';
import type { Finding } from '../../../src/domain/checks/finding.ts';
import type { CellContent, SheetContent, WorkbookContent } from '../../../src/domain/spreadsheet/content.ts';
import { MAX_CELL_TEXT } from '../../../src/domain/spreadsheet/limits.ts';

const [TO, ONE, TWO] = [3, 4, 5].map((row) => ({ row, column: 5 })) as [Position, Position, Position];
type Position = Pick<CellContent, 'row' | 'column'>;

const OTHER: Finding = { code: 'status-missing', severity: 'must', sheet: 'ก', found: '', facts: {} };
const SPILT: Finding = { ...OTHER, code: 'result-spilt', move: { to: TO, from: [ONE, TWO], isSure: false } };

/** The changes that are planned for three cells, given by their texts, the last with something else about it. */
function changes(texts: readonly string[], last: Partial<CellContent> = {}, sheet: Partial<SheetContent> = {}) {
  const cells = texts.map((text, index): CellContent => ({
    ...[TO, ONE, TWO][index]!,
    kind: 'text',
    text,
    ...(index === 2 ? last : {}),
  }));
  const sheets: SheetContent[] = [{ name: 'ก', state: 'visible', cells, merges: [], ...sheet }];
  const content: WorkbookContent = { sheets, properties: new Map(), definedNames: [] };
  return plannedMoves(content, [OTHER, SPILT]).flatMap((move) => move.changes);
}

describe('texts that belong to the end of another cell', () => {
  it('become paragraphs there, and their own cells get empty', () => {
    expect(changes(['ก', 'ข', 'ค'])).toEqual([
      { sheet: 'ก', ...TO, before: 'ก', text: 'ก\nข\nค' },
      { sheet: 'ก', ...ONE, before: 'ข', text: '' },
      { sheet: 'ก', ...TWO, before: 'ค', text: '' },
    ]);
  });

  it('begin below the last line, and no line above it is lost', () => {
    expect(changes(['ก\nข\n', 'ค', 'ง'])[0]).toMatchObject({ before: 'ก\nข\n', text: 'ก\nข\nค\nง' });
    expect(changes(['ก\n\nข', 'ค', 'ง'])[0]).toMatchObject({ text: 'ก\n\nข\nค\nง' });
  });

  it('are as many as a cell holds', () => {
    const long = 'ก'.repeat(MAX_CELL_TEXT - 4);
    expect(changes([long, 'ข', 'ค'])[0]?.text).toHaveLength(MAX_CELL_TEXT);
    expect(changes([`${long}ก`, 'ข', 'ค'])).toEqual([]);
  });

  it.each<[string, Partial<CellContent>, Partial<SheetContent>]>([
    ['is locked', {}, { protected: true }],
    ['has formats of its own in the text', { runs: [{ start: 0, bold: true }] }, {}],
    ['holds a number', { kind: 'number' }, {}],
    ['is elsewhere', { row: 9 }, {}],
  ])('stay where one of the cells %s', (_, last, sheet) => {
    expect(changes(['ก', 'ข', '๓'], last, sheet)).toEqual([]);
  });

  it('stay where the cells are not there', () => {
    expect(changes([])).toEqual([]);
  });
});

describe('the cells whose texts belong elsewhere', () => {
  it('are those of the moves, and no cell of another finding', () => {
    expect(movedCells([OTHER]).size).toBe(0);
    expect(movedCells([SPILT, OTHER]).size).toBe(2);
  });
});
