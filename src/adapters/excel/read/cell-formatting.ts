import type { SheetContent, WorkbookContent } from '../../../domain/spreadsheet/content.ts';

/** The formatting of a cell as far as it matters to what may be done to it. */
export interface CellFormatting {
  readonly link: string | undefined;
  /** Undefined where parts of the text have different fonts. */
  readonly font: string | undefined;
  /** Whether parts of the text are formatted differently. Excel does not say which. */
  readonly mixed: boolean;
  readonly unlocked: boolean;
}

/** A cell of a sheet; both are counted from 0. */
export interface CellIndex {
  readonly row: number;
  readonly column: number;
}

/** A cell whose formatting was asked for. */
export interface QueuedFormatting extends CellIndex {
  readonly range: Excel.Range;
}

const FONT = ['name', 'bold', 'italic', 'underline', 'color'] as const;
const PROPERTIES = ['hyperlink', 'format/protection/locked', ...FONT.map((name) => `format/font/${name}`)].join();

/**
 * Asks for the formatting of cells, one by one. `getCellProperties` would take one call, but office.js (1.1.110) sends it as a write
 * that cannot be undone, and Excel then drops what the person could undo.
 */
export function queueFormatting(sheet: Excel.Worksheet, cells: readonly CellIndex[]): readonly QueuedFormatting[] {
  return cells.map(({ row, column }) => ({
    row,
    column,
    range: sheet.getRangeByIndexes(row, column, 1, 1).load(PROPERTIES),
  }));
}

/** What was asked for, once it is there: a property that parts of the text have differently is null. */
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

/** The types do not say that it may be null. */
function fontName(name: string | null): string | undefined {
  return name ?? undefined;
}

function linkOf(link: Excel.RangeHyperlink | null): string | undefined {
  const location = link?.documentReference ? `#${link.documentReference}` : '';
  const target = `${link?.address ?? ''}${location}`;
  return target === '' ? undefined : target;
}

/** The content with the font of most cells as the workbook's, and left out in these. Excel names its standard font in its own language only. */
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
