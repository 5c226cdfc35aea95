import { isDescribed } from '../../../domain/spreadsheet/picture-swap.ts';
import type { PicturePlan, PictureSwap } from '../../../domain/spreadsheet/plan.ts';
import { applyEdits } from '../../../domain/text/edits.ts';
import type { PatchedPictures } from '../../../usecases/ports/workbook-codec.ts';
import type { ReadOptions } from '../options.ts';
import { withAppended } from '../package/append-element.ts';
import { dropPart } from '../package/drop-part.ts';
import { CONTENT_TYPES, OpcPackage } from '../package/opc-package.ts';
import { partKey, relationshipsPart } from '../package/part-names.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { drawingText, freePictureXml, TRANSITIONAL, type DrawingNamespaces } from '../write/write-drawing.ts';
import { XML_DECLARATION } from '../write/write-xml.ts';
import { readXml } from '../xml/read-xml.ts';
import { escapeAttribute, withAttribute } from '../xml/start-tag.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import { repackZip } from '../zip/repack.ts';
import { AnchorLocator, DrawingPlaceLocator, type LocatedAnchor } from './locate-pictures.ts';
import { stampSaved } from './stamp-saved.ts';

type Changes = Map<string, Uint8Array | undefined>;

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

/** The namespaces of a strict package (ISO/IEC 29500-1, annex A). */
const STRICT: DrawingNamespaces = {
  spreadsheetDrawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
  drawing: 'http://purl.oclc.org/ooxml/drawingml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

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
  for (const swap of swaps) {
    const changed = changedBy(swap, now, options);
    if (changed === undefined) refused.push(swap);
    else now = changed;
  }
  if (now === bytes || savedAt === undefined) return { bytes: now, refused };
  const file = new OpcPackage(now, options);
  return { bytes: repackZip(file.archive, stampSaved(file, savedAt), options), refused };
}

/** The workbook after one change; undefined where its picture is not there alone. */
function changedBy(swap: PictureSwap, bytes: Uint8Array, options: ReadOptions): Uint8Array | undefined {
  const { sheet, before, after } = swap;
  if (before !== undefined && after !== undefined && isDescribed(swap)) return described(bytes, sheet, after, options);
  const removed = before === undefined ? bytes : withoutPicture(bytes, sheet, before.name, options);
  return removed === undefined || after === undefined ? removed : withPicture(removed, sheet, after, options);
}

/** The worksheet part of a sheet, and the drawing over it if there is one. */
function partsOf(file: OpcPackage, sheet: string): { readonly part: string; readonly drawing: string | undefined } {
  const part = readWorkbookPart(file).sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined) throw new RangeError(`no worksheet ${JSON.stringify(sheet)}`);
  // A relationship may lead to a part that is missing.
  const [drawing] = file
    .relationships(part)
    .flatMap(({ type, external, target }) => (type === 'drawing' && !external ? (file.entryName(target) ?? []) : []));
  return { part, drawing };
}

function withPicture(bytes: Uint8Array, sheet: string, plan: PicturePlan, options: ReadOptions): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const { limits } = options;
  const { part, drawing: known } = partsOf(file, sheet);
  const { text } = file.text(part);
  const namespaces = text.includes('http://purl.oclc.org/ooxml/spreadsheetml/main') ? STRICT : TRANSITIONAL;
  const { format, bytes: image } = plan.picture;
  const media = freeName(file, (number) => `xl/media/image${number}.${format}`);
  const drawing = known ?? freeName(file, (number) => `xl/drawings/drawing${number}.xml`);
  const changes: Changes = new Map<string, Uint8Array | undefined>([[media, image]]);
  const typesBefore = file.contentType(media);
  const types = [
    typesBefore === undefined && `Default Extension="${format}" ContentType="image/${format}"`,
    typesBefore !== undefined &&
      typesBefore !== `image/${format}` &&
      `Override PartName="/${media}" ContentType="image/${format}"`,
    known === undefined && `Override PartName="/${drawing}" ContentType="${DRAWING_TYPE}"`,
  ].filter((type) => type !== false);
  if (types.length > 0) {
    const added = withAppended(file, CONTENT_TYPES, 'Types', limits, (prefix) =>
      types.map((type) => `<${prefix}${type}/>`).join(''),
    );
    changes.set(file.entryName(CONTENT_TYPES) ?? CONTENT_TYPES, added);
  }
  if (known === undefined) {
    const id = relate(file, changes, part, `${namespaces.relationships}/drawing`, drawing, options);
    changes.set(file.entryName(part) ?? part, withDrawingElement(file, part, id, namespaces, options));
  }
  const id = relate(file, changes, drawing, `${namespaces.relationships}/image`, media, options);
  if (known === undefined) {
    const root = `<xdr:wsDr xmlns:xdr="${namespaces.spreadsheetDrawing}">`;
    const xml = `${XML_DECLARATION}${root}${freePictureXml(plan, 2, id, namespaces)}</xdr:wsDr>`;
    changes.set(drawing, new TextEncoder().encode(xml));
  } else {
    const { largestId } = anchorsIn(file, drawing, options);
    const anchor = freePictureXml(plan, largestId + 1, id, namespaces);
    changes.set(
      drawing,
      withAppended(file, drawing, 'xdr:wsDr', limits, () => anchor),
    );
  }
  return repackZip(file.archive, changes, options);
}

/** Adds a relationship to a part, and gives its identifier. */
function relate(
  file: OpcPackage,
  changes: Changes,
  source: string,
  type: string,
  target: string,
  { limits }: ReadOptions,
): string {
  const part = relationshipsPart(source);
  const used = new Set(file.relationships(source).map(({ id }) => id));
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const element = `Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(`/${target}`)}"/>`;
  const entry = file.entryName(part);
  changes.set(
    entry ?? part,
    entry === undefined
      ? new TextEncoder().encode(
          `${XML_DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><${element}</Relationships>`,
        )
      : withAppended(file, part, 'Relationships', limits, (prefix) => `<${prefix}${element}`),
  );
  return id;
}

function withDrawingElement(
  file: OpcPackage,
  part: string,
  id: string,
  { relationships }: DrawingNamespaces,
  { limits }: ReadOptions,
): Uint8Array {
  const xml = file.text(part);
  const { drawing, at, root } = readXml(part, xml.text, 'worksheet', limits, () => new DrawingPlaceLocator());
  const prefix = /^<([^\s/>:]*:)?/.exec(xml.text.slice(root))?.[1] ?? '';
  const text = `<${prefix}drawing xmlns:r="${relationships}" r:id="${id}"/>`;
  // An element whose drawing is missing leads nowhere.
  const { start, end } = drawing ?? { start: at, end: at };
  return encodeXml({ ...xml, text: applyEdits(xml.text, [{ start, end, text }]) });
}

/** A picture that an anchor of a drawing has alone. */
interface FoundPicture {
  readonly file: OpcPackage;
  readonly drawing: string;
  readonly anchors: readonly LocatedAnchor[];
  readonly anchor: LocatedAnchor;
}

function findPicture(bytes: Uint8Array, sheet: string, name: string, options: ReadOptions): FoundPicture | undefined {
  const file = new OpcPackage(bytes, options);
  const { drawing } = partsOf(file, sheet);
  if (drawing === undefined) return undefined;
  const { anchors } = anchorsIn(file, drawing, options);
  const anchor = anchors.find(({ objects }) => objects.length === 1 && objects[0]?.name === name);
  return anchor && { file, drawing, anchors, anchor };
}

/** The workbook with another description of a picture, which keeps whatever else somebody made of it. */
function described(
  bytes: Uint8Array,
  sheet: string,
  { name, description }: PicturePlan,
  options: ReadOptions,
): Uint8Array | undefined {
  const found = findPicture(bytes, sheet, name, options);
  const tag = found?.anchor.objects[0];
  if (found === undefined || tag === undefined) return undefined;
  const { file, drawing } = found;
  const xml = file.text(drawing);
  const text = withAttribute(xml.text.slice(tag.start, tag.end), 'descr', drawingText(description));
  const edited = applyEdits(xml.text, [{ start: tag.start, end: tag.end, text }]);
  return repackZip(file.archive, new Map([[drawing, encodeXml({ ...xml, text: edited })]]), options);
}

/** The workbook without a picture; undefined where no anchor of the sheet has it alone. */
function withoutPicture(bytes: Uint8Array, sheet: string, name: string, options: ReadOptions): Uint8Array | undefined {
  const found = findPicture(bytes, sheet, name, options);
  if (found === undefined) return undefined;
  const { file, drawing, anchors, anchor } = found;
  const xml = file.text(drawing);
  const text = applyEdits(xml.text, [{ start: anchor.start, end: anchor.end, text: '' }]);
  const changes: Changes = new Map([[drawing, encodeXml({ ...xml, text })]]);
  const without = withoutImages(repackZip(file.archive, changes, options), drawing, anchor, text, options);
  return anchors.length > 1 ? without : withoutDrawing(without, sheet, options);
}

/** The workbook without the images of an anchor that are shown nowhere else. */
function withoutImages(
  bytes: Uint8Array,
  drawing: string,
  { images }: LocatedAnchor,
  left: string,
  options: ReadOptions,
): Uint8Array {
  return images.reduce((now, image) => {
    const file = new OpcPackage(now, options);
    const target = file.relationships(drawing).find(({ id }) => id === image)?.target;
    if (target === undefined || left.includes(`"${image}"`) || left.includes(`'${image}'`)) return now;
    if (relationshipsTo(file, target) !== 1) return now;
    return repackZip(file.archive, dropPart(file, drawing, target), options);
  }, bytes);
}

/** Number of relationships in the package that lead to a part. */
function relationshipsTo(file: OpcPackage, part: string): number {
  const key = partKey(part);
  const sources = file.archive.entries.flatMap(({ name }) => {
    const found = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
    return found ? [`${found[1] ?? ''}${found[2] ?? ''}`] : [];
  });
  return sources
    .flatMap((source) => file.relationships(source))
    .filter(({ target, external }) => !external && partKey(target) === key).length;
}

/** The workbook without the drawing of a sheet, in which nothing is left. */
function withoutDrawing(bytes: Uint8Array, sheet: string, options: ReadOptions): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const { part, drawing } = partsOf(file, sheet);
  if (drawing === undefined) return bytes;
  const changes: Changes = new Map(dropPart(file, part, drawing));
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

function anchorsIn(file: OpcPackage, drawing: string, { limits }: ReadOptions): AnchorLocator {
  return readXml(drawing, file.text(drawing).text, 'xdr:wsDr', limits, () => new AnchorLocator());
}

function freeName(file: OpcPackage, name: (number: number) => string): string {
  let number = 1;
  while (file.entryName(name(number)) !== undefined) number += 1;
  return name(number);
}
