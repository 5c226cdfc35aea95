import type { TemplateNotice } from '../../../domain/document/template.ts';
import { UnusableTemplate, type TemplateParts } from '../../../usecases/ports/document-codec.ts';
import { kindOf, OpcPackage, type Relationship } from './package.ts';
import { edited, parseXml, removed, withDescendants, withoutAttribute, type XmlElement } from './xml-tree.ts';

/** A template without what is not passed on. */
export interface Frame {
  readonly package: OpcPackage;
  /** The name of the main part. */
  readonly main: string;
  readonly notices: readonly TemplateNotice[];
}

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Documents and templates, with macros and without. */
const MAIN_TYPES: ReadonlySet<string> = new Set([
  DOCUMENT,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
  'application/vnd.ms-word.document.macroEnabled.main+xml',
  'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
]);

/** Kinds of parts that hold how a document looks and what it says. What is not here is not passed on. */
const KINDS: ReadonlySet<string> = new Set([
  ...['officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'customXml', 'customXmlProps'],
  ...['styles', 'stylesWithEffects', 'numbering', 'settings', 'webSettings', 'fontTable', 'font', 'theme'],
  ...['header', 'footer', 'footnotes', 'endnotes', 'image', 'hdphoto', 'hyperlink', 'printerSettings'],
  ...['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible', 'people', 'glossaryDocument'],
  ...['diagramData', 'diagramLayout', 'diagramQuickStyle', 'diagramColors', 'diagramDrawing'],
  ...['chart', 'chartStyle', 'chartColorStyle', 'chartUserShapes', 'themeOverride'],
]);

/** A small picture of the template's first page, which is not the document's. */
const THUMBNAIL = 'thumbnail';

const MACROS: ReadonlySet<string> = new Set(['vbaProject', 'wordVbaData', 'attachedToolbars', 'keyMapCustomizations']);

/** Addresses that open only when somebody clicks, and are no files of a drive. */
const LINK = /^(?:https?|mailto|tel):/i;

/** Elements that mean nothing without what they refer to; of others, such as a picture, only the reference is taken out. */
const REFERRING: ReadonlySet<string> = new Set([
  ...['w:attachedTemplate', 'w:mailMerge', 'w:subDoc', 'w:altChunk', 'w:control', 'w:saveThroughXslt', 'w:frameset'],
  ...['o:OLEObject', 'c:externalData', 'c:userShapes', 'c:chart', 'dgm:relIds', 'w:printerSettings', 'w:contentPart'],
  ...[
    'w:headerReference',
    'w:footerReference',
    'a:hlinkClick',
    'a:hlinkHover',
    'a:videoFile',
    'a:audioFile',
    'w:movie',
  ],
]);

/**
 * Takes a template over: the parts that its main part leads to, without macros, embedded objects and links that open without being asked.
 * @throws {UnusableTemplate}
 */
export function takeOver(parts: TemplateParts): Frame {
  const source = OpcPackage.read(parts);
  const main = mainPart(source);
  const frame = new OpcPackage();
  const targets: string[] = [];
  const names: string[] = [];
  const macros: string[] = [];
  const seen = new Set<string>(['']);
  for (const owner of seen) {
    const dropped: Relationship[] = [];
    const kept = source.of(owner).filter((relationship) => {
      const { type, target, isExternal } = relationship;
      const kind = kindOf(type);
      if (isExternal ? kind === 'hyperlink' && LINK.test(target) : KINDS.has(kind) && source.parts.has(target))
        return true;
      dropped.push(relationship);
      if (isExternal) targets.push(target);
      else if (MACROS.has(kind)) macros.push(target);
      else if (kind !== THUMBNAIL) names.push(target.slice(target.lastIndexOf('/') + 1));
      return false;
    });
    for (const { target, isExternal } of kept) if (!isExternal) seen.add(target);
    if (kept.length > 0) frame.relationships.set(owner, kept);
    const part = source.parts.get(owner);
    if (part === undefined) continue;
    frame.parts.set(owner, dropped.length === 0 ? part : withoutReferences(owner, source.text(owner), dropped));
    const type = owner === main ? DOCUMENT : source.types.get(owner);
    if (type !== undefined) frame.types.set(owner, type);
  }
  const notices: TemplateNotice[] = [
    ...(macros.length === 0 ? [] : [{ code: 'template-macros' } as const]),
    ...(targets.length === 0 ? [] : [{ code: 'template-external', targets: unique(targets) } as const]),
    ...(names.length === 0 ? [] : [{ code: 'template-parts', names: unique(names) } as const]),
  ];
  return { package: frame, main, notices };
}

/**
 * The part of a package that is the document.
 * @throws {UnusableTemplate}
 */
export function mainPart(source: OpcPackage): string {
  const main = source.of('').find(({ type }) => kindOf(type) === 'officeDocument');
  if (main?.type.startsWith('http://purl.oclc.org/')) throw new UnusableTemplate('strict', main.type);
  const type = main && source.types.get(main.target);
  if (!main || type === undefined || !MAIN_TYPES.has(type)) {
    throw new UnusableTemplate('not-document', type ?? 'no main part');
  }
  return main.target;
}

function withoutReferences(part: string, xml: string, dropped: readonly Relationship[]): string {
  const ids = new Set(dropped.map(({ id }) => id));
  const edits = [...withDescendants(parseXml(part, xml))].flatMap((element) => {
    const references = [...element.attributes].filter(([name, value]) => name.startsWith('r:') && ids.has(value));
    if (references.length === 0) return [];
    const whole = nearest(element);
    if (whole) return [removed(whole)];
    return references.map(([name, value]) => withoutAttribute(xml, element, name.slice('r:'.length), value));
  });
  return edited(xml, edits);
}

/** The element, or one around it, that means nothing without the reference. */
function nearest(element: XmlElement): XmlElement | undefined {
  for (let each: XmlElement | undefined = element; each; each = each.parent) if (REFERRING.has(each.name)) return each;
  return undefined;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
