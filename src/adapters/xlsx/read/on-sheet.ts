import type { SheetContent, SheetObject } from '../../../domain/spreadsheet/content.ts';
import type { OpcPackage, Relationship } from '../package/opc-package.ts';
import { readComments } from './comments.ts';
import { DrawingHandler, type DrawnObject } from './drawing.ts';
import { relatedPart, type WorkbookPart } from './workbook-part.ts';

/** Content of a sheet that is not in a cell. */
export type OnSheet = Pick<SheetContent, 'comments' | 'shapes' | 'objects'>;

/** A drawing of a sheet and the parts of its images. */
export interface Drawing {
  readonly drawn: DrawingHandler;
  /** The part of an object's image; undefined if the file does not contain it. */
  readonly imagePart: (object: DrawnObject) => string | undefined;
}

/**
 * Reads the comments, shape texts and pictures of a sheet by its relationships, which costs nothing if it has none.
 * @throws {UnreadableWorkbook}
 */
export function readOnSheet(file: OpcPackage, workbook: WorkbookPart, part: string): OnSheet {
  const related = file.relationships(part);
  if (related.length === 0) return {};
  const comments = readComments(file, {
    legacy: partsOf(file, related, 'comments'),
    threaded: partsOf(file, related, 'threadedComment'),
    persons: relatedPart(workbook, 'person'),
  });
  const drawings = readDrawings(file, part);
  const shapes = drawings.flatMap(({ drawn }) => drawn.shapes);
  const objects = [...drawings.flatMap((drawing) => objectsOf(file, drawing)), ...embeddedObjects(related)];
  return {
    ...(comments.length === 0 ? {} : { comments }),
    ...(shapes.length === 0 ? {} : { shapes }),
    ...(objects.length === 0 ? {} : { objects }),
  };
}

/** The drawings of a sheet. */
export function readDrawings(file: OpcPackage, part: string): readonly Drawing[] {
  return partsOf(file, file.relationships(part), 'drawing').map((name) => {
    const targets = new Map(
      file.relationships(name).flatMap(({ id, target, external }) => (external ? [] : [[id, target]])),
    );
    return {
      drawn: file.read(name, 'xdr:wsDr', () => new DrawingHandler()),
      imagePart: ({ kind, relationship }) =>
        kind === 'picture' && relationship !== undefined ? targets.get(relationship) : undefined,
    };
  });
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
