import type { SheetContent, SheetObject } from '../../../domain/spreadsheet/content.ts';
import type { OpcPackage, Relationship } from '../package/opc-package.ts';
import { readComments, type SheetComments } from './comments.ts';
import { DrawingHandler, type DrawnObject } from './drawing.ts';
import { readOr, type UnreadParts } from './unread-parts.ts';
import { relatedPart, type SheetEntry, type WorkbookPart } from './workbook-part.ts';

/** Content of a sheet that is not in a cell. */
export type OnSheet = Pick<SheetContent, 'comments' | 'shapes' | 'objects' | 'texts'>;

/** A drawing of a sheet and the parts of its images. */
export interface Drawing {
  readonly drawn: DrawingHandler;
  /** The part of an object's image; undefined if the file does not contain it. */
  readonly imagePart: (object: DrawnObject) => string | undefined;
}

/**
 * Reads the comments, shape texts and pictures of a sheet by its relationships, which costs nothing if it has none.
 * What is damaged is kept in `unread`.
 * @throws {UnreadableWorkbook} if the whole file exceeds a limit
 */
export function readOnSheet(
  file: OpcPackage,
  workbook: WorkbookPart,
  { name: sheet, surface }: SheetEntry,
  unread: UnreadParts,
): OnSheet {
  if (surface === undefined) return {};
  const objectsPlace = { holds: 'objects', sheet } as const;
  const related = unread.attempt(objectsPlace, () => file.relationships(surface), []);
  if (related.length === 0) return {};
  const { comments, texts } = unread.attempt({ holds: 'comments', sheet }, () => commentsOf(file, workbook, related), {
    comments: [],
    texts: [],
  });
  const drawn = partsOf(file, related, 'drawing').map((part) =>
    unread.attempt(objectsPlace, () => drawnOn(file, part), { shapes: [], objects: [] }),
  );
  const shapes = drawn.flatMap((drawing) => drawing.shapes);
  const objects = [...drawn.flatMap((drawing) => drawing.objects), ...embeddedObjects(related)];
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

function drawnOn(file: OpcPackage, part: string): Required<Pick<OnSheet, 'shapes' | 'objects'>> {
  const drawing = readDrawing(file, part);
  return { shapes: drawing.drawn.shapes, objects: objectsOf(file, drawing) };
}

/** The drawings of a sheet that are not damaged. */
export function readDrawings(file: OpcPackage, surface: string): readonly Drawing[] {
  const parts = readOr(() => partsOf(file, file.relationships(surface), 'drawing'), []);
  return parts.flatMap((part) => readOr<readonly Drawing[]>(() => [readDrawing(file, part)], []));
}

function readDrawing(file: OpcPackage, part: string): Drawing {
  const targets = new Map(
    file.relationships(part).flatMap(({ id, target, external }) => (external ? [] : [[id, target]])),
  );
  return {
    drawn: file.read(part, 'xdr:wsDr', () => new DrawingHandler()),
    imagePart: ({ kind, relationship }) =>
      kind === 'picture' && relationship !== undefined ? targets.get(relationship) : undefined,
  };
}

/** The existing parts of a relationship type: a relationship may lead nowhere. */
function partsOf(file: OpcPackage, related: readonly Relationship[], type: string): readonly string[] {
  return related
    .filter((relationship) => relationship.type === type && !relationship.external)
    .flatMap(({ target }) => (file.entryName(target) === undefined ? [] : [target]));
}

function objectsOf(file: OpcPackage, { drawn, imagePart }: Drawing): readonly SheetObject[] {
  return drawn.objects.map((object) => {
    const { kind, area, name, description } = object;
    const part = imagePart(object);
    const size = part === undefined ? undefined : file.size(part);
    const image = part === undefined || size === undefined ? undefined : { type: file.contentType(part) ?? '', size };
    return { kind, area, name, description, ...(image === undefined ? {} : { image }) };
  });
}

/** Embedded documents of other programs; their locations are in a part that is not read. */
function embeddedObjects(related: readonly Relationship[]): readonly SheetObject[] {
  return related
    .filter(({ type }) => type === 'oleObject' || type === 'package')
    .map(({ target }) => ({ kind: 'embedded', name: target.split('/').at(-1) ?? '', description: '' }));
}
