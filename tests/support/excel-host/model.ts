import { sheetNameProblem } from '../../../src/domain/spreadsheet/sheet-name.ts';
import type { CellRange, DefinedName } from '../../../src/domain/spreadsheet/content.ts';
import type { CleanPicture, PictureFrame } from '../../../src/domain/image/picture.ts';
import type { PicturePlan } from '../../../src/domain/spreadsheet/plan.ts';
import { HostEvents } from './events.ts';
import { parseInput } from './parse-input.ts';
import { shownNumber, type Region } from './regions.ts';
import { noFaults, type Switches } from './switches.ts';
import { HostError } from './wire.ts';

export interface HostCell {
  /** Empty text for a blank cell. */
  value: string | number | boolean;
  /** With its leading `=`. */
  formula?: string;
  format: string;
  locked: boolean;
  wrap: boolean;
  isError?: boolean;
  /** Where it is not the standard font. */
  font?: string;
  /** Parts of the text look different from others. */
  mixed?: boolean;
  /** What a person sees, where it is known better than by the number format. */
  shown?: string;
  /** An address, or `#Sheet!A1`. */
  link?: string;
}

export type ProtectionOptions = Readonly<Record<string, boolean | string>>;

/** A data validation of some cells; the rule as Excel gives it to programs. */
export interface HostValidation {
  readonly range: CellRange;
  readonly type: 'List' | 'Custom' | 'WholeNumber';
  readonly rule: Readonly<Record<string, unknown>>;
}

export interface HostTable {
  readonly name: string;
  readonly range: CellRange;
}

/** A comment and the answers to it. */
export interface HostComment {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly content: string;
  readonly replies: readonly { readonly author: string; readonly content: string }[];
}

/** A picture over the cells; sizes and places in points. */
export interface HostShape {
  readonly id: string;
  name: string;
  description: string;
  left: number;
  top: number;
  width: number;
  height: number;
  isRatioLocked: boolean;
  placement: 'TwoCell' | 'OneCell' | 'Absolute';
  readonly picture: CleanPicture;
  readonly frame?: PictureFrame;
}

/** What is selected of the sheet in front; no range where it is a chart or another object. */
export interface HostSelection {
  readonly sheet: HostSheet;
  readonly ranges: readonly CellRange[];
}

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** A worksheet: cells by row, then column; what is not there is blank, locked and of format General. */
export class HostSheet {
  readonly id: string;
  readonly workbook: HostWorkbook;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  merges: readonly CellRange[] = [];
  protection: ProtectionOptions | undefined;
  password: string | undefined;
  tables: HostTable[] = [];
  comments: HostComment[] = [];
  shapes: readonly HostShape[] = [];
  validations: readonly HostValidation[] = [];
  /** Kinds of the conditional formats that lie on the sheet, such as `Custom`. */
  conditionalFormats: readonly string[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Points. */
  readonly columnWidths = new Map<number, number>();
  #cells = new Map<number, HostCell>();

  constructor(workbook: HostWorkbook, id: string, name: string) {
    this.workbook = workbook;
    this.id = id;
    this.name = name;
  }

  at(row: number, column: number): Readonly<HostCell> {
    return this.#cells.get(row * COLUMNS + column) ?? { value: '', format: 'General', locked: true, wrap: false };
  }

  /** Changes a cell's properties without asking for protection. */
  put(row: number, column: number, change: Partial<HostCell>): void {
    this.#cells.set(row * COLUMNS + column, { ...this.at(row, column), ...change });
  }

  /** A function that makes the sheet what it is now. */
  snapshot(): () => void {
    const { name, visibility, merges, protection, password, tables, comments } = this;
    const cells = new Map(this.#cells);
    const [rows, columns] = [[...this.hiddenRows], [...this.hiddenColumns]];
    const shapes = this.shapes.map((shape) => ({ ...shape }));
    return () => {
      this.shapes = shapes;
      Object.assign(this, { name, visibility, merges, protection, password, tables, comments });
      this.#cells = cells;
      replaceAll(this.hiddenRows, (line) => line, rows);
      replaceAll(this.hiddenColumns, (line) => line, columns);
    };
  }

  /** Points from the left edge of the sheet to a column. */
  leftOf(column: number): number {
    return sum(column, (at) => (this.hiddenColumns.has(at) ? 0 : (this.columnWidths.get(at) ?? COLUMN_WIDTH)));
  }

  /** Points from the top of the sheet to a row; no height but the usual one is modelled. */
  topOf(row: number): number {
    return sum(row, (at) => (this.hiddenRows.has(at) ? 0 : ROW_HEIGHT));
  }

  /** The pictures with the cells under their upper left corners, as a file has them. */
  get pictures(): readonly PicturePlan[] {
    return this.shapes.map(({ name, description, left, top, width, height, picture, frame }) => {
      const at = { row: 0, column: 0 };
      while (this.topOf(at.row + 1) <= top) at.row += 1;
      while (this.leftOf(at.column + 1) <= left) at.column += 1;
      return { name, description, at, width, height, picture, ...(frame ? { frame } : {}) };
    });
  }

  /** Cells with their places, by row, then column. */
  entries(): readonly (readonly [row: number, column: number, cell: Readonly<HostCell>])[] {
    return [...this.#cells]
      .sort(([one], [other]) => one - other)
      .map(([key, cell]) => [Math.floor(key / COLUMNS), key % COLUMNS, cell] as const);
  }

  /** The smallest rectangle around what is there: values only, or formats too. */
  usedRange(valuesOnly: boolean): CellRange | undefined {
    const used = this.entries().filter(
      ([, , { value, formula }]) => !valuesOnly || value !== '' || formula !== undefined,
    );
    if (used.length === 0) return undefined;
    const columns = used.map(([, column]) => column);
    return {
      top: Math.min(...used.map(([row]) => row)),
      left: Math.min(...columns),
      bottom: Math.max(...used.map(([row]) => row)),
      right: Math.max(...columns),
    };
  }

  /** Writes a value as if a person had typed it. @throws {HostError} for a locked cell of a protected sheet */
  write(row: number, column: number, input: unknown): void {
    const cell = this.at(row, column);
    this.checkWritable(cell.locked);
    if (input === null) return;
    const { format, locked, wrap, link, font } = cell;
    const { keepsApostrophe, distort } = this.workbook.switches;
    const parsed = parseInput(typeof input === 'string' ? distort(input) : input, format, keepsApostrophe);
    this.#cells.set(row * COLUMNS + column, {
      value: parsed.value,
      format: format === 'General' ? (parsed.format ?? format) : format,
      locked,
      wrap,
      ...(link === undefined ? {} : { link }),
      ...(font === undefined ? {} : { font }),
      ...(parsed.formula === undefined ? {} : { formula: parsed.formula, isError: parsed.value === '#NAME?' }),
    });
  }

  checkWritable(locked: boolean): void {
    if (this.workbook.switches.readOnly || (locked && this.protection !== undefined)) throw accessDenied();
  }

  /** Rows from `at` on move down, with their merges; what a person does by the context menu. */
  insertRows(at: number, count: number): void {
    const moved = (row: number): number => (row >= at ? row + count : row);
    this.#move(moved, (column) => column);
    replaceAll(this.hiddenRows, moved);
  }

  /** Rows go with what is in them; those below move up. Merges that end in one are not modelled. */
  deleteRows(at: number, count: number): void {
    this.#cells = new Map([...this.#cells].filter(([key]) => !isIn(Math.floor(key / COLUMNS))));
    this.comments = this.comments.filter(({ row }) => !isIn(row));
    const moved = (row: number): number => (row >= at + count ? row - count : row);
    this.#move(moved, (column) => column);
    replaceAll(
      this.hiddenRows,
      moved,
      [...this.hiddenRows].filter((row) => !isIn(row)),
    );

    function isIn(row: number): boolean {
      return row >= at && row < at + count;
    }
  }

  /** Columns from `at` on move to the right. */
  insertColumns(at: number, count: number): void {
    const moved = (column: number): number => (column >= at ? column + count : column);
    this.#move((row) => row, moved);
    replaceAll(this.hiddenColumns, moved);
  }

  #move(row: (row: number) => number, column: (column: number) => number): void {
    const corners = this.pictures.map(({ at }) => at);
    this.shapes.forEach((shape, index) => {
      const at = corners[index]!;
      shape.top += this.topOf(row(at.row)) - this.topOf(at.row);
      shape.left += this.leftOf(column(at.column)) - this.leftOf(at.column);
    });
    const cells = this.entries().map(([top, left, cell]) => [row(top) * COLUMNS + column(left), cell] as const);
    this.#cells = new Map(cells);
    const range = ({ top, left, bottom, right }: CellRange): CellRange => {
      return { top: row(top), left: column(left), bottom: row(bottom), right: column(right) };
    };
    this.merges = this.merges.map(range);
    this.comments = this.comments.map((comment) => ({
      ...comment,
      row: row(comment.row),
      column: column(comment.column),
    }));
    this.tables = this.tables.map((table) => ({ ...table, range: range(table.range) }));
  }
}

/** Points of a column and a row that nobody made wider or higher. */
const [COLUMN_WIDTH, ROW_HEIGHT] = [48, 24];

function sum(count: number, of: (index: number) => number): number {
  return Array.from({ length: count }, (_, index) => of(index)).reduce((all, one) => all + one, 0);
}

function replaceAll(lines: Set<number>, moved: (line: number) => number, before: readonly number[] = [...lines]): void {
  lines.clear();
  for (const line of before) lines.add(moved(line));
}

/** The open workbook of the emulated Excel. */
export class HostWorkbook {
  readonly events = new HostEvents();
  readonly switches: Switches = noFaults();
  readonly properties = new Map<string, string>();
  names: DefinedName[] = [];
  sheets: HostSheet[] = [];
  /** What is selected since somebody selected something. */
  selection: HostSelection | undefined;
  /** Sheets are neither added, deleted, renamed, hidden nor shown. */
  isStructureProtected = false;
  structurePassword: string | undefined;
  /** Workbooks that were opened in windows of their own, as bytes. */
  readonly opened: Uint8Array[] = [];
  #ids = 0;

  /** What is selected now: at the beginning, the first cell. */
  get selected(): HostSelection {
    const [sheet] = this.sheets;
    const selection = this.selection ?? (sheet && { sheet, ranges: [{ top: 0, left: 0, bottom: 0, right: 0 }] });
    if (!selection) throw new HostError('ItemNotFound', 'There is no worksheet.');
    return selection;
  }

  addSheet(name: string, at: number = this.sheets.length): HostSheet {
    this.checkStructure();
    if (this.sheetNamed(name)) throw new HostError('ItemAlreadyExists', `A sheet named ${name} already exists.`);
    const sheet = new HostSheet(
      this,
      `{00000000-0001-0000-${String(this.#ids++).padStart(4, '0')}-000000000000}`,
      name,
    );
    this.sheets.splice(at, 0, sheet);
    return sheet;
  }

  /** A function that makes the workbook what it is now. */
  snapshot(): () => void {
    const { sheets, names } = this;
    const properties = [...this.properties];
    const restore = sheets.map((sheet) => sheet.snapshot());
    return () => {
      Object.assign(this, { sheets, names });
      this.properties.clear();
      for (const [name, value] of properties) this.properties.set(name, value);
      for (const one of restore) one();
    };
  }

  /** By name without regard to case, or by identifier. */
  findSheet(key: string): HostSheet | undefined {
    return this.sheets.find(({ id }) => id === key) ?? this.sheetNamed(key);
  }

  /** @throws {HostError} */
  sheet(key: string): HostSheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
    return sheet;
  }

  /** @throws {HostError} for the last one that is visible, and for one that is very hidden (office-js#365) */
  removeSheet(sheet: HostSheet): void {
    this.checkStructure();
    if (sheet.visibility === 'VeryHidden') {
      throw new HostError('GeneralException', 'There was an internal error while processing the request.');
    }
    this.#checkOthersVisible(sheet);
    this.sheets = this.sheets.filter((one) => one !== sheet);
  }

  /** Names are taken without regard to case. @throws {HostError} */
  renameSheet(sheet: HostSheet, name: string): void {
    this.checkStructure();
    const other = this.sheetNamed(name);
    if (other && other !== sheet) throw new HostError('ItemAlreadyExists', 'The name is taken.');
    if (sheetNameProblem(name) !== undefined) throw new HostError('InvalidArgument', 'The name is not allowed.');
    sheet.name = name;
  }

  /** @throws {HostError} where no sheet would be visible any more */
  setVisibility(sheet: HostSheet, visibility: HostSheet['visibility']): void {
    this.checkStructure();
    if (visibility !== 'Visible') this.#checkOthersVisible(sheet);
    sheet.visibility = visibility;
  }

  checkStructure(): void {
    if (this.isStructureProtected || this.switches.readOnly) throw accessDenied();
  }

  #checkOthersVisible(sheet: HostSheet): void {
    if (this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) return;
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }

  sheetNamed(name: string): HostSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }
}

export function accessDenied(): HostError {
  return new HostError('AccessDenied', 'You do not have the permissions to perform the requested operation.');
}

/** What a person sees in a cell, in a country. */
export function shownText({ value, format, shown }: HostCell, region: Region): string {
  if (shown !== undefined) return shown;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : shownNumber(format, value, region);
}
