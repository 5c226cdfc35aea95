import type { CellLocation } from './address.ts';
import type { CellRange } from './content.ts';
import type { StyleName } from './styles.ts';

/** A whole workbook as plain data; an encoder makes bytes of it, the Excel adapter carries it out. */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  /** Custom document properties; names and values of at most 255 characters. */
  readonly properties: Readonly<Record<string, string>>;
  readonly title: string;
  readonly author: string;
  /** ISO 8601 instant that the file carries as created and modified. */
  readonly created: string;
}

/** One worksheet. Rows and columns are counted from 0 by their place in the lists. */
export interface SheetPlan {
  /** Follows Excel's rules: see `sheetNameProblem` of `text/sheet-name.ts`. */
  readonly name: string;
  readonly state: 'visible' | 'hidden';
  readonly columns: readonly ColumnPlan[];
  /** Large sheets make their rows when they are asked for, anew each time, so that they are never all in memory. */
  readonly rows: Iterable<RowPlan>;
  readonly merges: readonly CellRange[];
  /** Number of rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Locked cells are protected, without a password; the lists name what people may still do. */
  readonly protection?: { readonly allow: readonly ProtectionFreedom[] };
  readonly validations: readonly ValidationPlan[];
  readonly conditionalFormats: readonly ConditionalFormatPlan[];
  readonly print: PrintPlan;
  readonly table?: TablePlan;
}

export type ProtectionFreedom =
  | 'formatCells'
  | 'formatColumns'
  | 'formatRows'
  | 'insertRows'
  | 'deleteRows'
  | 'insertHyperlinks'
  | 'sort'
  | 'autoFilter';

/** A column; its width is in characters of the workbook's standard font. */
export interface ColumnPlan {
  readonly width: number;
  readonly hidden?: boolean;
}

/** A row; without a height it fits its text when the file is opened. */
export interface RowPlan {
  readonly cells: readonly CellPlan[];
  /** Points, at most 409. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** One cell. A string is always text, whatever it begins with; a cell without a value is blank but styled. */
export interface CellPlan {
  /** Counted from 0. */
  readonly column: number;
  readonly style: StyleName;
  readonly value?: string | number;
  /** Formula without its leading `=`; `value` is then its cached result. */
  readonly formula?: string;
  /** Place in this workbook that a click leads to. */
  readonly link?: CellLocation;
}

/** What a range of cells accepts, and the hint that is shown when one is selected. */
export interface ValidationPlan {
  readonly range: CellRange;
  /** Cells that hold the allowed values, one row or one column of the same sheet. Without it the validation only hints. */
  readonly list?: CellRange;
  /** At most 32 characters. */
  readonly promptTitle: string;
  /** At most 255 characters. */
  readonly prompt: string;
  /** Shown when a value is refused; at most 225 characters. */
  readonly error?: string;
}

/** A format that shows while its formula is true for the range's first cell, relative references moving along. */
export interface ConditionalFormatPlan {
  readonly range: CellRange;
  /** Formula without its leading `=`. */
  readonly formula: string;
  /** A difference of format by its name in the style catalogue. */
  readonly style: 'missing' | 'complete' | 'partial';
}

/** How a sheet prints: A4 landscape, fit to the width of a page and as many pages long as it takes. */
export interface PrintPlan {
  /** First and last row, counted from 0, that are repeated on each page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Last column, counted from 0, that is printed. */
  readonly lastColumn: number;
  /** Last row, counted from 0, that is printed; all rows where it is left out. */
  readonly lastRow?: number;
  /** Made so small that it takes one page only: for covers, whose rows are higher in some fonts than in others. */
  readonly onePage?: true;
  /** Texts with Excel's codes (`&P`, `&N`, `&"font,style"`) left, centre and right. */
  readonly header: HeaderFooter;
  readonly footer: HeaderFooter;
}

/** The three places of a page's header or footer. */
export interface HeaderFooter {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

/** An Excel table over the sheet's first rows: its heading row is row `top`. */
export interface TablePlan {
  /** ASCII name, unique in the workbook. */
  readonly name: string;
  /** To the sheet's last row where `bottom` is left out. */
  readonly range: Omit<CellRange, 'bottom'> & { readonly bottom?: number };
  readonly columns: readonly string[];
}
