/** How a file breaks the format of workbooks, as far as the words for it differ. */
export type Damage =
  /** The end is missing: an upload or a copy broke off. */
  | 'cut-off'
  /** What the package tells of its parts does not fit: names, sizes, places. */
  | 'package'
  /** The content of a part is not what was packed. */
  | 'changed-bytes'
  /** A part that others need is not there. */
  | 'missing-part'
  /** A part is no XML of the kind that it should be. */
  | 'xml'
  /** A part brings definitions of its own, which no workbook needs and attacks use. */
  | 'definitions'
  /** A row, a cell or a range that no sheet has. */
  | 'address'
  /** A cell that is there twice. */
  | 'cell-twice'
  /** A text or a format that a cell refers to is not there. */
  | 'reference'
  /** It was read, and what came of it made the program fail. */
  | 'unforeseen';

/** What a file has too much of, with the unit of its cap. */
export type Limit =
  /** The file itself, megabytes. */
  | 'file'
  /** What it inflates to, megabytes. */
  | 'content'
  /** Times that content is larger than it was packed. */
  | 'ratio'
  /** Parts in the package. */
  | 'parts'
  /** Sheets. */
  | 'sheets'
  /** Cells that hold something. */
  | 'cells'
  /** Ranges that are merged or linked, and the cells under links and formulas that fill ranges. */
  | 'ranges'
  /** Characters of formulas. */
  | 'formulas'
  /** Characters of one text. */
  | 'text'
  /** Number formats that cells are shown in. */
  | 'formats';

/** Formats of spreadsheets that are no .xlsx and can be saved as one. */
export type OtherFormat = 'xlsb' | 'ods';
