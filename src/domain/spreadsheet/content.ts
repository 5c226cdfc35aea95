import type { KnownPicture, PictureFault, PictureFrame } from '../image/picture.ts';
import type { CellPosition } from './address.ts';
import type { PartFault, UnreadKind } from './file-fault.ts';

/** The content of a workbook as plain values, from .xlsx bytes or from the open workbook. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  /** Custom document properties, by name. */
  readonly properties: ReadonlyMap<string, string>;
  readonly definedNames: readonly DefinedName[];
  /** When the file was last saved, by its core properties: ISO 8601 in UTC. */
  readonly savedAt?: string;
  /** Whether the file is as this program encoded it: nothing has been saved into it since. Absent if it is not. */
  readonly asEncoded?: true;
  /** Default font; absent if the file has none. */
  readonly font?: string;
  /** What could not be read, while the rest was. Absent where everything could. */
  readonly unread?: readonly UnreadPart[];
}

/** A part of a file that could not be read. */
export interface UnreadPart {
  readonly holds: UnreadKind;
  readonly why: PartFault;
  /** Where and what in technical words, which may quote the file. */
  readonly detail: string;
  readonly sheet?: string;
  readonly cell?: CellPosition;
  /** The texts that a `place` holds, a line for each; absent where there is none. */
  readonly text?: string;
}

/** A defined name of the workbook or, with `sheet`, of one sheet. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheet?: string;
}

/** A rule of a sheet with a formula: what cells may hold, or how they look. */
export interface SheetRule {
  readonly sheet: string;
  /** The cells that the rule is for. */
  readonly cells: readonly CellRange[];
  /** Whether the formula gives the texts that the cells may hold: a range, or a literal text with commas between the items. */
  readonly isList: boolean;
  /** Without its leading `=`. */
  readonly formula: string;
}

/** One worksheet. */
export interface SheetContent {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Cells with a value, sorted by row, then by column. */
  readonly cells: readonly CellContent[];
  readonly merges: readonly CellRange[];
  /** Whether the sheet is protected: only {@link CellContent.unlocked} cells can be changed. */
  readonly protected?: true;
  /** Comments by row, then by column; those of one cell in the order of the file. Absent where there are none. */
  readonly comments?: readonly CellComment[];
  /** Text boxes and other shapes with a text, in the order of the file. Absent where there are none. */
  readonly shapes?: readonly ShapeText[];
  /** Pictures and other objects without text, in the order of the file. Absent where there are none. */
  readonly objects?: readonly SheetObject[];
  /** Texts that belong to the sheet and to no place on it. Absent where there are none. */
  readonly texts?: readonly SheetText[];
}

/** A text of a sheet without a place. */
export interface SheetText {
  /** A comment whose cell the file does not tell, or a header or footer of the printed page. */
  readonly carrier: 'comment' | 'page';
  /** Who wrote it, as the file names them; absent where it names nobody. */
  readonly author?: string;
  /** Never empty. */
  readonly text: string;
}

/** A comment on a cell; each reply in a thread is a comment too. */
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

/** The text of a shape on a sheet. */
export interface ShapeText {
  /** Cell under the shape's upper left corner, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** Paragraphs, a line each; never empty. */
  readonly text: string;
}

/** An object without text on a sheet. */
export interface SheetObject {
  readonly kind: ObjectKind;
  /** Cells that it covers, from its upper left to its lower right corner; absent where the file does not tell. */
  readonly area?: CellRange;
  /** Name in the file, such as `Picture 1`. */
  readonly name: string;
  /** Alternative text; may be empty. */
  readonly description: string;
  /** The image of an embedded picture. */
  readonly image?: ImageFacts;
  /** How a picture is shown; absent where it is shown as it is stored. */
  readonly frame?: PictureFrame;
}

/** An image, without its bytes. */
export interface ImageFacts {
  /** Media type, such as `image/png`; empty where the file does not tell. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** What is in it, by its content, or why that is not passed on. */
  readonly picture: KnownPicture | PictureFault;
}

/** A cell with a value. */
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
  /** Rich text runs in their order; absent if the whole text has one format. */
  readonly runs?: readonly TextRun[];
  /** Font of the text, where it is not {@link WorkbookContent.font}. */
  readonly font?: string;
  /** True where the text is struck through; its runs say so themselves. */
  readonly struck?: true;
  /** Format code of a number or date (ISO/IEC 29500-1, 18.8.31), where it is not General. */
  readonly format?: string;
  /** The equivalent code if `format` depends on the settings of the system; null if the text does not tell it. */
  readonly shownFormat?: string | null;
  /** Number of a built-in format whose code depends on the language of the program; `format` is the Thai code. */
  readonly builtIn?: number;
  /** True for a date that was typed with a Buddhist year as if it were of the common era; see `isTypedInBuddhistEra`. */
  readonly typedInBuddhistEra?: true;
  /** True where the cell may be changed although its sheet is protected. */
  readonly unlocked?: true;
}

/** A run of a cell's rich text, from `start` to the next run; omitted properties are those of the cell. */
export interface TextRun {
  /** Offset in UTF-16 code units. */
  readonly start: number;
  readonly font?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly struck?: true;
  /** Six hexadecimal digits in capitals, red first; absent for a colour of the theme too. */
  readonly color?: string;
}

/** Whether the sheet's protection prevents changes to a cell. */
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

/** A new text for one cell. The cell keeps its format; the text replaces a formula or number. */
export interface TextPatch extends PatchedCell {
  /** The new text; an empty text clears the cell. */
  readonly text: string;
  /**
   * Keeps the runs of rich text, which otherwise becomes plain. The new text must be as long as the old one, with
   * characters replaced one for one.
   */
  readonly keepRuns?: boolean;
}

/** A new number format for one cell, whose value stays the same. */
export interface FormatPatch extends PatchedCell {
  /** The new format code (ISO/IEC 29500-1, 18.8.31). */
  readonly format: string;
  /** See {@link CellContent.builtIn}; the workbook takes that format rather than its code. */
  readonly builtIn?: number;
}

/** A patch that a workbook does not take, and why. */
export interface RefusedPatch {
  readonly patch: CellPatch;
  /**
   * A formula, a defined name or a pivot table refers to the heading of a table; the heading would be empty or there
   * twice; or the cell's format is missing, so that no format can differ from it in the numbers alone.
   */
  readonly reason: 'used-heading' | 'same-heading' | 'no-such-format';
}

/** Kinds of objects without text; `embedded` is a document of another program. */
export type ObjectKind = 'picture' | 'chart' | 'diagram' | 'embedded' | 'other';
