/** What a workbook holds, as plain values: made from .xlsx bytes or from the open workbook, read by the domain. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  /** Custom document properties, by name. */
  readonly properties: ReadonlyMap<string, string>;
  readonly definedNames: readonly DefinedName[];
  /** When the file was last saved, by its core properties: ISO 8601 in UTC. */
  readonly savedAt?: string;
}

/** A name of the workbook, or of one sheet where `sheet` is given. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet?: string;
}

/** One worksheet. */
export interface SheetContent {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Cells that hold something, by row, then by column. */
  readonly cells: readonly CellContent[];
  readonly merges: readonly CellRange[];
}

/** One cell that holds something. */
export interface CellContent {
  /** Counted from 0. */
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The text that a person sees in the cell: a number by its format, `TRUE`, `#NAME?`. Never empty. */
  readonly text: string;
  /** The formula without its leading `=`; the text is then its last computed value. */
  readonly formula?: string;
  /** Target of the cell's hyperlink, where it has one: an address, or `#Sheet!A1`. */
  readonly link?: string;
}

/** A rectangle of cells; all four counted from 0, ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A new text for one cell. The cell keeps its format; a formula or a number there gives way to the text. */
export interface CellPatch {
  readonly sheet: string;
  /** Counted from 0. */
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  /** The text from now on; an empty text empties the cell. */
  readonly text: string;
}
