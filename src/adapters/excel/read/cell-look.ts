import type { SheetContent, WorkbookContent } from '../../../domain/spreadsheet/content.ts';

/** How a cell looks and what may be done to it. */
export interface CellLook {
  readonly link: string | undefined;
  /** Undefined where parts of the text have different fonts. */
  readonly font: string | undefined;
  /** Whether parts of the text look different from others. Excel does not say which. */
  readonly mixed: boolean;
  readonly unlocked: boolean;
}

/** What is asked of each cell for its look. */
export const LOOK: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: { protection: true, font: { name: true, bold: true, italic: true, underline: true, color: true } },
};

/** A cell's look from what Excel says of it: a property that parts of the text have differently is null. */
export function cellLook({ hyperlink, format }: Excel.CellProperties): CellLook {
  const font = format?.font;
  const properties: readonly unknown[] = [font?.name, font?.bold, font?.italic, font?.underline, font?.color];
  return {
    link: linkOf(hyperlink),
    font: font?.name ?? undefined,
    mixed: properties.includes(null),
    unlocked: format?.protection?.locked === false,
  };
}

function linkOf(link: Excel.RangeHyperlink | undefined): string | undefined {
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
