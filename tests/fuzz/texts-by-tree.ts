import { unzipSync } from 'fflate';
import { elementsOf, xmlTree, type XmlNode } from '../support/xml-tree.ts';

/**
 * The texts in the cells of each sheet, in the order of the workbook, read in the plainest way: whole trees, a strict parser, no
 * shortcuts. Characters that XML forbids are texts too. Numbers, dates and truth values are left out, for how they are shown is another
 * matter.
 * @returns undefined where this reader finds no workbook; for a sheet that its parser refuses, the reason.
 */
export function textsByTree(bytes: Uint8Array): readonly (readonly string[] | Error)[] | undefined {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch {
    return undefined;
  }
  const parts = new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), content]));
  const tree = (name: string): XmlNode | undefined => {
    const part = parts.get(name.toLowerCase());
    return part === undefined
      ? undefined
      : xmlTree(markForbidden(new TextDecoder('utf-8', { fatal: true }).decode(part)));
  };
  const workbook = tree('xl/workbook.xml');
  const relationships = tree('xl/_rels/workbook.xml.rels')?.children ?? [];
  if (workbook === undefined) return undefined;
  const related = (is: (relationship: XmlNode) => boolean): XmlNode | undefined => {
    const path = relationships.find(is)?.attributes.get('Target') ?? '';
    return path === '' ? undefined : tree(path.startsWith('/') ? path.slice(1) : `xl/${path}`);
  };
  const strings = related(({ attributes }) => attributes.get('Type')?.endsWith('/sharedStrings') === true);
  const table = strings === undefined ? [] : elementsOf(strings, 'si').map(stringOf);
  return elementsOf(workbook, 'sheet').map(({ attributes }) => {
    const id = attributes.get('r:id');
    try {
      const sheet = related((relationship) => relationship.attributes.get('Id') === id);
      return sheet === undefined ? [] : elementsOf(sheet, 'c').flatMap((cell) => textsOfCell(cell, table));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}

function textsOfCell(cell: XmlNode, table: readonly string[]): readonly string[] {
  const values = elementsOf(cell, 'v').map(textWithin);
  switch (cell.attributes.get('t')) {
    case 's':
      return values.flatMap((value) => table[Number(value)] ?? []).filter(Boolean);
    case 'inlineStr':
      return elementsOf(cell, 'is').map(stringOf).filter(Boolean);
    case 'str':
      return values.map(unescaped).filter(Boolean);
    case undefined:
    default:
      return [];
  }
}

/** The text of a string: its own and that of its runs, but not how it is spoken. */
function stringOf(string: XmlNode): string {
  return string.children
    .map((child) => (child.name === 't' ? unescaped(textWithin(child)) : child.name === 'rPh' ? '' : stringOf(child)))
    .join('');
}

/** The text of an element and of those that somebody put into it. */
function textWithin({ content }: XmlNode): string {
  return content
    .map((each) => (typeof each === 'string' ? each : each.name === 'rPh' ? '' : textWithin(each)))
    .join('');
}

/** Everything but what XML allows (production 2, Char), as it is or, outside of comments and CDATA, as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\ufffd]/g;
const REFERENCE = /<!--.*?-->|<!\[CDATA\[.*?\]\]>|&#(\d+);/gs;

/** Letters that stand for forbidden characters, for letters may be wherever others may: U+F900 for U+0000, U+F9FF for U+FFFF. */
const MARK = /[\uf900-\uf91f\uf9fe\uf9ff]/g;

function markForbidden(xml: string): string {
  const mark = (character: string): string => String.fromCharCode(0xf900 + (character.charCodeAt(0) & 0xff));
  return xml
    .replace(REFERENCE, (found, code?: string) => {
      const character = code === undefined ? '' : String.fromCharCode(Number(code));
      return character.search(FORBIDDEN) === 0 ? mark(character) : found;
    })
    .replace(FORBIDDEN, mark);
}

function unescaped(text: string): string {
  return text
    .replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(MARK, (mark) => {
      const code = mark.charCodeAt(0) & 0xff;
      return String.fromCharCode(code > 0x7f ? code + 0xff00 : code);
    });
}
