import type { CellPlace } from '../../domain/workbook/conversion.ts';
import type { KnownSheet, KnownSheets } from './known-sheets.ts';
import type { RunExcel } from './run-excel.ts';
import { changeSheets } from './change-sheets.ts';
import { blocksOf } from './cell-blocks.ts';

/** A formula that is always true, and by which a mark is told from the formats that people make. */
const MARK = '=LEN("ita:mark")>0';

/** Light enough for black text; told from the colours of the form. */
const FILL = '#FFE699';

/**
 * Marks cells by conditional formats, which leave the cells' own formats alone, and takes away all marks there were, those
 * of a saved file too: one round trip to find them, one to change them.
 */
export async function markCells(run: RunExcel, known: KnownSheets, places: readonly CellPlace[]): Promise<void> {
  const old = await findMarks(run, known);
  const blocks = blocksOf(places.map((place) => ({ ...place, text: '' })));
  const touched = new Set([...old.map(({ sheet }) => sheet), ...blocks.map(({ sheet }) => known.named(sheet))]);
  if (touched.size === 0) return;
  const locked = [...touched].filter(
    ({ protection }) => protection !== undefined && protection.allowFormatCells !== true,
  );
  await changeSheets(run, locked, ({ workbook }) => {
    for (const { sheet, id } of old) {
      workbook.worksheets.getItem(sheet.id).getRange().conditionalFormats.getItem(id).delete();
    }
    for (const { sheet, row, column, contents } of blocks) {
      const range = workbook.worksheets
        .getItem(known.named(sheet).id)
        .getRangeByIndexes(row, column, contents.length, 1);
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = MARK;
      custom.format.fill.color = FILL;
    }
  });
}

/** A mark by the identifier of its format. */
interface Mark {
  readonly sheet: KnownSheet;
  readonly id: string;
}

async function findMarks(run: RunExcel, known: KnownSheets): Promise<readonly Mark[]> {
  return run(async (context) => {
    const found = known.all.map((sheet) => {
      const formats = context.workbook.worksheets.getItem(sheet.id).getRange().conditionalFormats;
      return { sheet, formats: formats.load('items/id,items/type,items/customOrNullObject/rule/formula') };
    });
    await context.sync();
    return found.flatMap(({ sheet, formats }) =>
      formats.items
        .filter(({ customOrNullObject: custom }) => !custom.isNullObject && custom.rule.formula === MARK)
        .map(({ id }) => ({ sheet, id })),
    );
  });
}
