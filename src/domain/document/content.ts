/** A text document that was read: what its body says, without its looks. */
export interface DocumentContent {
  readonly blocks: readonly ContentBlock[];
}

export type ContentBlock = ParagraphContent | TableContent;

/** A paragraph; a line feed in its text begins a new line. Deleted text is left out, inserted text is there. */
export interface ParagraphContent {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Whether it has a number or a bullet that is not in its text. */
  readonly isListItem: boolean;
  /** How many pictures, notes and other objects stand in it. */
  readonly objects: number;
}

/** A table, row by row. */
export interface TableContent {
  readonly kind: 'table';
  readonly rows: readonly RowContent[];
}

/** A row; rows that were deleted are left out. */
export interface RowContent {
  readonly cells: readonly CellContent[];
}

/** A cell, which may lie over several columns. */
export interface CellContent {
  /** Column of the table's grid, counted from 0. */
  readonly column: number;
  /** Columns of the grid that it takes. */
  readonly span: number;
  /** Whether it goes on with the cell above it, as vertically merged cells do. */
  readonly isContinued: boolean;
  /** Those of a table in the cell too. */
  readonly paragraphs: readonly ParagraphContent[];
}
