/** What a workbook holds, as plain values: made from .xlsx bytes or from the open workbook, read by the domain. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  /** Custom document properties, by name. */
  readonly properties: ReadonlyMap<string, string>;
  readonly definedNames: readonly DefinedName[];
  /** When the file was last saved, by its core properties: ISO 8601 in UTC. */
  readonly savedAt?: string;
  /** Whether the file is as this program encoded it: nothing has been saved into it since. Absent if it is not. */
  readonly asEncoded?: true;
  /** Font of cells that name no other; absent where the file names none. */
  readonly font?: string;
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
  /** True where only cells that are {@link CellContent.unlocked} may be changed. */
  readonly protected?: true;
  /** Comments by row, then by column; those of one cell in the order of the file. Absent where there are none. */
  readonly comments?: readonly CellComment[];
  /** Text boxes and other shapes with a text, in the order of the file. Absent where there are none. */
  readonly shapes?: readonly ShapeText[];
  /** Pictures and whatever else lies on the sheet, in the order of the file. Absent where there is nothing. */
  readonly objects?: readonly SheetObject[];
}

/** What somebody said about a cell; an answer in a thread is a comment of its own. */
export interface CellComment {
  /** Counted from 0. */
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  /** Who wrote it, as the file names them; absent where it names nobody. */
  readonly author?: string;
  /** Never empty. */
  readonly text: string;
}

/** A text that lies on a sheet and in no cell. */
export interface ShapeText {
  /** Cell under the shape's upper left corner, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** Paragraphs, a line each; never empty. */
  readonly text: string;
}

/** Something that lies on a sheet and is no text. */
export interface SheetObject {
  readonly kind: ObjectKind;
  /** Cells that it covers, from its upper left to its lower right corner; absent where the file does not tell. */
  readonly area?: CellRange;
  /** Name in the file, such as `Picture 1`. */
  readonly name: string;
  /** What its author wrote for people who cannot see it; may be empty. */
  readonly description: string;
  /** The image of a picture that lies in the file. */
  readonly image?: ImageFacts;
}

/** An image, without its bytes. */
export interface ImageFacts {
  /** Media type, such as `image/png`; empty where the file does not tell. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** A picture with its bytes. */
export interface SheetPicture {
  /** Name of the sheet that it lies on. */
  readonly sheet: string;
  readonly name: string;
  /** Cells that it covers. */
  readonly area: CellRange;
  /** Media type, such as `image/png`; empty where the file does not tell. */
  readonly type: string;
  readonly bytes: Uint8Array;
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
  /** Stretches of the text that look different, in their order; absent where all of it looks the same. */
  readonly runs?: readonly TextRun[];
  /** Font of the text, where it is not {@link WorkbookContent.font}. */
  readonly font?: string;
  /** Format code of a number or date (ISO/IEC 29500-1, 18.8.31), where it is not General. */
  readonly format?: string;
  /** The code that shows the same, where `format` only stands for the settings of the system. */
  readonly shownFormat?: string;
  /** True where the cell may be changed although its sheet is protected. */
  readonly unlocked?: true;
}

/** A stretch of a cell's text: from `start` to the next run. What it does not say is as in the cell. */
export interface TextRun {
  /** UTF-16 units before it. */
  readonly start: number;
  readonly font?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Six hexadecimal digits in capitals, red first; absent for a colour of the theme too. */
  readonly color?: string;
}

/** Whether the sheet's protection keeps a cell from being changed. */
export function isLocked(sheet: SheetContent, cell: CellContent): boolean {
  return sheet.protected === true && cell.unlocked !== true;
}

/** A rectangle of cells; all four counted from 0, ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A change of one cell. A patch of its text and one of its number format may go together. */
export type CellPatch = TextPatch | FormatPatch;

interface PatchedCell {
  readonly sheet: string;
  /** Counted from 0. */
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
}

/** A new text for one cell. The cell keeps its format; a formula or a number there gives way to the text. */
export interface TextPatch extends PatchedCell {
  /** The text from now on; an empty text empties the cell. */
  readonly text: string;
  /**
   * True where characters only give way to others, one for one: rich text then keeps its runs, else it becomes plain.
   * It must be as long as the text before.
   */
  readonly keepRuns?: boolean;
}

/** Another number format for one cell, whose value stays. */
export interface FormatPatch extends PatchedCell {
  /** Format code from now on (ISO/IEC 29500-1, 18.8.31). */
  readonly format: string;
}

/** What may lie on a sheet that is no text; `embedded` is a document of another program. */
export type ObjectKind = 'picture' | 'chart' | 'diagram' | 'embedded' | 'other';
