import type { CleanPicture, PictureFault } from '../../domain/image/picture.ts';
import type { CellPosition } from '../../domain/spreadsheet/address.ts';
import type { Damage, Limit, OtherFormat } from '../../domain/spreadsheet/file-fault.ts';
import type { CellPatch, RefusedPatch, SheetRule, WorkbookContent } from '../../domain/spreadsheet/content.ts';
import type { PictureSwap, WorkbookPlan } from '../../domain/spreadsheet/plan.ts';

/** Encodes plans as .xlsx files and decodes .xlsx files. */
export interface WorkbookCodec {
  /** Encodes a plan; the same plan and options always give the same bytes. */
  encode(plan: WorkbookPlan, options?: EncodeOptions): Promise<Uint8Array>;
  /**
   * Encodes a plan whose file may be large: `use` gets the same bytes in pieces, in order and once, and they are not all in memory
   * where the host can help it.
   * @returns what `use` gives
   */
  encodeInPieces<Result>(
    plan: WorkbookPlan,
    use: (pieces: Iterable<Uint8Array>) => Promise<Result>,
    options?: EncodeOptions,
  ): Promise<Result>;
  /**
   * @param sizeLimit bytes of content that the office's own workbook may hold, by the programme or {@link ANY_SIZE}; without it the
   *   file is an agency's workbook, from which no more is expected.
   * @throws {UnreadableWorkbook} if the bytes are not a workbook that can be read safely.
   */
  decode(bytes: Uint8Array, sizeLimit?: number): Promise<WorkbookContent>;
  /**
   * Writes new texts into some cells of the workbook; every other part of the package stays byte-identical, except the
   * time of saving, and what the workbook was made from, if `savedAt`, an ISO 8601 instant, is given.
   * @throws {UnreadableWorkbook} as {@link decode}, or {@link RangeError} for a sheet that does not exist.
   */
  patch(bytes: Uint8Array, patches: readonly CellPatch[], savedAt?: string): Promise<Uint8Array>;
  /** As {@link patch}, but leaves alone the cells that the workbook does not let be changed, such as headings in use. */
  patchSome(bytes: Uint8Array, patches: readonly CellPatch[], savedAt?: string): Promise<PatchedSome>;
  /**
   * Adds pictures over cells, or takes them away; every other part of the package stays byte-identical, except as in {@link patch}.
   * @throws {UnreadableWorkbook} as {@link decode}, or {@link RangeError} for a sheet that does not exist.
   */
  patchPictures(bytes: Uint8Array, swaps: readonly PictureSwap[], savedAt?: string): Promise<PatchedPictures>;
  /**
   * The names, by sheet, of the pictures and other objects that are alone in their anchor and have a unique name: {@link patchPictures} can
   * change the descriptions of these only.
   * @throws {UnreadableWorkbook} as {@link decode}.
   */
  uniqueObjectNames(bytes: Uint8Array): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** A picture with nothing in it but what is seen, or why it cannot be put into a workbook. */
  cleanPicture(bytes: Uint8Array): Promise<CleanPicture | PictureFault>;
  /**
   * Returns the pictures of a workbook that have one of these keys, which {@link decode} tells, without what cameras and programs
   * add to them; those that are no longer there are missing.
   * @throws {UnreadableWorkbook} as {@link decode}.
   */
  pictures(bytes: Uint8Array, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, CleanPicture>>;
  /**
   * Returns the rules of the sheets: data validations and conditional formats that have a formula.
   * @throws {UnreadableWorkbook} as {@link decode}.
   */
  rules(bytes: Uint8Array): Promise<readonly SheetRule[]>;
  /**
   * Lists the files in a .zip archive, in its order and without folders.
   * @throws {UnreadableWorkbook} if the bytes are not a zip file that can be read safely.
   */
  unpack(bytes: Uint8Array): Promise<readonly ArchivedFile[]>;
  /**
   * Reads the custom document properties alone, without the sheets.
   * @throws {UnreadableWorkbook} (as a rejection) if the bytes are no package
   */
  properties(bytes: Uint8Array): Promise<ReadonlyMap<string, string>>;
  /**
   * Bytes of all parts of the package, as it declares them: none inflates to more, and the time and memory of {@link decode} grow with
   * them. 0 for what it refuses at once.
   */
  unpackedSize(bytes: Uint8Array): Promise<number>;
  /** Compresses a text to letters that a cell can hold; the same text always gives the same. */
  packText(text: string): Promise<PackedText>;
  /**
   * The inverse of {@link packText}. It takes no more memory than the size that is given.
   * @throws {Error} of any kind (as a rejection) for what is damaged or has another size
   */
  unpackText(packed: PackedText): Promise<string>;
}

/** A compressed text. */
export interface PackedText {
  /** In Base64. */
  readonly packed: string;
  /** In bytes of UTF-8, unpacked. */
  readonly size: number;
}

/** A file in an archive. */
export interface ArchivedFile {
  /** Path in the archive with `/` between folders; it never leads out of it. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /**
   * Inflates the file into bytes of its own.
   * @throws {UnreadableWorkbook} if it is damaged, encrypted or compressed by a method that is not read.
   */
  readonly read: () => Uint8Array;
}

/** A workbook with some cells changed, and the patches that it did not take. */
export interface PatchedSome {
  readonly bytes: Uint8Array;
  readonly refused: readonly RefusedPatch[];
}

/** A workbook with pictures added or taken away. */
export interface PatchedPictures {
  readonly bytes: Uint8Array;
  /** Those whose picture before was not there alone, as somebody had put it. */
  readonly refused: readonly PictureSwap[];
}

/** Options of encoding a plan. */
export interface EncodeOptions {
  /** Whether the workbook opens the pane if the add-in is installed; true by default. */
  readonly opensPane?: boolean;
}

/** The size limit of a workbook that a person chose by name, whatever it holds; the size of the file limits it. */
export const ANY_SIZE = Infinity;

/** Why bytes cannot be read as a workbook. */
export type Unreadable =
  | { readonly reason: 'empty' | 'not-workbook' | 'encrypted' | 'rights-managed' | 'old-format' }
  | { readonly reason: 'other-format'; readonly format: OtherFormat }
  | { readonly reason: 'damaged'; readonly damage: Damage; readonly cell?: CellPosition }
  | { readonly reason: 'too-large'; readonly limit: Limit; readonly most: number };

/** What else is known of an {@link UnreadableWorkbook}. */
export interface UnreadableOptions extends ErrorOptions {
  readonly sheet?: string;
  readonly properties?: ReadonlyMap<string, string>;
}

/** Thrown when bytes cannot be read as a workbook; `detail` gives the location and cause in technical terms. */
export class UnreadableWorkbook extends Error {
  readonly why: Unreadable;
  readonly detail: string;
  /** Name of the sheet where it occurred, if known. */
  readonly sheet: string | undefined;
  /** The custom document properties, where they could be read: a workbook says there what it is. */
  readonly properties: ReadonlyMap<string, string> | undefined;

  constructor(why: Unreadable, detail: string, options: UnreadableOptions = {}) {
    super(`${why.reason}: ${detail}`, options);
    this.name = 'UnreadableWorkbook';
    this.why = why;
    this.detail = detail;
    this.sheet = options.sheet;
    this.properties = options.properties;
  }
}
