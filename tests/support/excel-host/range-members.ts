import type { CellRange } from '../../../src/domain/spreadsheet/content.ts';
import { fullAddress, localAddress, parseAddress } from './addresses.ts';
import { STANDARD_FONT } from '../../../src/domain/spreadsheet/styles.ts';
import { defineType, isHostObject, type HostObject } from './host-object.ts';
import { accessDenied, COLUMNS, ROWS, shownText, type HostCell, type HostSheet } from './model.ts';
import { localFormat, respelt } from './regions.ts';
import { HostError } from './wire.ts';

/** A rectangle of cells of one sheet. */
export interface HostRange {
  readonly sheet: HostSheet;
  readonly range: CellRange;
}

/** What a range object stands for: methods that take ranges get their objects. */
const RANGES = new WeakMap<HostObject, HostRange>();

export function rangeObject(sheet: HostSheet, range: CellRange): HostObject {
  const object = range_({ sheet, range });
  RANGES.set(object, { sheet, range });
  return object;
}

/** The rectangle from a cell over so many rows and columns. */
export function rectangle(top: number, left: number, rows: number, columns: number): CellRange {
  if (rows < 1 || columns < 1 || top < 0 || left < 0) throw new HostError('InvalidArgument', 'That is no range.');
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

const range_ = defineType<HostRange>('Range', {
  scalars: {
    Address: ({ sheet, range }) => fullAddress(sheet.name, range),
    RowIndex: ({ range }) => range.top,
    ColumnIndex: ({ range }) => range.left,
    Left: ({ sheet, range }) => sheet.leftOf(range.left) + sheet.workbook.switches.pointsOff,
    Top: ({ sheet, range }) => sheet.topOf(range.top) + sheet.workbook.switches.pointsOff,
    Width: ({ sheet, range }) => sheet.leftOf(range.right + 1) - sheet.leftOf(range.left),
    Height: ({ sheet, range }) => sheet.topOf(range.bottom + 1) - sheet.topOf(range.top),
    RowCount: ({ range }) => range.bottom - range.top + 1,
    ColumnCount: ({ range }) => range.right - range.left + 1,
    Values: (self) => (self.sheet.workbook.switches.nullValues ? null : matrix(self, ({ value }) => value)),
    Formulas: (self) => (self.sheet.workbook.switches.nullValues ? null : matrix(self, formulaOf)),
    Text: (self) => {
      const { nullValues, region } = self.sheet.workbook.switches;
      return nullValues ? null : matrix(self, (cell) => shownText(cell, region));
    },
    ValueTypes: (self) => (self.sheet.workbook.switches.nullValues ? null : matrix(self, valueType)),
    NumberFormat: (self) => matrix(self, ({ format }) => respelt(format)),
    NumberFormatLocal: (self) => matrix(self, ({ format }) => localFormat(format, self.sheet.workbook.switches.region)),
    Hyperlink: (self) => {
      const link = common(matrix(self, (cell) => cell.link).flat());
      return link === null ? null : hyperlink(link);
    },
    RowHidden: (self) => common(rowsOf(self.range).map((row) => self.sheet.hiddenRows.has(row))),
    ColumnHidden: (self) => common(columnsOf(self.range).map((column) => self.sheet.hiddenColumns.has(column))),
  },
  setters: {
    Values: writeAll,
    Formulas: writeAll,
    NumberFormat: (self, formats) => putAll(self, formats, (format) => ({ format: String(format) })),
    RowHidden: ({ sheet, range }, hidden) => hide(sheet.hiddenRows, rowsOf(range), hidden === true),
    ColumnHidden: ({ sheet, range }, hidden) => hide(sheet.hiddenColumns, columnsOf(range), hidden === true),
  },
  objects: {
    Format: (self) => rangeFormat(self),
    ConditionalFormats: ({ sheet }) => conditionalFormats(sheet),
    DataValidation: (self) => dataValidation(self),
  },
  methods: {
    Select: ({ sheet, range }) => void (sheet.workbook.selection = { sheet, ranges: [range] }),
    Merge: ({ sheet, range }) => void (sheet.merges = [...sheet.merges, range]),
    GetRow: ({ sheet, range }, [row]) =>
      rangeObject(sheet, { ...range, top: range.top + Number(row), bottom: range.top + Number(row) }),
    GetBoundingRect: ({ sheet, range }, [other]) => rangeObject(sheet, around(range, otherRange(other))),
    Insert: (self, [shift]) => moveRows(self, shift, 'Down'),
    Delete: (self, [shift]) => moveRows(self, shift, 'Up'),
    GetEntireColumn: ({ sheet, range }) => rangeObject(sheet, { ...range, top: 0, bottom: ROWS - 1 }),
    GetEntireRow: ({ sheet, range }) => rangeObject(sheet, { ...range, left: 0, right: COLUMNS - 1 }),
    _ValidateArraySize: ({ range }, [rows, columns]) => checkSize(range, Number(rows), Number(columns)),
  },
});

/** The rules of the whole sheet: which cells they are for is not modelled. */
const conditionalFormats = defineType<HostSheet>('ConditionalFormatCollection', {
  items: (sheet) => sheet.conditionalFormats.map((kind) => conditionalFormat({ sheet, kind })),
  methods: { GetCount: (sheet) => sheet.conditionalFormats.length },
});

const conditionalFormat = defineType<{ readonly sheet: HostSheet; readonly kind: string }>('ConditionalFormat', {
  scalars: {
    Type: ({ sheet, kind }) => {
      if (!sheet.workbook.switches.unreadableConditionalFormats) return kind;
      throw new HostError('ItemNotFound', "The requested resource doesn't exist.", 'ConditionalFormat.type');
    },
  },
});

/**
 * The validation of all cells of a range. Where they have several it is `Inconsistent`, where only some have one `MixedCriteria`
 * (Excel.DataValidationType); the documentation does not say what the rule is then, so there is none to lean on. The same rule set for
 * two ranges counts as two, which is the stricter reading.
 */
function validationOf({ sheet, range }: HostRange): { readonly type: string; readonly rule: unknown } {
  const touching = sheet.validations.filter(({ range: other }) => meets(range, other));
  const [first, second] = touching;
  if (first === undefined) return { type: 'None', rule: {} };
  const covers =
    first.range.top <= range.top &&
    first.range.left <= range.left &&
    first.range.bottom >= range.bottom &&
    first.range.right >= range.right;
  if (second === undefined && covers) return first;
  return { type: second === undefined ? 'MixedCriteria' : 'Inconsistent', rule: null };
}

function meets(one: CellRange, other: CellRange): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

const dataValidation = defineType<HostRange>('DataValidation', {
  scalars: { Type: (self) => validationOf(self).type, Rule: (self) => validationOf(self).rule },
});

const rangeFormat = defineType<HostRange>('RangeFormat', {
  scalars: {
    WrapText: (self) => common(matrix(self, ({ wrap }) => wrap).flat()),
    ColumnWidth: ({ sheet, range }) => common(columnsOf(range).map((column) => sheet.columnWidths.get(column) ?? 64)),
  },
  setters: {
    WrapText: (self, wrap) => putAll(self, wrap, (value) => ({ wrap: value === true })),
    ColumnWidth: ({ sheet, range }, width) =>
      columnsOf(range).forEach((column) => sheet.columnWidths.set(column, Number(width))),
  },
  objects: { Protection: (self) => formatProtection(self), Font: (self) => rangeFont(self) },
});

/** What parts of a text have differently is null. */
const rangeFont = defineType<HostRange>('RangeFont', {
  scalars: {
    Name: (self) => common(matrix(self, ({ font }) => font ?? STANDARD_FONT.name).flat()),
    Bold: (self) => common(matrix(self, ({ mixed }) => (mixed === true ? null : false)).flat()),
    Italic: () => false,
    Underline: () => 'None',
    Color: () => '#000000',
  },
});

const formatProtection = defineType<HostRange>('FormatProtection', {
  scalars: { Locked: (self) => common(matrix(self, ({ locked }) => locked).flat()) },
  setters: { Locked: (self, locked) => putAll(self, locked, (value) => ({ locked: value === true })) },
});

/** Several rectangles of one sheet. */
export const rangeAreas = defineType<{ readonly sheet: HostSheet; readonly areas: readonly CellRange[] }>(
  'RangeAreas',
  {
    scalars: {
      Address: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet.name, area)).join(','),
      AreaCount: ({ areas }) => areas.length,
    },
    objects: {
      Areas: ({ sheet, areas }) => rangeCollection(areas.map((area) => rangeObject(sheet, area))),
    },
  },
);

const rangeCollection = defineType<readonly HostObject[]>('RangeCollection', { items: (ranges) => ranges });

function formulaOf({ formula, value }: HostCell): unknown {
  return formula ?? value;
}

function valueType({ value, isError }: HostCell): string {
  if (isError === true) return 'Error';
  if (value === '') return 'Empty';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'number' ? 'Double' : 'String';
}

/** A link as Excel gives it: an address, or a place in the workbook. */
function hyperlink(link: string): unknown {
  return link.startsWith('#') ? { documentReference: link.slice(1) } : { address: link };
}

function hide(hidden: Set<number>, lines: readonly number[], isHidden: boolean): void {
  for (const line of lines) {
    if (isHidden) hidden.add(line);
    else hidden.delete(line);
  }
}

function rowsOf({ top, bottom }: CellRange): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}

function columnsOf({ left, right }: CellRange): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}

function matrix<Value>({ sheet, range }: HostRange, value: (cell: HostCell) => Value): Value[][] {
  return rowsOf(range).map((row) => columnsOf(range).map((column) => value(sheet.at(row, column))));
}

/** The value that all share, or null. */
function common<Value>(values: readonly (Value | undefined)[]): Value | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

function writeAll(self: HostRange, values: unknown): void {
  const { sheet, range } = self;
  const cells = matrix(self, ({ locked }) => locked).flat();
  for (const locked of cells) sheet.checkWritable(locked);
  each(range, values, (row, column, value) => sheet.write(row, column, value));
  const { workbook, id } = sheet;
  workbook.events.changed({
    worksheetId: id,
    address: localAddress(range),
    changeType: 'RangeEdited',
    source: 'Local',
    ...(workbook.switches.namesTrigger ? { triggerSource: 'ThisLocalAddin' as const } : {}),
  });
}

/** Only whole rows are moved: the adapter asks for nothing else. A row that comes in looks like the one above. */
function moveRows({ sheet, range }: HostRange, shift: unknown, way: 'Down' | 'Up'): HostObject | undefined {
  const { top, bottom, left, right } = range;
  if (shift !== way || left !== 0 || right !== COLUMNS - 1) throw new HostError('InvalidArgument', 'That is no row.');
  sheet.checkWritable(true);
  // Whole rows through one table make it longer or shorter. Through several, or with the headings of one alone, Excel refuses: "the
  // operation is attempting to shift cells in a table" (Excel.ErrorCodes.insertDeleteConflict; microsoft-graph-docs#4392).
  const through = sheet.tables.filter((table) => table.range.top <= bottom && table.range.bottom >= top);
  const cutsHeadings = way === 'Up' && through.some((table) => table.range.top >= top && table.range.bottom > bottom);
  if (through.length > 1 || cutsHeadings)
    throw new HostError('InsertDeleteConflict', 'Cells of a table would be moved.');
  const count = bottom - top + 1;
  if (way === 'Up') sheet.deleteRows(top, count);
  else {
    sheet.insertRows(top, count);
    for (const [row, column, cell] of sheet.entries()) {
      if (row !== top - 1) continue;
      const { format, locked, wrap } = cell;
      for (let added = top; added <= bottom; added += 1) sheet.put(added, column, { format, locked, wrap });
    }
  }
  const { workbook, id } = sheet;
  workbook.events.changed({
    worksheetId: id,
    address: `${top + 1}:${bottom + 1}`,
    changeType: way === 'Up' ? 'RowDeleted' : 'RowInserted',
    source: 'Local',
    ...(workbook.switches.namesTrigger ? { triggerSource: 'ThisLocalAddin' as const } : {}),
  });
  return way === 'Up' ? undefined : rangeObject(sheet, range);
}

function putAll({ sheet, range }: HostRange, values: unknown, change: (value: unknown) => Partial<HostCell>): void {
  if (sheet.protection !== undefined && sheet.protection.allowFormatCells !== true) throw accessDenied();
  each(range, values, (row, column, value) => sheet.put(row, column, change(value)));
}

/** One value for all cells, or a matrix of the range's size. */
function each(range: CellRange, values: unknown, visit: (row: number, column: number, value: unknown) => void): void {
  if (Array.isArray(values)) checkSize(range, values.length, Array.isArray(values[0]) ? values[0].length : 0);
  for (const row of rowsOf(range)) {
    for (const column of columnsOf(range)) {
      visit(
        row,
        column,
        Array.isArray(values) ? (values as unknown[][])[row - range.top]?.[column - range.left] : values,
      );
    }
  }
}

function checkSize({ top, left, bottom, right }: CellRange, rows: number, columns: number): void {
  if (rows !== bottom - top + 1 || columns !== right - left + 1) {
    throw new HostError(
      'InvalidArgument',
      'The number of rows or columns in the input array does not match the range.',
    );
  }
}

function around(one: CellRange, other: CellRange): CellRange {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

function otherRange(argument: unknown): CellRange {
  const found = isHostObject(argument) ? RANGES.get(argument) : undefined;
  return found?.range ?? parseAddress(String(argument));
}
