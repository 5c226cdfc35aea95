import type { PicturePlan } from '../../../domain/spreadsheet/plan.ts';
import { applyEdits } from '../../../domain/text/edits.ts';
import type { ReadOptions } from '../options.ts';
import { withAppended } from '../package/append-element.ts';
import { CONTENT_TYPES, OpcPackage } from '../package/opc-package.ts';
import { relationshipsPart } from '../package/part-names.ts';
import { freePictureXml, TRANSITIONAL, type DrawingNamespaces } from '../write/write-drawing.ts';
import { XML_DECLARATION } from '../write/write-xml.ts';
import { readXml } from '../xml/read-xml.ts';
import { escapeAttribute } from '../xml/start-tag.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import { repackZip } from '../zip/repack.ts';
import { DrawingPlaceLocator } from './locate-pictures.ts';
import { anchorsIn, drawingOf, type Changes } from './sheet-drawing.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

/** The namespaces of a strict package (ISO/IEC 29500-1, annex A). */
const STRICT: DrawingNamespaces = {
  spreadsheetDrawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
  drawing: 'http://purl.oclc.org/ooxml/drawingml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The workbook with pictures added over the cells of a sheet, all at once: the file is put together anew only once. */
export function withPictures(
  bytes: Uint8Array,
  sheet: string,
  plans: readonly PicturePlan[],
  options: ReadOptions,
): Uint8Array {
  const file = new OpcPackage(bytes, options);
  const { limits } = options;
  const { part, drawing: known } = drawingOf(file, sheet);
  const { text } = file.text(part);
  const namespaces = text.includes('http://purl.oclc.org/ooxml/spreadsheetml/main') ? STRICT : TRANSITIONAL;
  const freeName = namer(file);
  const drawing = known ?? freeName('xl/drawings/drawing', 'xml');
  const media = plans.map(({ picture }) => freeName('xl/media/image', picture.format));
  const changes: Changes = new Map(media.map((name, index) => [name, plans[index]?.picture.bytes]));
  const types = [
    ...typesOf(file, media),
    ...(known === undefined ? [`Override PartName="/${drawing}" ContentType="${DRAWING_TYPE}"`] : []),
  ];
  if (types.length > 0) {
    const added = withAppended(file, CONTENT_TYPES, 'Types', limits, (prefix) =>
      types.map((type) => `<${prefix}${type}/>`).join(''),
    );
    changes.set(file.entryName(CONTENT_TYPES) ?? CONTENT_TYPES, added);
  }
  if (known === undefined) {
    const [id = ''] = relate(file, changes, part, `${namespaces.relationships}/drawing`, [drawing], options);
    changes.set(file.entryName(part) ?? part, withDrawingElement(file, part, id, namespaces, options));
  }
  const ids = relate(file, changes, drawing, `${namespaces.relationships}/image`, media, options);
  const first = known === undefined ? 2 : anchorsIn(file, drawing, options).largestId + 1;
  const anchors = plans
    .map((plan, index) => freePictureXml(plan, first + index, ids[index] ?? '', namespaces))
    .join('');
  if (known === undefined) {
    const root = `<xdr:wsDr xmlns:xdr="${namespaces.spreadsheetDrawing}">`;
    changes.set(drawing, new TextEncoder().encode(`${XML_DECLARATION}${root}${anchors}</xdr:wsDr>`));
  } else {
    changes.set(
      drawing,
      withAppended(file, drawing, 'xdr:wsDr', limits, () => anchors),
    );
  }
  return repackZip(file.archive, changes, options);
}

/** The declarations of types that images need and that the package does not have. */
function typesOf(file: OpcPackage, media: readonly string[]): readonly string[] {
  const defaults = new Set<string>();
  const overrides = media.flatMap((name) => {
    const format = name.slice(name.lastIndexOf('.') + 1);
    const declared = file.contentType(name);
    if (declared === undefined) defaults.add(`Default Extension="${format}" ContentType="image/${format}"`);
    return declared === undefined || declared === `image/${format}`
      ? []
      : [`Override PartName="/${name}" ContentType="image/${format}"`];
  });
  return [...defaults, ...overrides];
}

/** Adds relationships to a part, and gives their identifiers. */
function relate(
  file: OpcPackage,
  changes: Changes,
  source: string,
  type: string,
  targets: readonly string[],
  { limits }: ReadOptions,
): readonly string[] {
  const part = relationshipsPart(source);
  const used = new Set(file.relationships(source).map(({ id }) => id));
  let number = used.size;
  const ids = targets.map(() => {
    do number += 1;
    while (used.has(`rId${number}`));
    return `rId${number}`;
  });
  const elements = targets.map(
    (target, index) =>
      `Relationship Id="${ids[index] ?? ''}" Type="${type}" Target="${escapeAttribute(`/${target}`)}"/>`,
  );
  const written = (prefix: string): string => elements.map((element) => `<${prefix}${element}`).join('');
  const entry = file.entryName(part);
  const added =
    entry === undefined
      ? new TextEncoder().encode(
          `${XML_DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${written('')}</Relationships>`,
        )
      : withAppended(file, part, 'Relationships', limits, written);
  changes.set(entry ?? part, added);
  return ids;
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

/** Names parts so that no other has the name, and none that was named before. */
function namer(file: OpcPackage): (stem: string, extension: string) => string {
  const last = new Map<string, number>();
  return (stem, extension) => {
    let number = last.get(`${stem}.${extension}`) ?? 0;
    do number += 1;
    while (file.entryName(`${stem}${number}.${extension}`) !== undefined);
    last.set(`${stem}.${extension}`, number);
    return `${stem}${number}.${extension}`;
  };
}
