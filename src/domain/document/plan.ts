import type { CleanPicture, PictureFrame } from '../image/picture.ts';

/** A text document to be written, such as the report for Word. Plans name styles; only the encoder knows fonts and colours. */
export interface DocumentPlan {
  readonly title: string;
  readonly author: string;
  /** ISO 8601 instant. */
  readonly created: string;
  readonly sections: readonly SectionPlan[];
}

/** Pages of one orientation. A section begins on a new page. */
export interface SectionPlan {
  readonly orientation: 'portrait' | 'landscape';
  /** `none` prints no page number, `restart` begins with one, `continue` goes on from the section before. */
  readonly pageNumbers: 'none' | 'restart' | 'continue';
  readonly blocks: readonly BlockPlan[];
}

export type BlockPlan = ParagraphPlan | TablePlan;

/** A paragraph; a line feed in its text begins a new line, a tab goes to the next tab stop. */
export interface ParagraphPlan {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly text: string;
}

/** A picture on a line of its own. */
export interface PicturePlan {
  readonly kind: 'picture';
  readonly picture: CleanPicture;
  readonly frame?: PictureFrame;
  /** Alternative text. */
  readonly description: string;
  /** Points, as it is seen: turned and cropped. */
  readonly width: number;
  /** Points. */
  readonly height: number;
}

/** A table whose heading row stands on every page. */
export interface TablePlan {
  readonly kind: 'table';
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly TableRowPlan[];
}

/** A column; widths are parts of the width of the page between its margins. */
export interface ColumnPlan {
  readonly heading: string;
  readonly width: number;
}

/** What stands in a cell. */
export type CellBlock = ParagraphPlan | PicturePlan;

/** A band over all columns, which stays with the row below it, or a row that may flow over pages with the blocks of each cell. */
export type TableRowPlan =
  | { readonly kind: 'band'; readonly text: string }
  | { readonly kind: 'cells'; readonly cells: readonly (readonly CellBlock[])[] };

/** Styles of paragraphs by what they are for. */
export const PARAGRAPH_STYLES = [
  'cover',
  'heading',
  'body',
  'tableHeading',
  'band',
  'issue',
  'cell',
  'cellCenter',
  'result',
  'letterLine',
  'letterRight',
  'letterMiddle',
  'letterSign',
  'memoTitle',
  'memoLine',
  'listLine',
  'sign',
] as const;

export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

/**
 * The texts of a document in the order in which they stand: paragraph by paragraph, row by row, cell by cell.
 */
export function textsOfDocument({ sections }: Pick<DocumentPlan, 'sections'>): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(textsOfBlock));
}

function textsOfBlock(block: BlockPlan): readonly string[] {
  if (block.kind === 'paragraph') return [block.text];
  const headings = block.columns.map(({ heading }) => heading);
  const rows = block.rows.flatMap((row) => (row.kind === 'band' ? [row.text] : row.cells.flatMap(textsOfCell)));
  return [...headings, ...rows];
}

/**
 * The texts of a cell in the order in which they stand.
 * @internal
 */
export function textsOfCell(cell: readonly CellBlock[]): readonly string[] {
  return cell.flatMap((block) => (block.kind === 'picture' ? [] : [block.text]));
}
