import { SaxesParser } from 'saxes';

/** An element with all that is in it. */
export interface XmlNode {
  /** Local name; with its namespace in braces where that is none of spreadsheets, packages and relationships. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Text directly in it. */
  readonly text: string;
  /** Its texts and children in their order. */
  readonly content: readonly (string | XmlNode)[];
}

const KNOWN = /spreadsheetml|package\/2006|officeDocument/;

interface OpenNode extends XmlNode {
  readonly children: OpenNode[];
  readonly content: (string | XmlNode)[];
  text: string;
}

/** The root of any well-formed XML. @throws {Error} */
export function xmlTree(xml: string): XmlNode {
  const stack: OpenNode[] = [{ name: '', attributes: new Map(), children: [], content: [], text: '' }];
  const parser = new SaxesParser({ xmlns: true });
  const nameOf = ({ uri, local }: { uri: string; local: string }): string =>
    uri === '' || KNOWN.test(uri) ? local : `{${uri}}${local}`;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map((each) => [each.name, each.value]));
    const node = { name: nameOf(tag), attributes, children: [], content: [], text: '' };
    stack.at(-1)!.children.push(node);
    stack.at(-1)!.content.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => void stack.pop());
  const addText = (text: string): void => {
    stack.at(-1)!.text += text;
    stack.at(-1)!.content.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  return stack[0]!.children[0]!;
}

/** All elements of this name in it, at any depth. */
export function elementsOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}
