import type { ReadOptions } from '../options.ts';
import { OpcPackage } from '../package/opc-package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import type { LocatedAnchor } from './locate-pictures.ts';
import { anchorsIn, drawingOf } from './sheet-drawing.ts';

/**
 * The names, by sheet, of the objects that are alone in their anchor and have a unique name, so that a change finds exactly one object.
 * @throws {UnreadableWorkbook}
 */
export function uniqueObjectNames(bytes: Uint8Array, options: ReadOptions): ReadonlyMap<string, ReadonlySet<string>> {
  const file = new OpcPackage(bytes, options);
  return new Map(
    readWorkbookPart(file).sheets.map(({ name }) => {
      const { drawing } = drawingOf(file, name);
      const { anchors } = drawing === undefined ? { anchors: [] } : anchorsIn(file, drawing, options);
      return [name, new Set(anchors.flatMap((anchor) => uniqueNameOf(anchor, anchors) ?? []))];
    }),
  );
}

/** The name of the only object in an anchor if no other object has it. */
function uniqueNameOf({ objects }: LocatedAnchor, anchors: readonly LocatedAnchor[]): string | undefined {
  const [object, ...others] = objects;
  if (object === undefined || others.length > 0) return undefined;
  const same = anchors.flatMap((anchor) => anchor.objects.filter(({ name }) => name === object.name));
  return same.length === 1 ? object.name : undefined;
}
