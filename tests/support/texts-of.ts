import type { WorkbookContent } from '../../src/domain/workbook/sheet-content.ts';

/** Every text in the cells of a workbook. */
export function textsOf({ sheets }: Pick<WorkbookContent, 'sheets'>): readonly string[] {
  return sheets.flatMap(({ cells }) => cells.map(({ text }) => text));
}
