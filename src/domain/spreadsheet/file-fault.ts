/** How a file is damaged, as far as messages differ. */
export type Damage =
  /** The file is truncated: an upload or copy was interrupted. */
  | 'cut-off'
  /** Names, sizes or offsets in the package are inconsistent. */
  | 'package'
  /** The checksum of a part is wrong. */
  | 'changed-bytes'
  /** A required part is missing. */
  | 'missing-part'
  /** A part is not valid XML of its type. */
  | 'xml'
  /** A part has a document type definition, which no workbook needs and attacks use. */
  | 'definitions'
  /** A row, cell or range is outside a sheet. */
  | 'address'
  /** A cell occurs twice. */
  | 'cell-twice'
  /** A shared string or cell format that a cell refers to is missing. */
  | 'reference'
  /** The content made this program fail. */
  | 'unforeseen';

/** A limit that a file exceeds, with its unit. */
export type Limit =
  /** File size in megabytes. */
  | 'file'
  /** Inflated size in megabytes. */
  | 'content'
  /** Ratio of inflated to compressed size. */
  | 'ratio'
  /** Parts in the package. */
  | 'parts'
  /** Sheets. */
  | 'sheets'
  /** Cells that are not blank. */
  | 'cells'
  /** Merged and linked ranges, and the cells that hyperlinks and array formulas cover. */
  | 'ranges'
  /** Characters of formulas. */
  | 'formulas'
  /** Characters of one text. */
  | 'text'
  /** Number formats in use. */
  | 'formats';

/** Spreadsheet formats other than .xlsx that can be saved as .xlsx. */
export type OtherFormat = 'xlsb' | 'ods';

/** Why a part of a file cannot be read. */
export type PartFault =
  | { readonly reason: 'damaged'; readonly damage: Damage }
  | { readonly reason: 'too-large'; readonly limit: Limit; readonly most: number };

/**
 * What a part that cannot be read holds; `place` is one cell or link of a sheet whose rest was read, `formats` are the number
 * formats of the whole workbook.
 */
export type UnreadKind = 'cells' | 'place' | 'comments' | 'objects' | 'formats';
