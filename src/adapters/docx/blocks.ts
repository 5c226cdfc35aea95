import {
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IShadingAttributesProperties,
} from 'docx';
import type { BlockPlan, CellBlock, ParagraphPlan, TablePlan, TableRowPlan } from '../../domain/document/plan.ts';
import { PictureRun } from './picture-run.ts';
import { safeLines } from './safe-text.ts';
import { styleId } from './styles.ts';

/** Twips between a cell's line and its text. */
const CELL_MARGINS = { top: 40, bottom: 40, left: 85, right: 85 } as const;

const SHADING: IShadingAttributesProperties = { type: ShadingType.CLEAR, color: 'auto', fill: 'E7E6E6' };

/** What blocks need to know of their document. */
export interface BlockContext {
  /** Width of the text between the margins, in twips. */
  readonly width: number;
  /** The next number of a drawing, from 1 on. */
  readonly nextDrawing: () => number;
}

/**
 * Blocks as the library knows them. The last row of a table stays with the paragraph behind it, so that a signature never
 * stands on a page of its own.
 */
export function encodeBlocks(blocks: readonly BlockPlan[], context: BlockContext): readonly (Paragraph | Table)[] {
  return blocks.map((block, index) =>
    block.kind === 'paragraph'
      ? encodeParagraph(block)
      : encodeTable(block, context, blocks[index + 1]?.kind === 'paragraph'),
  );
}

/** No line of a paragraph stands alone at the beginning or end of a page. */
function encodeParagraph({ style, text }: ParagraphPlan, isKeptWithNext = false): Paragraph {
  const runs = safeLines(text).map((line, index) => {
    const children = line.split('\t').flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
    return new TextRun({ children, ...(index === 0 ? {} : { break: 1 }) });
  });
  return new Paragraph({
    style: styleId(style),
    widowControl: true,
    ...(isKeptWithNext ? { keepNext: true } : {}),
    children: runs,
  });
}

/** Fixed widths, so that no program makes a column wider than the page for a long word. */
function encodeTable({ columns, rows }: TablePlan, context: BlockContext, isFollowed: boolean): Table {
  const { width } = context;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / total) * width));
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      encodeCell([{ kind: 'paragraph', style: 'tableHeading', text: column.heading }], context, {
        width: widths[index] ?? 0,
        shading: SHADING,
      }),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { ...CELL_MARGINS, marginUnitType: WidthType.DXA },
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      heading,
      ...rows.map((row, index) => encodeRow(row, context, widths, isFollowed && index === rows.length - 1)),
    ],
  });
}

/** Rows may break over pages: an answer can be longer than a page. Only a band is kept whole, and with what follows. */
function encodeRow(
  row: TableRowPlan,
  context: BlockContext,
  widths: readonly number[],
  isKeptWithNext: boolean,
): TableRow {
  if (row.kind === 'cells') {
    return new TableRow({
      children: row.cells.map((cell, index) =>
        encodeCell(cell, context, { width: widths[index] ?? 0, isKeptWithNext }),
      ),
    });
  }
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: widths.length,
        shading: SHADING,
        children: [encodeParagraph({ kind: 'paragraph', style: 'band', text: row.text })],
      }),
    ],
  });
}

interface CellLook {
  /** Twips. */
  readonly width: number;
  readonly shading?: IShadingAttributesProperties;
  readonly isKeptWithNext?: boolean;
}

/** A cell needs a paragraph, even where nothing stands in it (ISO 29500-1, 17.4.65). */
function encodeCell(
  blocks: readonly CellBlock[],
  { nextDrawing }: BlockContext,
  { width, shading, isKeptWithNext }: CellLook,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(shading ? { shading } : {}),
    children: (blocks.length > 0 ? blocks : [EMPTY]).map((each) =>
      each.kind === 'picture'
        ? new Paragraph({ style: styleId('cell'), children: [new PictureRun(each, nextDrawing())] })
        : encodeParagraph(each, isKeptWithNext),
    ),
  });
}

const EMPTY: ParagraphPlan = { kind: 'paragraph', style: 'cell', text: '' };
