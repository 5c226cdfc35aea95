import fc from 'fast-check';
import { parseToken } from '../../src/domain/form/identity.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';
import { thaiDigits } from '../../src/domain/text/digits.ts';
import { Grid } from './grid.ts';

/** A workbook in people's hands. */
export interface Book {
  grids: Grid[];
  properties: Map<string, string>;
}

/** A number below `limit`, chosen by the test's own randomness. */
type Pick = (limit: number) => number;

/** Something that people do to workbooks. */
export type Mistreatment = (book: Book, pick: Pick) => void;

/** The columns and rows of an issue sheet as generated; what was moved before makes these only likely. */
const RESULT = 5;
const ANSWERS = [4, 5, 6, 7, 8];
const FIRST_ROW = 5;

/** What people do, each by its name. */
export const MISTREATMENTS: Readonly<Record<string, Mistreatment>> = {
  'renames a sheet': (book, pick) => {
    const grid = anySheet(book, pick);
    // No workbook has two sheets of one name.
    if (grid) grid.name = `${String(pick(1000))} ใหม่ ${book.grids.indexOf(grid)}`;
  },
  'moves a sheet': (book, pick) => {
    const [grid] = book.grids.splice(pick(book.grids.length), 1);
    if (grid) book.grids.splice(pick(book.grids.length + 1), 0, grid);
  },
  'copies one sheet alone into a new workbook': (book, pick) => {
    const grid = anySheet(book, pick);
    book.grids = grid ? [grid] : [];
    book.properties = new Map();
  },
  'copies a sheet within the workbook': (book, pick) => {
    const grid = anySheet(book, pick);
    if (!grid) return;
    const copy = new Grid(grid.toContent());
    copy.name = `${grid.name.slice(0, 20)} (${String(book.grids.length)})`;
    book.grids.push(copy);
  },
  'adds a sheet of notes': (book, pick) => {
    const grid = new Grid({ name: `บันทึก${String(book.grids.length)}`, state: 'visible', cells: [], merges: [] });
    grid.put(pick(9), pick(9), `บันทึกภายใน ${String(pick(100))}`);
    book.grids.push(grid);
  },
  'moves a column': (book, pick) => {
    anySheet(book, pick)?.moveColumn(pick(10), pick(10));
  },
  'inserts a column': (book, pick) => {
    const grid = anySheet(book, pick);
    const at = pick(10);
    grid?.insertColumn(at);
    if (pick(2) === 0) grid?.put(pick(grid.lastRow + 1), at, `เพิ่มเติม ${String(pick(100))}`);
  },
  'inserts rows and goes on writing': (book, pick) => {
    const grid = anySheet(book, pick);
    if (!grid) return;
    const at = FIRST_ROW + pick(Math.max(1, grid.lastRow - FIRST_ROW + 2));
    const count = 1 + pick(3);
    grid.insertRows(at, count);
    for (let row = at; row < at + count; row += 1) {
      grid.put(row, pick(4) === 0 ? anyOf(ANSWERS, pick) : RESULT, `แถวแทรก ${String(pick(10_000))}`);
    }
  },
  'deletes a row': (book, pick) => {
    const grid = anySheet(book, pick);
    grid?.deleteRow(pick(grid.lastRow + 1));
  },
  'deletes a column': (book, pick) => {
    const grid = anySheet(book, pick);
    grid?.deleteColumn(pick(grid.lastColumn + 1));
  },
  'sorts the rows': (book, pick) => {
    const grid = anySheet(book, pick);
    grid?.sortRows(FIRST_ROW, Math.max(FIRST_ROW, grid.lastRow - pick(2)), pick(10), pick(2) === 0 ? 1 : -1);
  },
  'edits a printed text': (book, pick) => {
    const grid = anySheet(book, pick);
    const cell = grid?.cells[pick(grid.cells.length)];
    if (!grid || !cell || parseToken(cell.text)) return;
    grid.put(cell.row, cell.column, `${cell.text} (แก้ไข ${String(pick(100))})`);
  },
  'merges cells': (book, pick) => {
    const grid = anySheet(book, pick);
    const top = FIRST_ROW + pick(20);
    const left = 1 + pick(8);
    grid?.merge({ top, left, bottom: top + pick(3), right: Math.min(8, left + pick(3)) });
  },
  'types something that is no text': (book, pick) => {
    const grid = anySheet(book, pick);
    grid?.put(
      FIRST_ROW + pick(20),
      anyOf(ANSWERS, pick),
      anyOf(
        [
          { kind: 'number', text: String(pick(10_000)) },
          { kind: 'date', text: `${String(1 + pick(28))}/2/2565` },
          { kind: 'boolean', text: 'TRUE' },
          { kind: 'number', text: String(pick(99)), formula: `SUM(A${String(pick(9))}:A9)` },
          { kind: 'error', text: '#NAME?', formula: `-ดำเนินการแล้ว${String(pick(99))}` },
        ] as const,
        pick,
      ),
    );
  },
  'writes anywhere': (book, pick) => {
    anySheet(book, pick)?.put(pick(40), pick(14), `ข้อความ ${String(pick(10_000))}`);
  },
  'comments on a cell': (book, pick) => {
    anySheet(book, pick)?.comments.push({ row: pick(20), column: pick(10), text: `ข้อคิดเห็น ${String(pick(10_000))}` });
  },
  'adds a text box': (book, pick) => {
    anySheet(book, pick)?.shapes.push({ row: pick(20), column: pick(10), text: `กล่องข้อความ\n${String(pick(10_000))}` });
  },
  'shows what was hidden': (book) => {
    for (const grid of book.grids) grid.state = 'visible';
  },
  'loses the document properties': (book) => {
    book.properties = new Map();
  },
  'clears the hidden cells of a column': (book, pick) => {
    const grid = anySheet(book, pick);
    const column = pick(11);
    if (grid) grid.cells = grid.cells.filter((cell) => cell.column !== column || !parseToken(cell.text));
  },
  'clears the hidden row': (book, pick) => {
    const grid = anySheet(book, pick);
    if (grid) grid.cells = grid.cells.filter(({ row }) => row !== 0);
  },
  'converts every digit': (book, pick) => {
    const grid = anySheet(book, pick);
    if (grid)
      grid.cells = grid.cells.map((cell) => (cell.kind === 'text' ? { ...cell, text: thaiDigits(cell.text) } : cell));
  },
};

/** Names of mistreatments with the numbers that each will pick. */
export const arbitraryMistreatments = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(MISTREATMENTS)),
    picks: fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }),
  }),
  { maxLength: 6 },
);

/** The workbook after people had it. */
export function mistreat(
  content: WorkbookContent,
  steps: readonly { readonly name: string; readonly picks: readonly number[] }[],
): WorkbookContent {
  const book: Book = {
    grids: content.sheets.map((sheet) => new Grid(sheet)),
    properties: new Map(content.properties),
  };
  for (const { name, picks } of steps) {
    let next = 0;
    MISTREATMENTS[name]!(book, (limit) => picks[next++ % picks.length]! % Math.max(1, limit));
  }
  return { ...content, sheets: book.grids.map((grid) => grid.toContent()), properties: book.properties };
}

function anySheet(book: Book, pick: Pick): Grid | undefined {
  return book.grids[pick(book.grids.length)];
}

function anyOf<T>(list: readonly T[], pick: Pick): T {
  return list[pick(list.length)]!;
}
