import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { UnusableTemplate } from '../../../usecases/ports/document-codec.ts';

/** An element of a part, with its place in the text, so that all else of the part can stay as it is. */
export interface XmlElement {
  /** With the usual prefix of its namespace, such as `w:p`, whatever the part calls it. */
  readonly name: string;
  /** Values by name, with the usual prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The prefixes that this element declares, with their namespaces. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The text directly in the element. */
  readonly text: string;
  /** Where its start tag begins and ends, and where its end tag begins and ends. */
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [W, 'w:'],
  [R, 'r:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['urn:schemas-microsoft-com:office:office', 'o:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
]);

/**
 * Characters of one part: the body of the printed report has 180,000.
 * @internal
 */
export const MAX_CHARACTERS = 4 * 2 ** 20;

/**
 * Elements of one part: the body of the printed report has 6,000.
 * @internal
 */
export const MAX_ELEMENTS = 100_000;

/** Elements inside one another; a table in a table in a text box has some forty. */
const MAX_DEPTH = 300;

/** How large a part may be. */
export interface PartLimits {
  readonly characters: number;
  readonly elements: number;
}

/**
 * Reads a part of a document as a tree. Document types are refused, so that no entity can be declared.
 * @param limits those of a template, if left out
 * @throws {UnusableTemplate}
 */
export function parseXml(
  part: string,
  xml: string,
  { characters, elements }: PartLimits = { characters: MAX_CHARACTERS, elements: MAX_ELEMENTS },
): XmlElement {
  if (xml.length > characters) throw new UnusableTemplate('too-large', `${part} > ${characters} characters`);
  return parse(part, xml, elements);
}

/** Reads what the program itself wrote, however long it is. */
export function parseOwn(xml: string): XmlElement {
  return parse('report', xml, Infinity);
}

/** Most elements have no attributes and declare nothing. */
const NONE: ReadonlyMap<string, string> = new Map();

function mapOf(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return entries.length === 0 ? NONE : new Map(entries);
}

function parse(part: string, xml: string, most: number): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Mutable[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('error', (error) => {
    throw damaged(part, error.message, error);
  });
  parser.on('doctype', () => {
    throw damaged(part, 'document type');
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) throw damaged(part, 'elements too deep');
    if (++count > most) throw new UnusableTemplate('too-large', `${part} > ${most} elements`);
    const at = parser.position;
    const parent = open.at(-1);
    const element: Mutable = {
      name: usualName(tag),
      attributes: mapOf(Object.values(tag.attributes).map((each) => [usualName(each), each.value])),
      prefixes: mapOf(Object.entries(tag.ns)),
      parent,
      children: [],
      text: '',
      start: xml.lastIndexOf('<', at - 1),
      openEnd: at,
      closeStart: at,
      end: at,
    };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.closeStart = isSelfClosing ? element.end : xml.lastIndexOf('<', element.end - 1);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof UnusableTemplate ? error : damaged(part, 'not XML', error);
  }
  if (!root) throw damaged(part, 'no element');
  return root;
}

type Mutable = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: Mutable[] };

function usualName({ uri, local, name }: SaxesTagNS | SaxesAttributeNS): string {
  const prefix = PREFIXES.get(uri);
  return prefix === undefined ? name : `${prefix}${local}`;
}

/** The fault of a part that is not as it must be. */
export function damaged(part: string, fact: string, cause?: unknown): UnusableTemplate {
  return new UnusableTemplate('damaged', `${part}: ${fact}`, cause === undefined ? undefined : { cause });
}

/** The first child of the name, or the one to which a path such as `w:pPr/w:sectPr` leads. */
export function childOf(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return path
    .split('/')
    .reduce<XmlElement | undefined>((found, name) => found?.children.find((child) => child.name === name), element);
}

/** The element and all elements in it, in the order of their start tags. */
export function* withDescendants(element: XmlElement): Generator<XmlElement, void, undefined> {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...next.children.toReversed());
  }
}

/** The elements of the name in an element, itself included. */
export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return [...withDescendants(element)].filter((each) => each.name === name);
}

/** The text of a value for an attribute in double quotes. */
export function attributeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A stretch of a text and what comes into its place. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the edits; one inside another is dropped with it. */
export function edited(xml: string, edits: readonly XmlEdit[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (start < at) continue;
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}

/** Takes an element out. */
export function removed({ start, end }: XmlElement): XmlEdit {
  return { start, end, text: '' };
}

/** Takes the attribute of this name and value out of a start tag. */
export function withoutAttribute(xml: string, { start, openEnd }: XmlElement, local: string, value: string): XmlEdit {
  const tag = xml.slice(start, openEnd);
  const text = tag.replace(
    /\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    (attribute, name: string, double?: string, single?: string) =>
      name === local && (double ?? single) === value ? '' : attribute,
  );
  return { start, end: openEnd, text };
}

/** The edit that declares the prefixes `w` and `r`, and others by their namespaces, on the root of a part. */
export function declared(
  part: string,
  xml: string,
  root: XmlElement,
  prefixes: ReadonlyMap<string, string>,
): readonly XmlEdit[] {
  const missing = [...prefixes].filter(([prefix, uri]) => {
    const there = root.prefixes.get(prefix);
    if (there !== undefined && there !== uri) throw damaged(part, `prefix ${prefix} is ${there}`);
    return there === undefined;
  });
  if (missing.length === 0) return [];
  const [name = ''] = /^<[^\s/>]+/.exec(xml.slice(root.start, root.openEnd)) ?? [];
  const at = root.start + name.length;
  return [{ start: at, end: at, text: missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('') }];
}
