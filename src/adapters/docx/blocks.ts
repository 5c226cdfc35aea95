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
import type { BlockPlan, ParagraphPlan, TablePlan, TableRowPlan } from '../../domain/document/plan.ts';
import { safeLines } from './safe-text.ts';
import { styleId } from './styles.ts';

/** Twips between a cell's line and its text. */
const CELL_MARGINS = { top: 40, bottom: 40, left: 85, right: 85 } as const;

const SHADING: IShadingAttributesProperties = { type: ShadingType.CLEAR, color: 'auto', fill: 'E7E6E6' };

/**
 * Blocks as the library knows them. The last row of a table stays with the paragraph behind it, so that a signature never
 * stands on a page of its own.
 * @param width of the text between the margins, in twips
 */
export function encodeBlocks(blocks: readonly BlockPlan[], width: number): readonly (Paragraph | Table)[] {
  return blocks.map((block, index) =>
    block.kind === 'paragraph'
      ? encodeParagraph(block)
      : encodeTable(block, width, blocks[index + 1]?.kind === 'paragraph'),
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
function encodeTable({ columns, rows }: TablePlan, width: number, isFollowed: boolean): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / total) * width));
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      encodeCell([{ kind: 'paragraph', style: 'tableHeading', text: column.heading }], widths[index] ?? 0, {
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
    rows: [heading, ...rows.map((row, index) => encodeRow(row, widths, isFollowed && index === rows.length - 1))],
  });
}

/** Rows may break over pages: an answer can be longer than a page. Only a band is kept whole, and with what follows. */
function encodeRow(row: TableRowPlan, widths: readonly number[], isKeptWithNext: boolean): TableRow {
  if (row.kind === 'cells') {
    return new TableRow({
      children: row.cells.map((cell, index) => encodeCell(cell, widths[index] ?? 0, { isKeptWithNext })),
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

/** A cell needs a paragraph, even where nothing stands in it (ISO 29500-1, 17.4.65). */
function encodeCell(
  paragraphs: readonly ParagraphPlan[],
  width: number,
  { shading, isKeptWithNext }: { readonly shading?: IShadingAttributesProperties; readonly isKeptWithNext?: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(shading ? { shading } : {}),
    children: (paragraphs.length > 0 ? paragraphs : [EMPTY]).map((each) => encodeParagraph(each, isKeptWithNext)),
  });
}

const EMPTY: ParagraphPlan = { kind: 'paragraph', style: 'cell', text: '' };
