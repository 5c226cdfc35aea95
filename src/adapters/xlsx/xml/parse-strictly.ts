import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { UnreadableWorkbook } from '../../../usecases/ports/workbook-codec.ts';
import { damaged, limitText } from '../faults.ts';
import { MAX_DEPTH, NAMESPACES, type XmlAttributes, type XmlHandler } from './xml-events.ts';

/**
 * Goes through any well-formed XML with namespaces, telling the same as {@link scanXml}: comments, CDATA, processing
 * instructions and unusual prefixes included. Document types are refused, so that no entity can be declared.
 * @throws {UnreadableWorkbook} `damaged` with the position, for everything else.
 */
export function parseStrictly(part: string, xml: string, root: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  const tellText = (text: string): void => {
    limitText(text.length);
    if (depth > 0 && text !== '') handler.text(text);
  };
  parser.on('error', (error) => {
    throw damaged(part, 'xml', error.message, { cause: error });
  });
  parser.on('doctype', () => {
    throw damaged(part, 'definitions', 'document type');
  });
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw damaged(part, 'xml', 'elements too deep');
    const name = canonical(tag);
    // Do not take a part of an unknown vocabulary for an empty one.
    if (depth === 1 && name !== root)
      throw damaged(part, 'xml', `<${tag.name}> of ${tag.uri || 'no namespace'} instead of ${root}`);
    handler.open(name, attributesOf(tag), xml.lastIndexOf('<', parser.position - 1), parser.position);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    const end = parser.position;
    handler.close(canonical(tag), tag.isSelfClosing ? end : xml.lastIndexOf('<', end - 1), end);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : damaged(part, 'xml', 'not XML', { cause: error });
  }
}

function canonical({ uri, local }: Pick<SaxesTagNS, 'uri' | 'local'>): string {
  const prefix = uri === '' ? '' : NAMESPACES.get(uri);
  if (prefix === undefined) return `?:${local}`;
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** An attribute without a prefix has no namespace, whatever the default namespace is. */
function attributesOf({ attributes, isSelfClosing }: SaxesTagNS): XmlAttributes {
  const named = (attribute: SaxesAttributeNS): [string, string] => [canonical(attribute), attribute.value];
  const values = new Map(Object.values(attributes).map(named));
  return { selfClosing: isSelfClosing, get: (name) => values.get(name) };
}
