import type {
  CellComment,
  CellContent,
  CellRange,
  ShapeText,
  SheetContent,
} from '../../src/domain/spreadsheet/content.ts';

/** A sheet that can be changed the way Excel changes it: rows and columns shift what stands behind them. */
export class Grid {
  name: string;
  state: SheetContent['state'];
  cells: CellContent[];
  merges: CellRange[];
  comments: CellComment[];
  shapes: ShapeText[];
  readonly protected: SheetContent['protected'];

  constructor(sheet: SheetContent) {
    this.name = sheet.name;
    this.state = sheet.state;
    this.cells = [...sheet.cells];
    this.merges = [...sheet.merges];
    this.comments = [...(sheet.comments ?? [])];
    this.shapes = [...(sheet.shapes ?? [])];
    this.protected = sheet.protected;
  }

  toContent(): SheetContent {
    const cells = [...this.cells].sort((a, b) => a.row - b.row || a.column - b.column);
    const { name, state, merges, comments, shapes } = this;
    return {
      name,
      state,
      cells,
      merges,
      ...(this.protected && { protected: true }),
      ...(comments.length > 0 && { comments }),
      ...(shapes.length > 0 && { shapes }),
    };
  }

  get lastRow(): number {
    return Math.max(0, ...this.cells.map(({ row }) => row));
  }

  get lastColumn(): number {
    return Math.max(0, ...this.cells.map(({ column }) => column));
  }

  at(row: number, column: number): CellContent | undefined {
    return this.cells.find((cell) => cell.row === row && cell.column === column);
  }

  /** Puts a text, or another value with the text that it shows, into a cell. */
  put(row: number, column: number, value: string | Omit<CellContent, 'row' | 'column'>): void {
    this.cells = this.cells.filter((cell) => cell.row !== row || cell.column !== column);
    const content = typeof value === 'string' ? { kind: 'text' as const, text: value } : value;
    if (content.text !== '') this.cells.push({ row, column, ...content });
  }

  insertRows(at: number, count: number): void {
    this.cells = this.cells.map((cell) => (cell.row >= at ? { ...cell, row: cell.row + count } : cell));
    this.merges = this.merges.map((merge) => ({
      ...merge,
      top: merge.top >= at ? merge.top + count : merge.top,
      bottom: merge.bottom >= at ? merge.bottom + count : merge.bottom,
    }));
  }

  deleteRow(at: number): void {
    this.cells = this.cells
      .filter(({ row }) => row !== at)
      .map((cell) => (cell.row > at ? { ...cell, row: cell.row - 1 } : cell));
    this.merges = this.merges
      .filter(({ top, bottom }) => top !== at || bottom !== at)
      .map((merge) => ({
        ...merge,
        top: merge.top > at ? merge.top - 1 : merge.top,
        bottom: merge.bottom >= at ? merge.bottom - 1 : merge.bottom,
      }));
  }

  insertColumn(at: number): void {
    this.cells = this.cells.map((cell) => (cell.column >= at ? { ...cell, column: cell.column + 1 } : cell));
    this.merges = this.merges.map((merge) => ({
      ...merge,
      left: merge.left >= at ? merge.left + 1 : merge.left,
      right: merge.right >= at ? merge.right + 1 : merge.right,
    }));
  }

  deleteColumn(at: number): void {
    this.cells = this.cells
      .filter(({ column }) => column !== at)
      .map((cell) => (cell.column > at ? { ...cell, column: cell.column - 1 } : cell));
    this.merges = this.merges
      .filter(({ left, right }) => left !== at || right !== at)
      .map((merge) => ({
        ...merge,
        left: merge.left > at ? merge.left - 1 : merge.left,
        right: merge.right >= at ? merge.right - 1 : merge.right,
      }));
  }

  /** Cuts a column out and inserts it before another. Merges over it are undone, as Excel asks for. */
  moveColumn(from: number, to: number): void {
    const moved = this.cells.filter(({ column }) => column === from);
    this.merges = this.merges.filter(({ left, right }) => left > Math.max(from, to) || right < Math.min(from, to));
    this.deleteColumn(from);
    this.insertColumn(to);
    this.cells.push(...moved.map((cell) => ({ ...cell, column: to })));
  }

  /** Sorts whole rows by the text of a column, blanks last, as Excel does; `order` is 1 or -1. */
  sortRows(top: number, bottom: number, column: number, order: 1 | -1): void {
    const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
    const key = (row: number): string => this.at(row, column)?.text ?? '';
    const sorted = [...rows].sort((a, b) => {
      if (key(a) === '' || key(b) === '') return Number(key(a) === '') - Number(key(b) === '');
      return order * (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
    });
    const location = new Map(sorted.map((row, index) => [row, top + index]));
    this.merges = this.merges.filter((merge) => merge.bottom < top || merge.top > bottom);
    this.cells = this.cells.map((cell) => ({ ...cell, row: location.get(cell.row) ?? cell.row }));
  }

  /** Merges a range as Excel does: only the first cell's content in it stays. */
  merge(range: CellRange): void {
    const inside = (cell: CellContent): boolean =>
      cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right;
    const [kept] = this.toContent().cells.filter(inside);
    this.merges = [
      ...this.merges.filter(
        ({ top, left, bottom, right }) =>
          bottom < range.top || top > range.bottom || right < range.left || left > range.right,
      ),
      range,
    ];
    this.cells = this.cells.filter((cell) => !inside(cell));
    if (kept) this.cells.push({ ...kept, row: range.top, column: range.left });
  }
}
