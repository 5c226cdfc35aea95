import type { SheetContent, ShapeText, SheetObject } from '../../../domain/spreadsheet/content.ts';
import { compareKey } from '../../../domain/text/compare.ts';
import type { OpcPackage, Relationship } from '../package/opc-package.ts';
import { readComments, type SheetComments } from './comments.ts';
import type { SheetTailHandler } from './sheet-tail.ts';
import type { Images } from './images.ts';
import { DiagramHandler, DrawingHandler } from './drawing.ts';
import { LegacyDrawingHandler } from './legacy-drawing.ts';
import type { UnreadParts } from './unread-parts.ts';
import { relatedPart, type SheetEntry, type WorkbookPart } from './workbook-part.ts';

/** The content of a sheet outside its cells. */
export type SheetExtras = Pick<SheetContent, 'comments' | 'shapes' | 'objects' | 'texts'>;

/** What the extras of every sheet are read from. */
export interface ExtrasSource {
  readonly file: OpcPackage;
  readonly workbook: WorkbookPart;
  readonly images: Images;
  /** Collects damaged parts. */
  readonly unread: UnreadParts;
}

/** A drawing of a sheet, and the parts that it is related to, by relationship. */
interface Drawing {
  readonly drawn: DrawingHandler;
  readonly targets: ReadonlyMap<string, string>;
}

/**
 * Reads the comments, shape texts and pictures of a sheet by its relationships, which costs nothing if it has none.
 * @param embedded positions of embedded documents
 * @throws {UnreadableWorkbook} if the whole file exceeds a limit
 */
export function readSheetExtras(
  { file, workbook, images, unread }: ExtrasSource,
  { name: sheet, surface }: SheetEntry,
  embedded: SheetTailHandler['embedded'],
): SheetExtras {
  if (surface === undefined) return {};
  const objectsPlace = { holds: 'objects', sheet } as const;
  const related = unread.attempt(objectsPlace, () => file.relationships(surface), []);
  if (related.length === 0) return {};
  const { comments, texts } = unread.attempt({ holds: 'comments', sheet }, () => commentsOf(file, workbook, related), {
    comments: [],
    texts: [],
  });
  const drawn = partsOf(file, related, 'drawing').map((part) =>
    unread.attempt(objectsPlace, () => drawnOn(file, part, images), NOTHING_DRAWN),
  );
  const legacy = partsOf(file, related, 'vmlDrawing').map((part) =>
    unread.attempt(objectsPlace, () => legacyOn(file, part), NOTHING_DRAWN),
  );
  const modern = drawn.flatMap((drawing) => drawing.shapes);
  const known = new Set(modern.map(({ text }) => compareKey(text)));
  // Excel writes a control twice, the second time for older programs.
  const older = legacy.flatMap((drawing) => drawing.shapes).filter(({ text }) => !known.has(compareKey(text)));
  const shapes = [...modern, ...older];
  const objects = [...drawn, ...legacy].flatMap((drawing) => drawing.objects).concat(documents(related, embedded));
  return {
    ...(comments.length === 0 ? {} : { comments }),
    ...(shapes.length === 0 ? {} : { shapes }),
    ...(objects.length === 0 ? {} : { objects }),
    ...(texts.length === 0 ? {} : { texts }),
  };
}

function commentsOf(file: OpcPackage, workbook: WorkbookPart, related: readonly Relationship[]): SheetComments {
  return readComments(file, {
    legacy: partsOf(file, related, 'comments'),
    threaded: partsOf(file, related, 'threadedComment'),
    persons: relatedPart(workbook, 'person'),
  });
}

type Drawn = Required<Pick<SheetExtras, 'shapes' | 'objects'>>;

const NOTHING_DRAWN: Drawn = { shapes: [], objects: [] };

function drawnOn(file: OpcPackage, part: string, images: Images): Drawn {
  const drawing = readDrawing(file, part);
  return { shapes: [...drawing.drawn.shapes, ...diagramTexts(file, drawing)], objects: objectsOf(drawing, images) };
}

function diagramTexts(file: OpcPackage, { drawn, targets }: Drawing): readonly ShapeText[] {
  return drawn.objects.flatMap(({ kind, relationship = '', area }) => {
    const part = kind === 'diagram' ? targets.get(relationship) : undefined;
    if (part === undefined || file.entryName(part) === undefined) return [];
    const { shownText: text } = file.read(part, 'dgm:dataModel', () => new DiagramHandler());
    return text === '' ? [] : [{ row: area.top, column: area.left, text }];
  });
}

/** Excel writes line breaks in VML as in HTML, without an end tag. */
function legacyOn(file: OpcPackage, part: string): Drawn {
  const close = (xml: string): string => xml.replace(/<br\s*>/gi, '<br/>');
  return file.read(part, 'xml', () => new LegacyDrawingHandler(), close);
}

function readDrawing(file: OpcPackage, part: string): Drawing {
  return { drawn: file.read(part, 'xdr:wsDr', () => new DrawingHandler()), targets: targetsOf(file, part) };
}

/** The parts of the package that a part is related to, by relationship. */
export function targetsOf(file: OpcPackage, part: string): ReadonlyMap<string, string> {
  return new Map(file.relationships(part).flatMap(({ id, target, external }) => (external ? [] : [[id, target]])));
}

/** The existing parts of a relationship type: a relationship may lead nowhere. */
function partsOf(file: OpcPackage, related: readonly Relationship[], type: string): readonly string[] {
  return related
    .filter((relationship) => relationship.type === type && !relationship.external)
    .flatMap(({ target }) => (file.entryName(target) === undefined ? [] : [target]));
}

function objectsOf({ drawn, targets }: Drawing, images: Images): readonly SheetObject[] {
  return drawn.objects.map(({ relationship, ...object }) => {
    const part = object.kind === 'picture' && relationship !== undefined ? targets.get(relationship) : undefined;
    const image = part === undefined ? undefined : images.factsOf(part);
    return { ...object, ...(image === undefined ? {} : { image }) };
  });
}

/** Embedded documents of other programs, with their positions if the sheet has them. */
function documents(related: readonly Relationship[], places: SheetTailHandler['embedded']): readonly SheetObject[] {
  return related
    .filter(({ type }) => type === 'oleObject' || type === 'package')
    .map(({ id, target }) => {
      const place = places.get(id);
      const area = place && { top: place.row, left: place.column, bottom: place.row, right: place.column };
      const name = target.split('/').at(-1) ?? '';
      return { kind: 'embedded', ...(area === undefined ? {} : { area }), name, description: '' };
    });
}
