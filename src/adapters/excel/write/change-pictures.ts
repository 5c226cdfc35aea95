import { isDescribed } from '../../../domain/spreadsheet/picture-swap.ts';
import type { PicturePlan, PictureSwap } from '../../../domain/spreadsheet/plan.ts';
import { groupBy } from '../../../domain/text/group-by.ts';
import { toBase64 } from '../base64.ts';
import { REQUEST_PICTURE_BYTES } from '../limits.ts';
import type { RunExcel } from '../run-excel.ts';
import type { KnownSheets } from '../sheets/known-sheets.ts';
import { changeSheets } from './change-sheets.ts';

/**
 * Adds pictures, takes them away or describes them anew: as many in a request as Excel on the web takes, at least one. If one fails, or
 * `between` throws, those before it are undone.
 * @returns those whose picture before is not there once, such as one that was grouped
 * @throws {HostFault}
 */
export async function changePictures(
  run: RunExcel,
  known: KnownSheets,
  swaps: readonly PictureSwap[],
  between: (done: number) => void = () => undefined,
): Promise<readonly PictureSwap[]> {
  const done: PictureSwap[] = [];
  try {
    for (const request of requestsOf(swaps)) {
      done.push(...(await changeAtOnce(run, known, request)));
      between(done.length);
    }
  } catch (error) {
    await undoSwaps(run, known, done);
    throw error;
  }
  return swaps.filter((swap) => !done.includes(swap));
}

/** Undoes changes as far as that can be; those that did not come about stay as they are. */
async function undoSwaps(run: RunExcel, known: KnownSheets, swaps: readonly PictureSwap[]): Promise<void> {
  for (const request of requestsOf(inverse(swaps))) {
    await changeAtOnce(run, known, request, true).catch(() => undefined);
  }
}

function inverse(swaps: readonly PictureSwap[]): readonly PictureSwap[] {
  return swaps
    .toReversed()
    .map(({ sheet, before, after }) => ({ sheet, ...(after && { before: after }), ...(before && { after: before }) }));
}

/** The swaps in their order; those that go into one request are together: on one sheet, no picture twice, and not too large. */
function requestsOf(swaps: readonly PictureSwap[]): readonly (readonly PictureSwap[])[] {
  const requests: PictureSwap[][] = [];
  let size = 0;
  for (const swap of swaps) {
    const last = requests.at(-1);
    const own = isDescribed(swap) ? 0 : (swap.after?.picture.bytes.length ?? 0);
    const isTogether =
      last?.every((one) => one.sheet === swap.sheet && nameOf(one) !== nameOf(swap)) === true &&
      size + own <= REQUEST_PICTURE_BYTES;
    size = isTogether ? size + own : own;
    if (isTogether) last.push(swap);
    else requests.push([swap]);
  }
  return requests;
}

const nameOf = ({ before, after }: PictureSwap): string | undefined => (before ?? after)?.name;

/** A change that Excel is ready for. */
interface ReadySwap {
  readonly swap: PictureSwap;
  /** The shape of the picture before. */
  readonly id: string | undefined;
  /** Where the picture after goes. */
  readonly left: number;
  readonly top: number;
}

/**
 * @param isUndoing whether pictures may be there already that are put back
 * @returns those whose picture before was there, and that were changed
 */
async function changeAtOnce(
  run: RunExcel,
  known: KnownSheets,
  swaps: readonly PictureSwap[],
  isUndoing = false,
): Promise<readonly PictureSwap[]> {
  const [first] = swaps;
  if (first === undefined) return [];
  const target = known.named(first.sheet);
  const found = await run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(target.id);
    const { shapes } = worksheet;
    shapes.load('items/id,items/name');
    const cells = swaps.map(({ after }) => {
      const { row, column } = after?.at ?? { row: 0, column: 0 };
      return worksheet.getRangeByIndexes(row, column, 1, 1).load('left,top,width,height');
    });
    await context.sync();
    const idsOf = groupBy(shapes.items, ({ name }) => name);
    return swaps.map((swap, index): ReadySwap & { readonly count: number } => {
      const same = idsOf.get(nameOf(swap) ?? '') ?? [];
      const { left = 0, top = 0, width = 0, height = 0 } = cells[index] ?? {};
      // In the middle of its cell: a picture belongs to the row under its corner, and where the display is scaled or the sheet zoomed,
      // cells and shapes are told some points apart (office-js#3136, #2068, #1942).
      return { swap, id: same[0]?.id, count: same.length, left: left + width / 2, top: top + height / 2 };
    });
  });
  const ready = found.filter(({ swap, count }) =>
    swap.before === undefined ? !isUndoing || count === 0 : count === 1,
  );
  if (ready.length === 0) return [];
  // Excel refuses changes of objects on a protected sheet unless its protection allows them (WorksheetProtectionOptions).
  const isOpen = target.protection === undefined || target.protection.allowEditObjects === true;
  try {
    await changeSheets(run, isOpen ? [] : [target], ({ workbook }) => {
      const { shapes } = workbook.worksheets.getItem(target.id);
      for (const one of ready) queueSwap(shapes, one);
    });
  } catch (error) {
    // Excel may have stopped in the middle. What has the name of a new picture and was there before is somebody else's.
    const own = ready.filter(({ swap, count }) => swap.before !== undefined || count === 0);
    if (!isUndoing) {
      await undoSwaps(
        run,
        known,
        own.map(({ swap }) => swap),
      );
    }
    throw error;
  }
  return ready.map(({ swap }) => swap);
}

function queueSwap(shapes: Excel.ShapeCollection, { swap, id, ...place }: ReadySwap): void {
  const { before, after } = swap;
  if (before !== undefined && id !== undefined && after && isDescribed(swap)) {
    shapes.getItem(id).altTextDescription = after.description;
    return;
  }
  if (before !== undefined && id !== undefined) shapes.getItem(id).delete();
  if (after !== undefined) addPicture(shapes, after, place);
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
