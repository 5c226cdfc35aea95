import { unzipSync } from 'fflate';
import { elementsOf, xmlTree, type XmlNode } from '../support/xml-tree.ts';

/**
 * The texts in the cells of each sheet, in the order of the workbook, read in the plainest way: whole trees, a strict parser, no
 * shortcuts. Numbers, dates and truth values are left out, for how they are shown is another matter.
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
    return part === undefined ? undefined : xmlTree(new TextDecoder('utf-8', { fatal: true }).decode(part));
  };
  const workbook = tree('xl/workbook.xml');
  const relationships = tree('xl/_rels/workbook.xml.rels')?.children ?? [];
  if (workbook === undefined) return undefined;
  const target = (is: (relationship: XmlNode) => boolean): string => {
    const path = relationships.find(is)?.attributes.get('Target') ?? '';
    return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
  };
  const strings = tree(target(({ attributes }) => attributes.get('Type')?.endsWith('/sharedStrings') === true));
  const table = strings === undefined ? [] : elementsOf(strings, 'si').map(stringOf);
  return elementsOf(workbook, 'sheet').map(({ attributes }) => {
    const id = attributes.get('r:id');
    try {
      const sheet = tree(target((relationship) => relationship.attributes.get('Id') === id));
      return sheet === undefined ? [] : elementsOf(sheet, 'c').flatMap((cell) => textsOfCell(cell, table));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}

function textsOfCell(cell: XmlNode, table: readonly string[]): readonly string[] {
  const values = elementsOf(cell, 'v').map(({ text }) => text);
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
    .map((child) => (child.name === 't' ? unescaped(child.text) : child.name === 'rPh' ? '' : stringOf(child)))
    .join('');
}

function unescaped(text: string): string {
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
