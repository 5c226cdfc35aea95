import { applyEdits } from '../../../domain/text/edits.ts';
import type { ReadLimits } from '../limits.ts';
import type { Extent } from '../read/sheet-locator.ts';
import { readXml } from '../xml/read-xml.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import type { OpcPackage } from './opc-package.ts';

/**
 * The bytes of a part with more at the end of its root element; all else stays as it is.
 * @param root canonical name of the root element
 * @param content what is added, for the prefix with colon of the root's name
 * @throws {UnreadableWorkbook}
 */
export function withAppended(
  file: OpcPackage,
  part: string,
  root: string,
  limits: ReadLimits,
  content: (prefix: string) => string,
): Uint8Array {
  const xml = file.text(part);
  const { extent } = readXml(part, xml.text, root, limits, () => new RootFinder());
  return encodeXml({ ...xml, text: applyEdits(xml.text, [appendEdit(xml.text, extent, content)]) });
}

/** The edit that adds content at the end of an element, also of a self-closing one. */
function appendEdit(
  xml: string,
  { start, openEnd, closeStart, end }: Extent,
  content: (prefix: string) => string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const name = /^<([^\s/>]+)/.exec(xml.slice(start, openEnd))?.[1] ?? '';
  const text = content(name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '');
  if (closeStart < end) return { start: closeStart, end: closeStart, text };
  return { start: openEnd - 2, end: openEnd, text: `>${text}</${name}>` };
}

class RootFinder implements XmlHandler {
  extent: Extent = { start: 0, openEnd: 0, closeStart: 0, end: 0 };
  #depth = 0;
  #isEmpty = false;

  open(_: string, { selfClosing }: XmlAttributes, start: number, end: number): void {
    if (this.#depth++ > 0) return;
    this.extent = { start, openEnd: end, closeStart: end, end };
    this.#isEmpty = selfClosing;
  }

  text(): void {
    // Only the tags of the root matter.
  }

  close(_: string, start: number, end: number): void {
    if (--this.#depth === 0 && !this.#isEmpty) Object.assign(this.extent, { closeStart: start, end });
  }
}
