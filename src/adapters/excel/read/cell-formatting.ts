import type { SheetContent, WorkbookContent } from '../../../domain/spreadsheet/content.ts';

/** The formatting of a cell that matters to reading and writing. */
export interface CellFormatting {
  readonly link: string | undefined;
  /** Undefined if the text has several fonts. */
  readonly font: string | undefined;
  /** Whether the text has several formats. Excel does not say where. */
  readonly mixed: boolean;
  readonly unlocked: boolean;
}

/** A cell of a sheet; row and column are zero-based. */
export interface CellIndex {
  readonly row: number;
  readonly column: number;
}

/** A cell whose formatting is queued for loading. */
export interface QueuedFormatting extends CellIndex {
  readonly range: Excel.Range;
}

const FONT = ['name', 'bold', 'italic', 'underline', 'color'] as const;
const PROPERTIES = ['hyperlink', 'format/protection/locked', ...FONT.map((name) => `format/font/${name}`)].join();

/**
 * Queues the loading of the formatting of cells, one by one. `getCellProperties` would take one call, but office.js
 * (1.1.110) sends it as a write that cannot be undone, and Excel then clears the person's undo stack.
 */
export function queueFormatting(sheet: Excel.Worksheet, cells: readonly CellIndex[]): readonly QueuedFormatting[] {
  return cells.map(({ row, column }) => ({
    row,
    column,
    range: sheet.getRangeByIndexes(row, column, 1, 1).load(PROPERTIES),
  }));
}

/** The loaded formatting of a cell: Excel returns null for a property that differs within the text. */
export function formattingRead({ range }: QueuedFormatting): CellFormatting {
  const { font, protection } = range.format;
  const properties: readonly unknown[] = FONT.map((name) => font[name]);
  return {
    link: linkOf(range.hyperlink),
    font: fontName(font.name),
    mixed: properties.includes(null),
    unlocked: !protection.locked,
  };
}

/** Excel may return null; the types do not say so. */
function fontName(name: string | null): string | undefined {
  return name ?? undefined;
}

function linkOf(link: Excel.RangeHyperlink | null): string | undefined {
  const location = link?.documentReference ? `#${link.documentReference}` : '';
  const target = `${link?.address ?? ''}${location}`;
  return target === '' ? undefined : target;
}

/**
 * The content with the most common font as the workbook's font, omitted in its cells. Excel returns the name of its
 * standard font only in its own language.
 */
export function withCommonFont(content: WorkbookContent): WorkbookContent {
  const counts = new Map<string, number>();
  for (const { cells } of content.sheets) {
    for (const { font } of cells) if (font !== undefined) counts.set(font, (counts.get(font) ?? 0) + 1);
  }
  const [common] = [...counts].sort(([, one], [, other]) => other - one);
  if (common === undefined) return content;
  const [font] = common;
  const sheets = content.sheets.map((sheet): SheetContent => ({
    ...sheet,
    cells: sheet.cells.map(({ font: own, ...cell }) => ({
      ...cell,
      ...(own === undefined || own === font ? {} : { font: own }),
    })),
  }));
  return { ...content, sheets, font };
}
