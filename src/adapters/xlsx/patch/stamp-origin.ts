import { MADE_FROM, originsAfter } from '../../../domain/form/made-from.ts';
import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import { CustomPropertiesHandler } from '../read/properties.ts';
import { customPropertyXml, DOCUMENT } from '../write/write-package.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';

/**
 * The changed part of the custom properties that says of which saved files this one is the copy. Empty if this program did not make
 * the workbook, or a program that writes properties in another way than Excel and LibreOffice saved it.
 * @param before when the file was saved until now, `savedAt` when it is now: ISO 8601 instants
 */
export function stampOrigin(file: OpcPackage, before: string, savedAt: string): ReadonlyMap<string, Uint8Array> {
  const part = file.relationships('').find(({ type }) => type === 'custom-properties')?.target;
  const entry = part === undefined ? undefined : file.entryName(part);
  if (part === undefined || entry === undefined) return new Map();
  const { properties } = file.read(part, 'Properties', () => new CustomPropertiesHandler());
  const place = file.read(part, 'Properties', () => new PropertyPlace());
  const isOurs = [...properties.keys()].some((name) => name.startsWith('ITA.'));
  const xml = file.text(part);
  if (!isOurs || place.end === undefined || !USUAL.every((namespace) => xml.text.includes(namespace))) return new Map();
  const text = customPropertyXml(place.id, MADE_FROM, originsAfter(properties.get(MADE_FROM), before, savedAt));
  const edit: Edit = { start: place.start ?? place.end, end: place.end, text };
  return new Map([[entry, encodeXml({ ...xml, text: applyEdits(xml.text, [edit]) })]]);
}

/** How the two namespaces of the part are declared. */
const USUAL = [`xmlns="${DOCUMENT}/custom-properties"`, `xmlns:vt="${DOCUMENT}/docPropsVTypes"`];

/** Finds where the property stands, or else the end of all. */
class PropertyPlace implements XmlHandler {
  /** Of the property, or one that is free. */
  id = 2;
  start: number | undefined;
  end: number | undefined;
  #isOpen = false;

  open(name: string, attributes: XmlAttributes, start: number): void {
    if (name !== 'property') return;
    const id = Number(attributes.get('pid'));
    this.#isOpen = attributes.get('name') === MADE_FROM;
    if (this.#isOpen) [this.start, this.id] = [start, id];
    else if (this.start === undefined) this.id = Math.max(this.id, id + 1);
  }

  text(): void {
    // The old value is replaced.
  }

  close(name: string, start: number, end: number): void {
    if (name === 'property' && this.#isOpen) [this.end, this.#isOpen] = [end, false];
    if (name === 'Properties') this.end ??= start;
  }
}
