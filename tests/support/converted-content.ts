import type { CellSwap } from '../../src/domain/conversion/changes.ts';
import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';

/** The content after the changes; numbers keep the look that they had. */
export function convertedContent(content: WorkbookContent, swaps: readonly CellSwap[]): WorkbookContent {
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const swap = swaps.find((one) => one.sheet === sheet.name && one.row === cell.row && one.column === cell.column);
      if (swap === undefined) return cell;
      return swap.kind === 'text' ? { ...cell, text: swap.after } : { ...cell, format: swap.after };
    }),
  }));
  return { ...content, sheets };
}
