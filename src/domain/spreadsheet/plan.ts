import type { CleanPicture, PictureFrame } from '../image/picture.ts';
import type { CellLocation, CellPosition } from './address.ts';
import type { CellRange } from './content.ts';
import type { ChartFillName, DifferenceName, StyleName } from './styles.ts';

/** A workbook to be written, as plain data: the encoder turns it into bytes, the Excel adapter puts it into the open workbook. */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  /** Custom document properties; names and values of at most 255 characters. */
  readonly properties: Readonly<Record<string, string>>;
  readonly title: string;
  readonly author: string;
  /** When the file was created and modified: an ISO 8601 instant. */
  readonly created: string;
}

/** One worksheet. The index of a row or column in its list, counted from 0, is its index on the sheet. */
export interface SheetPlan {
  /** Follows Excel's rules: see `sheetNameProblem` in `sheet-name.ts`. */
  readonly name: string;
  /** `veryHidden`: not in the list of sheets that a person can show. Other programs than Excel may make it hidden or visible. */
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly ColumnPlan[];
  /** Large sheets generate their rows on each iteration, so that they are never all in memory. */
  readonly rows: Iterable<RowPlan>;
  readonly merges: readonly CellRange[];
  /** Number of frozen rows and columns. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** The cell that is selected when the file is opened; where it is left out, the first one that scrolls. */
  readonly selected?: CellPosition;
  /** Protects locked cells without a password; lists what stays allowed. */
  readonly protection?: { readonly allow: readonly ProtectionFreedom[] };
  readonly validations: readonly ValidationPlan[];
  readonly conditionalFormats: readonly ConditionalFormatPlan[];
  readonly print: PrintPlan;
  readonly table?: TablePlan;
  /** Filters the rows below a heading; not together with a table, which has filters of its own. */
  readonly filter?: FilterPlan;
  /** Charts over the cells; a host that cannot show them leaves them out. */
  readonly charts?: readonly ChartPlan[];
  /** Pictures in cells of their own, by row. */
  readonly pictures?: readonly PicturePlan[];
}

/** A picture over a cell, of which it begins at the upper left corner; it moves with the cell. */
export interface PicturePlan {
  readonly name: string;
  /** Alternative text. */
  readonly description: string;
  readonly at: CellPosition;
  /** Points, as it is seen: turned and cropped. */
  readonly width: number;
  /** Points. */
  readonly height: number;
  readonly picture: CleanPicture;
  readonly frame?: PictureFrame;
}

/**
 * A picture of one sheet before and after a change: without `before` it is added, without `after` taken away, with both another one
 * takes its place. Pictures are known by their names, which no other object of the sheet has.
 */
export interface PictureSwap {
  readonly sheet: string;
  readonly before?: PicturePlan;
  readonly after?: PicturePlan;
}

/** A chart of stacked bars, drawn from cells of its own sheet: a bar for each category, with a piece for each series. */
export interface ChartPlan {
  readonly title: string;
  /** Alternative text. */
  readonly description: string;
  /** The cells that it lies over, whatever their size is: a column's depends on the fonts that are installed. */
  readonly area: CellRange;
  /** Whether its bars lie, the first on top, or stand; they lie by default. */
  readonly direction?: 'bars' | 'columns';
  /** The cells with the names of the bars, in one column. */
  readonly categories: CellRange;
  readonly series: readonly ChartSeries[];
  /** Whether all bars are of one length and show shares. */
  readonly shares?: true;
  /** Whether the numbers on the bars are all there are: without a scale, a small chart has more room for bars. */
  readonly withoutScale?: true;
  /** Whether numbers stand where their pieces begin, so that those of very short bars are beside the names; else in the middle. */
  readonly numbersAtBase?: true;
}

/** A series of a chart: numbers in the rows of its categories. */
export interface ChartSeries {
  /** The cell with its name. */
  readonly name: CellPosition;
  /** Column of its numbers, counted from 0. */
  readonly column: number;
  readonly fill: ChartFillName;
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
  /** Style of cells that no row plans, such as those of rows that people insert. */
  readonly style?: StyleName;
  /** Whether all columns from here to the sheet's last one are like it; for the last plan only. */
  readonly toEnd?: true;
}

/** A row; without a height it is fitted to its text when the file is opened. */
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
  /** Target of a hyperlink within this workbook. */
  readonly link?: CellLocation;
}

/** Data validation of a range, and the input message that is shown when a cell is selected. */
export interface ValidationPlan {
  readonly range: CellRange;
  /** Cells that hold the allowed values, one row or one column of the same sheet. Without it the validation only shows its input message. */
  readonly list?: CellRange;
  /** At most 32 characters. */
  readonly promptTitle: string;
  /** At most 255 characters. */
  readonly prompt: string;
  /** Shown when a value is refused; at most 225 characters. */
  readonly error?: string;
  /** Whether a value that is not on the list is only asked about, and taken if the person insists. */
  readonly isAdvice?: true;
}

/** A conditional format with a formula, which is written for the first cell of the range. */
export interface ConditionalFormatPlan {
  readonly range: CellRange;
  /** Formula without its leading `=`. */
  readonly formula: string;
  /** Name of a differential format. */
  readonly style: DifferenceName;
}

/** Page setup: A4 landscape, one page wide, any number of pages tall. */
export interface PrintPlan {
  /** First and last row, counted from 0, that are repeated on each page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Last column, counted from 0, that is printed. */
  readonly lastColumn: number;
  /** Last row, counted from 0, that is printed; all rows where it is left out. */
  readonly lastRow?: number;
  /** Fits everything on one page: for covers, whose row heights depend on the fonts that are installed. */
  readonly onePage?: true;
  /** Texts with Excel's codes (`&P`, `&N`, `&"font,style"`) left, centre and right. */
  readonly header: HeaderFooter;
  readonly footer: HeaderFooter;
}

/** The three sections of a header or footer. */
export interface HeaderFooter {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

/** A filter of rows to the sheet's last row, with a button in one column. Sorting moves whole rows of the range. */
export interface FilterPlan {
  readonly range: Omit<CellRange, 'bottom'>;
  /** Column of the button. */
  readonly column: number;
}

/** An Excel table over the sheet's first rows: its heading row is row `top`. */
export interface TablePlan {
  /** ASCII name, unique in the workbook. */
  readonly name: string;
  /** To the sheet's last row where `bottom` is left out. */
  readonly range: Omit<CellRange, 'bottom'> & { readonly bottom?: number };
  readonly columns: readonly string[];
}
