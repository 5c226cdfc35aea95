import { isDescribed } from '../../../domain/spreadsheet/picture-swap.ts';
import type { PicturePlan, PictureSwap } from '../../../domain/spreadsheet/plan.ts';
import { applyEdits } from '../../../domain/text/edits.ts';
import type { PatchedPictures } from '../../../usecases/ports/workbook-codec.ts';
import type { ReadOptions } from '../options.ts';
import { OpcPackage } from '../package/opc-package.ts';
import { drawingText } from '../write/write-drawing.ts';
import { withAttribute } from '../xml/start-tag.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import { repackZip } from '../zip/repack.ts';
import { withPictures } from './add-pictures.ts';
import { withoutPictures } from './remove-pictures.ts';
import { anchorsIn, drawingOf } from './sheet-drawing.ts';
import { stampSaved } from './stamp-saved.ts';

/**
 * A workbook with pictures added over its cells, or taken away; see {@link PictureSwap}. The drawing of the sheet is made where there is
 * none, and goes with its last picture; every other part stays byte-identical, except the time of saving as in `patchWorkbook`.
 * @throws {UnreadableWorkbook}
 * @throws {RangeError} for a sheet that does not exist or has no cells
 */
export function patchPictures(
  bytes: Uint8Array,
  swaps: readonly PictureSwap[],
  options: ReadOptions,
  savedAt?: string,
): PatchedPictures {
  let now = bytes;
  const refused: PictureSwap[] = [];
  for (const alike of runsOf(swaps)) {
    const changed = changedBy(alike, now, options);
    now = changed.bytes;
    refused.push(...alike.filter((_, index) => changed.found[index] === false));
  }
  if (now === bytes || savedAt === undefined) return { bytes: now, refused };
  const file = new OpcPackage(now, options);
  return { bytes: repackZip(file.archive, stampSaved(file, savedAt), options), refused };
}

/** The swaps in their order; those that follow each other on one sheet and are done alike are together, to be done at once. */
function runsOf(swaps: readonly PictureSwap[]): readonly (readonly PictureSwap[])[] {
  const runs: PictureSwap[][] = [];
  for (const swap of swaps) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const isAlike =
      first?.sheet === swap.sheet &&
      (first.before === undefined) === (swap.before === undefined) &&
      (first.after === undefined) === (swap.after === undefined);
    // A description, and another picture in the place of one, are for themselves.
    if (isAlike && !(swap.before && swap.after)) run?.push(swap);
    else runs.push([swap]);
  }
  return runs;
}

/** The workbook after changes that are alike, and for which of them the picture before was there alone. */
function changedBy(
  swaps: readonly PictureSwap[],
  bytes: Uint8Array,
  options: ReadOptions,
): { readonly bytes: Uint8Array; readonly found: readonly boolean[] } {
  const [swap] = swaps;
  if (swap === undefined) return { bytes, found: [] };
  const { sheet, before, after } = swap;
  if (before !== undefined && after !== undefined && isDescribed(swap)) {
    const changed = described(bytes, sheet, after, options);
    return { bytes: changed ?? bytes, found: [changed !== undefined] };
  }
  const names = swaps.flatMap((one) => one.before?.name ?? []);
  const plans = swaps.flatMap((one) => one.after ?? []);
  const removed =
    names.length === 0 ? { bytes, found: swaps.map(() => true) } : withoutPictures(bytes, sheet, names, options);
  if (plans.length === 0 || removed.found.includes(false)) return removed;
  return { ...removed, bytes: withPictures(removed.bytes, sheet, plans, options) };
}

/** The workbook with another description of a picture, which keeps whatever else somebody made of it; undefined where it is not alone. */
function described(
  bytes: Uint8Array,
  sheet: string,
  { name, description }: PicturePlan,
  options: ReadOptions,
): Uint8Array | undefined {
  const file = new OpcPackage(bytes, options);
  const { drawing } = drawingOf(file, sheet);
  if (drawing === undefined) return undefined;
  const { anchors } = anchorsIn(file, drawing, options);
  const tag = anchors.find(({ objects }) => objects.length === 1 && objects[0]?.name === name)?.objects[0];
  if (tag === undefined) return undefined;
  const xml = file.text(drawing);
  const text = withAttribute(xml.text.slice(tag.start, tag.end), 'descr', drawingText(description));
  const edited = applyEdits(xml.text, [{ start: tag.start, end: tag.end, text }]);
  return repackZip(file.archive, new Map([[drawing, encodeXml({ ...xml, text: edited })]]), options);
}
