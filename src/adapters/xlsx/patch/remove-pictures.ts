import { applyEdits } from '../../../domain/text/edits.ts';
import type { ReadOptions } from '../options.ts';
import { dropParts } from '../package/drop-parts.ts';
import { OpcPackage } from '../package/opc-package.ts';
import { partKey, relationshipsPart } from '../package/part-names.ts';
import { readXml } from '../xml/read-xml.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import { repackZip } from '../zip/repack.ts';
import { DrawingPlaceLocator, type LocatedAnchor } from './locate-pictures.ts';
import { anchorsIn, drawingOf, type Changes } from './sheet-drawing.ts';

/** A workbook without some pictures. */
export interface WithoutPictures {
  readonly bytes: Uint8Array;
  /** Whether each of them was there, in an anchor of its own. */
  readonly found: readonly boolean[];
}

/** The workbook without pictures of a sheet, all at once; of copies under one name the first ones go. */
export function withoutPictures(
  bytes: Uint8Array,
  sheet: string,
  names: readonly string[],
  options: ReadOptions,
): WithoutPictures {
  const file = new OpcPackage(bytes, options);
  const { drawing } = drawingOf(file, sheet);
  if (drawing === undefined) return { bytes, found: names.map(() => false) };
  const { anchors } = anchorsIn(file, drawing, options);
  const removed = new Set<LocatedAnchor>();
  const found = names.map((name) => {
    const anchor = anchors.find((one) => {
      return one.objects.length === 1 && one.objects[0]?.name === name && !removed.has(one);
    });
    if (anchor !== undefined) removed.add(anchor);
    return anchor !== undefined;
  });
  if (removed.size === 0) return { bytes, found };
  const xml = file.text(drawing);
  const edits = [...removed].map(({ start, end }) => ({ start, end, text: '' })).toSorted((a, b) => a.start - b.start);
  const left = applyEdits(xml.text, edits);
  const changes: Changes = new Map([[drawing, encodeXml({ ...xml, text: left })]]);
  const images = [...removed].flatMap((anchor) => anchor.images);
  const without = withoutImages(repackZip(file.archive, changes, options), drawing, images, left, options);
  return { bytes: anchors.length > removed.size ? without : withoutDrawing(without, sheet, options), found };
}

/** The workbook without those of the images of a drawing that are shown nowhere else. */
function withoutImages(
  bytes: Uint8Array,
  drawing: string,
  images: readonly string[],
  left: string,
  options: ReadOptions,
): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const shown = images.filter((image) => left.includes(`"${image}"`) || left.includes(`'${image}'`));
  const counts = relationshipsByPart(file);
  const gone = new Set<string>();
  for (const { id, target, external } of file.relationships(drawing)) {
    if (external || !images.includes(id) || shown.includes(id)) continue;
    // Another relationship, of this or of another part, may lead to the same image.
    if (counts.get(partKey(target)) === 1) gone.add(target);
  }
  return gone.size === 0 ? bytes : repackZip(file.archive, dropParts(file, drawing, [...gone]), options);
}

/** Number of relationships in the package that lead to each part, by its key. */
function relationshipsByPart(file: OpcPackage): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of file.archive.entries) {
    const [, folder, source] = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name) ?? [];
    if (folder === undefined || source === undefined) continue;
    for (const { target, external } of file.relationships(`${folder}${source}`)) {
      if (!external) counts.set(partKey(target), (counts.get(partKey(target)) ?? 0) + 1);
    }
  }
  return counts;
}

/** The workbook without the drawing of a sheet, in which nothing is left. */
function withoutDrawing(bytes: Uint8Array, sheet: string, options: ReadOptions): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const { part, drawing } = drawingOf(file, sheet);
  if (drawing === undefined) return bytes;
  const changes: Changes = new Map(dropParts(file, part, [drawing]));
  const relationships = file.entryName(relationshipsPart(drawing));
  if (relationships !== undefined) changes.set(relationships, undefined);
  const xml = file.text(part);
  const place = readXml(part, xml.text, 'worksheet', options.limits, () => new DrawingPlaceLocator());
  if (place.drawing !== undefined) {
    const text = applyEdits(xml.text, [{ ...place.drawing, text: '' }]);
    changes.set(file.entryName(part) ?? part, encodeXml({ ...xml, text }));
  }
  return repackZip(file.archive, changes, options);
}
