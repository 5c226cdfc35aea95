import type { WorkbookContent } from '../../src/domain/spreadsheet/content.ts';

/** Every text in the cells of a workbook. */
export function textsOf({ sheets }: Pick<WorkbookContent, 'sheets'>): readonly string[] {
  return sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
}
