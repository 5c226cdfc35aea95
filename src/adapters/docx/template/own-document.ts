import { unzipSync } from 'fflate';
import { kindOf, OpcPackage } from './package.ts';
import { allOf, childOf, edited, parseOwn, type XmlEdit, type XmlElement } from './xml-tree.ts';

/** The document as it is without a template, taken apart. */
export interface OwnDocument {
  readonly package: OpcPackage;
  readonly styles: string;
  readonly xml: string;
  readonly root: XmlElement;
}

const MAIN = 'word/document.xml';

/** Takes the document without a template apart. */
export function openOwn(bytes: Uint8Array): OwnDocument {
  const opened = OpcPackage.read(new Map(Object.entries(unzipSync(bytes))));
  const xml = opened.text(MAIN);
  return { package: opened, styles: opened.text('word/styles.xml'), xml, root: parseOwn(xml) };
}

/** Ids of the styles that the body uses. */
export function usedStyles({ root }: OwnDocument): ReadonlySet<string> {
  return new Set(allOf(root, 'w:pStyle').map(({ attributes }) => attributes.get('w:val') ?? ''));
}

/** What changes in the body when it moves into another package. */
interface Renaming {
  readonly styles: ReadonlyMap<string, string>;
  /** Levels of the outline for paragraphs of a style. */
  readonly levels: ReadonlyMap<string, string>;
  /** Highest number of a drawing in the other body. */
  readonly drawings: number;
}

/**
 * The body for another package: names of styles and relationships are those of the package, pictures and links go with it. The
 * body has no lists and no notes, so that nothing else has a number in a part of its own.
 */
export function bodyFor(own: OwnDocument, target: OpcPackage, main: string, renaming: Renaming): string {
  const { xml, root } = own;
  const ids = moveRelated(own.package, target, main);
  const edits = allOf(childOf(root, 'w:body') ?? root, 'w:pStyle').map((style) =>
    attributeEdit(xml, style, 'w:val', renaming.styles),
  );
  const drawings = allOf(root, 'wp:docPr').map((drawing) => {
    const id = drawing.attributes.get('id') ?? '';
    return attributeEdit(xml, drawing, 'id', new Map([[id, String(Number(id) + renaming.drawings)]]));
  });
  const levels = allOf(root, 'w:pStyle').flatMap(({ attributes, parent }): readonly XmlEdit[] => {
    const level = renaming.levels.get(attributes.get('w:val') ?? '');
    // Of what the report's paragraphs have, only the properties of a section stand behind it (ISO 29500-1, 17.3.1.26).
    const at = childOf(parent, 'w:sectPr')?.start ?? parent?.closeStart;
    return level === undefined || at === undefined
      ? []
      : [{ start: at, end: at, text: `<w:outlineLvl w:val="${level}"/>` }];
  });
  const references = ids.size === 0 ? [] : referenceEdits(xml, root, ids);
  return edited(xml, [...edits, ...levels, ...drawings, ...references]);
}

function referenceEdits(xml: string, root: XmlElement, ids: ReadonlyMap<string, string>): readonly XmlEdit[] {
  return ['a:blip', 'w:hyperlink', 'a:hlinkClick']
    .flatMap((name) => allOf(root, name))
    .flatMap((element) =>
      ['r:embed', 'r:id']
        .filter((name) => element.attributes.has(name))
        .map((name) => attributeEdit(xml, element, name, ids)),
    );
}

/** The start tag with another value of an attribute. Own parts are written with the usual prefixes and in double quotes. */
function attributeEdit(
  xml: string,
  { start, openEnd }: XmlElement,
  name: string,
  values: ReadonlyMap<string, string>,
): XmlEdit {
  const text = xml
    .slice(start, openEnd)
    .replace(
      new RegExp(`(\\s${name}=")([^"]*)`),
      (_, before: string, value: string) => `${before}${values.get(value) ?? value}`,
    );
  return { start, end: openEnd, text };
}

/** Moves pictures and links of the body, and gives their new ids. */
function moveRelated(own: OpcPackage, target: OpcPackage, main: string): ReadonlyMap<string, string> {
  const moved = own.of(MAIN).filter(({ type }) => ['image', 'hyperlink'].includes(kindOf(type)));
  return new Map(
    moved.map((relationship) => {
      const content = own.parts.get(relationship.target);
      const name =
        content === undefined
          ? relationship.target
          : target.add(
              `word/media/ita-${relationship.target.slice(relationship.target.lastIndexOf('/') + 1)}`,
              content,
              own.types.get(relationship.target) ?? 'application/octet-stream',
            );
      return [relationship.id, target.relate(main, { ...relationship, target: name })];
    }),
  );
}
