import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { TextPropertiesHandler } from '../read/properties.ts';
import { stampOrigin } from './stamp-origin.ts';
import type { OpcPackage } from '../package/opc-package.ts';

/**
 * The changed parts that say when the workbook was saved (core properties, ISO/IEC 29500-2, 8.3) and what it was made from;
 * empty if the package has no such time.
 * @param savedAt ISO 8601 instant
 */
export function stampSaved(file: OpcPackage, savedAt: string): ReadonlyMap<string, Uint8Array> {
  const part = file.relationships('').find(({ type }) => type === 'core-properties')?.target;
  const entry = part === undefined ? undefined : file.entryName(part);
  if (part === undefined || entry === undefined) return new Map();
  const { edit } = file.read(part, 'cp:coreProperties', () => new ModifiedFinder(savedAt));
  if (edit === undefined) return new Map();
  const xml = file.text(part);
  const core = encodeXml({ ...xml, text: applyEdits(xml.text, [edit]) });
  const before = file.read(part, 'cp:coreProperties', () => new TextPropertiesHandler()).timeOf('dcterms:modified');
  return new Map([[entry, core], ...(before === undefined ? [] : stampOrigin(file, before, savedAt))]);
}

/** Finds the text of the time of the last saving. */
class ModifiedFinder implements XmlHandler {
  edit: Edit | undefined;
  readonly #savedAt: string;
  #start: number | undefined;

  constructor(savedAt: string) {
    this.#savedAt = savedAt;
  }

  open(name: string, { selfClosing }: XmlAttributes, _: number, end: number): void {
    if (name === 'dcterms:modified' && !selfClosing) this.#start = end;
  }

  text(): void {
    // The old time is replaced.
  }

  close(name: string, start: number): void {
    if (name !== 'dcterms:modified' || this.#start === undefined) return;
    this.edit = { start: this.#start, end: start, text: this.#savedAt };
    this.#start = undefined;
  }
}
