/**
 * What a workbook may cost. A package can be made to inflate to a million times its size, so each cap is far above
 * any honest workbook and far below what would stop a browser tab.
 */
export interface ReadLimits {
  /** Entries in the package. */
  readonly entries: number;
  /** Bytes of all entries together, as the package declares them. */
  readonly packageBytes: number;
  /** Bytes of one part that is read. */
  readonly partBytes: number;
  /** Bytes of all parts that are read. */
  readonly readBytes: number;
  /** How many times its compressed size an entry above {@link RATIO_FLOOR} may inflate to. */
  readonly ratio: number;
  /** Characters of one part for the strict parser, which is several times slower than the scanner. */
  readonly strictCharacters: number;
  /** Cells that hold something, in the whole workbook. */
  readonly cells: number;
  /** Merged ranges and hyperlinks of one sheet, and the cells that hyperlinks and array formulas cover. */
  readonly ranges: number;
  /** Characters of formulas that are written out for the cells that share one. */
  readonly formulaCharacters: number;
}

/** Limits that any honest workbook keeps. */
export const DEFAULT_LIMITS: ReadLimits = {
  entries: 10_000,
  packageBytes: 512 * 2 ** 20,
  partBytes: 24 * 2 ** 20,
  readBytes: 40 * 2 ** 20,
  ratio: 250,
  strictCharacters: 8 * 2 ** 20,
  cells: 500_000,
  ranges: 100_000,
  formulaCharacters: 4_000_000,
};

/** Characters of one text: thirty times what a cell holds. Beyond it, taking a text apart costs more memory than the file. */
export const MAX_TEXT = 2 ** 20;

/** Sheets of a workbook: a hundred times what ours have. */
export const MAX_SHEETS = 1_000;

/** Number formats that cells are shown in; Excel has some 250. */
export const MAX_FORMATS = 1_000;

/** Bytes that reading a part counts for at least, so that a small one is not read without end. */
export const LEAST_PART = 4096;

/** Bytes below which the ratio does not matter: rows of blank cells compress several hundred times. */
export const RATIO_FLOOR = 8 * 2 ** 20;
