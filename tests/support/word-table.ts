import type {
  CellContent,
  ContentBlock,
  DocumentContent,
  ParagraphContent,
  TableContent,
} from '../../src/domain/document/content.ts';

/** A cell: its lines, `^` for one that goes on with the cell above it, or a cell over several columns. */
export type CellOf =
  string | { readonly text: string; readonly span?: number; readonly isListItem?: boolean; readonly objects?: number };

/** The headings of the printed report. */
export const HEADINGS = ['ประเด็นการประเมิน', 'ขั้นตอนหรือวิธีการ', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ'] as const;

/** A table of rows of cells. */
export function wordTable(...rows: readonly (readonly CellOf[])[]): TableContent {
  return { kind: 'table', rows: rows.map((cells) => ({ cells: placed(cells) })) };
}

/** A document of paragraphs and tables. */
export function wordDocument(...blocks: readonly (string | TableContent)[]): DocumentContent {
  return {
    blocks: blocks.flatMap((block): readonly ContentBlock[] =>
      typeof block === 'string' ? block.split('\n').map((text) => paragraph(text)) : [block],
    ),
  };
}

function placed(cells: readonly CellOf[]): readonly CellContent[] {
  let column = 0;
  return cells.map((cell) => {
    const { text, span = 1, ...rest } = typeof cell === 'string' ? { text: cell } : cell;
    const isContinued = text === '^';
    const placedCell = {
      column,
      span,
      isContinued,
      paragraphs: text.split('\n').map((line) => paragraph(isContinued ? '' : line, rest)),
    };
    column += span;
    return placedCell;
  });
}

function paragraph(text: string, rest: Partial<ParagraphContent> = {}): ParagraphContent {
  return { kind: 'paragraph', text, isListItem: rest.isListItem ?? false, objects: rest.objects ?? 0 };
}
