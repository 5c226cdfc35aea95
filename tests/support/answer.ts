import type { ColumnId } from '../../src/domain/form/columns.ts';
import { findColumns, findTokens } from '../../src/domain/form/read/sheet-reading.ts';
import type { CellPatch } from '../../src/domain/spreadsheet/content.ts';
import type { WorkbookCodec } from '../../src/usecases/ports/workbook-codec.ts';

/** What is typed into the first row of a measure, by the measure's key and the column. */
export type Answers = Readonly<Record<string, Readonly<Partial<Record<ColumnId, string>>>>>;

/** An agency's workbook with answers typed in. */
export async function answer(codec: WorkbookCodec, workbook: Uint8Array, answers: Answers): Promise<Uint8Array> {
  const { sheets } = await codec.decode(workbook);
  const patches = sheets.flatMap((sheet) => {
    const found = findTokens(sheet);
    const columns = new Map([...findColumns(found).columnOf].map(([column, id]) => [id, column]));
    return Object.entries(answers).flatMap(([measure, texts]): readonly CellPatch[] => {
      const row = found.tokens.find(({ token }) => token.kind === 'row' && token.measure === measure)?.cell.row;
      if (row === undefined) return [];
      return Object.entries(texts).map(([id, text]) => ({
        sheet: sheet.name,
        row,
        column: columns.get(id as ColumnId)!,
        text,
      }));
    });
  });
  return codec.patch(workbook, patches);
}
