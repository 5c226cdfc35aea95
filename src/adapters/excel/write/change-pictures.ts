import { isDescribed } from '../../../domain/spreadsheet/picture-swap.ts';
import type { PicturePlan, PictureSwap } from '../../../domain/spreadsheet/plan.ts';
import { toBase64 } from '../base64.ts';
import type { RunExcel } from '../run-excel.ts';
import type { KnownSheets } from '../sheets/known-sheets.ts';
import { changeSheets } from './change-sheets.ts';

/**
 * Adds pictures, takes them away or describes them anew, each in requests of its own: one alone may fill what Excel on the web takes. If
 * one fails, those before it are undone.
 * @returns those whose picture before is not there once, such as one that was grouped
 * @throws {HostFault}
 */
export async function changePictures(
  run: RunExcel,
  known: KnownSheets,
  swaps: readonly PictureSwap[],
): Promise<readonly PictureSwap[]> {
  const done: PictureSwap[] = [];
  try {
    for (const swap of swaps) if (await changePicture(run, known, swap)) done.push(swap);
  } catch (error) {
    for (const { sheet, before, after } of done.toReversed()) {
      const inverse = { sheet, ...(after && { before: after }), ...(before && { after: before }) };
      await changePicture(run, known, inverse).catch(() => undefined);
    }
    throw error;
  }
  return swaps.filter((swap) => !done.includes(swap));
}

/** @returns whether the picture before was there */
async function changePicture(run: RunExcel, known: KnownSheets, swap: PictureSwap): Promise<boolean> {
  const { sheet, before, after } = swap;
  const target = known.named(sheet);
  const found = await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(target.id);
    const { shapes } = worksheet;
    shapes.load('items/id,items/name');
    const { row, column } = after?.at ?? { row: 0, column: 0 };
    const cell = worksheet.getRangeByIndexes(row, column, 1, 1).load('left,top,width,height');
    await context.sync();
    const ids = shapes.items.filter(({ name }) => name === before?.name).map(({ id }) => id);
    // In the middle of its cell: a picture belongs to the row under its corner, and where the display is scaled or the sheet zoomed,
    // cells and shapes are told some points apart (office-js#3136, #2068, #1942).
    return { ids, left: cell.left + cell.width / 2, top: cell.top + cell.height / 2 };
  });
  const [id] = found.ids;
  if (before !== undefined && found.ids.length !== 1) return false;
  // Excel refuses changes of objects on a protected sheet unless its protection allows them (WorksheetProtectionOptions).
  const isOpen = target.protection === undefined || target.protection.allowEditObjects === true;
  await changeSheets(run, isOpen ? [] : [target], ({ workbook }) => {
    const { shapes } = workbook.worksheets.getItem(target.id);
    if (id !== undefined && after && isDescribed(swap)) {
      shapes.getItem(id).altTextDescription = after.description;
      return;
    }
    if (id !== undefined) shapes.getItem(id).delete();
    if (after !== undefined) addPicture(shapes, after, found);
  });
  return true;
}

function addPicture(
  shapes: Excel.ShapeCollection,
  { name, description, width, height, picture }: PicturePlan,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  const shape = shapes.addImage(toBase64(picture.bytes));
  shape.name = name;
  shape.altTextDescription = description;
  // With the ratio locked, as pictures have it at first, each size would change the other one.
  shape.lockAspectRatio = false;
  shape.set({ left, top, width, height });
  shape.lockAspectRatio = true;
  shape.placement = 'OneCell';
}
