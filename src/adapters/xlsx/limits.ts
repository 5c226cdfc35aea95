import { MAX_ALL_LOOKED_AT_MB, MAX_LOOKED_AT_MB } from '../../domain/image/picture.ts';

/**
 * Limits on the resources for one workbook. A package can inflate to a million times its size, so each limit is far
 * above any real workbook and far below what would stop a browser tab.
 */
export interface ReadLimits {
  /** Entries in the package. */
  readonly entries: number;
  /** Total bytes of all entries, as the package declares them. */
  readonly packageBytes: number;
  /** Bytes of one inflated part. */
  readonly partBytes: number;
  /** Total bytes of all inflated parts. */
  readonly readBytes: number;
  /** How many times its compressed size an entry above {@link RATIO_FLOOR} may inflate to. */
  readonly ratio: number;
  /** Characters of one part for the strict parser, which is several times slower than the scanner. */
  readonly strictCharacters: number;
  /** Cells that are not blank, in the whole workbook. */
  readonly cells: number;
  /** Merged ranges and hyperlinks of one sheet, and the cells that hyperlinks and array formulas cover. */
  readonly ranges: number;
  /** Characters of shared formulas when they are written out for each cell. */
  readonly formulaCharacters: number;
}

/** Limits that every real workbook meets. */
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

/**
 * Times its packed size that a file may hold where more was asked for: alike answers of many agencies pack to a fiftieth.
 * @internal
 */
export const GROWTH = 60;

/** Bytes that any file may hold at most: JavaScript has no longer strings than 512 million characters. */
export const LARGEST_SIZE = 2 ** 30;

/** Fewest bytes of XML that a cell takes up, for the cells that a large file may have. */
const CELL_BYTES = 128;

/**
 * The limits for a file of `packed` bytes that is expected to hold up to `sizeLimit` bytes: what it may hold grows with both, so that
 * neither a small file nor one of which little is expected takes much memory.
 */
export function limitsFor(limits: ReadLimits, sizeLimit: number, packed: number): ReadLimits {
  const allowed = Math.min(sizeLimit, packed * GROWTH, LARGEST_SIZE);
  if (allowed <= limits.partBytes) return limits;
  return {
    ...limits,
    packageBytes: Math.max(limits.packageBytes, allowed),
    partBytes: allowed,
    readBytes: Math.max(limits.readBytes, allowed),
    cells: Math.max(limits.cells, Math.floor(allowed / CELL_BYTES)),
  };
}

/** Bytes of one picture that is looked into. */
export const MAX_IMAGE = MAX_LOOKED_AT_MB * 2 ** 20;

/** Bytes of all pictures of a workbook that are looked into. */
export const MAX_IMAGES = MAX_ALL_LOOKED_AT_MB * 2 ** 20;

/**
 * UTF-16 code units of one text: thirty times the limit of a cell. Longer texts cost more memory to parse than the file
 * itself.
 */
export const MAX_TEXT = 2 ** 20;

/** Sheets of a workbook: a hundred times those of a form. */
export const MAX_SHEETS = 1_000;

/** Number formats in use; Excel itself allows about 250. */
export const MAX_FORMATS = 1_000;

/** Fewest bytes that each read part counts for, so that small parts cannot be read without end. */
export const LEAST_PART = 4096;

/** Bytes below which the ratio is not checked: rows of blank cells compress several hundred times. */
export const RATIO_FLOOR = 8 * 2 ** 20;
