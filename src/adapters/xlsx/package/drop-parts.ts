import { applyEdits, type Edit } from '../../../domain/text/edits.ts';
import { encodeXml } from '../xml/xml-encoding.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { CONTENT_TYPES, type OpcPackage } from './opc-package.ts';
import { partKey, relationshipsPart, resolveTarget } from './part-names.ts';

/**
 * The entries that change when parts are deleted to which only `source` is related: the parts, their content types and their
 * relationships.
 */
export function dropParts(
  file: OpcPackage,
  source: string,
  parts: readonly string[],
): ReadonlyMap<string, Uint8Array | undefined> {
  const keys = new Set(parts.map(partKey));
  const changes = new Map<string, Uint8Array | undefined>();
  const change = (name: string, bytes: Uint8Array | undefined): void => {
    const entry = file.entryName(name);
    if (entry !== undefined) changes.set(entry, bytes);
  };
  for (const part of parts) change(part, undefined);
  const isType = (attributes: XmlAttributes): boolean => keys.has(partKey(attributes.get('PartName')?.slice(1) ?? ''));
  change(CONTENT_TYPES, withoutElements(file, CONTENT_TYPES, ['Types', 'Override'], isType));
  const isRelationship = (attributes: XmlAttributes): boolean =>
    attributes.get('TargetMode') !== 'External' &&
    keys.has(partKey(resolveTarget(source, attributes.get('Target') ?? '')));
  const relationships = relationshipsPart(source);
  change(relationships, withoutElements(file, relationships, ['Relationships', 'Relationship'], isRelationship));
  return changes;
}

function withoutElements(
  file: OpcPackage,
  part: string,
  [root, name]: readonly [root: string, name: string],
  matches: (attributes: XmlAttributes) => boolean,
): Uint8Array {
  const { edits } = file.read(part, root, () => new ElementFinder(name, matches));
  const before = file.text(part);
  return encodeXml({ ...before, text: applyEdits(before.text, edits) });
}

class ElementFinder implements XmlHandler {
  readonly edits: Edit[] = [];
  readonly #name: string;
  readonly #matches: (attributes: XmlAttributes) => boolean;
  #start: number | undefined;

  constructor(name: string, matches: (attributes: XmlAttributes) => boolean) {
    this.#name = name;
    this.#matches = matches;
  }

  open(name: string, attributes: XmlAttributes, start: number): void {
    if (name === this.#name && this.#matches(attributes)) this.#start = start;
  }

  text(): void {
    // The element is removed with its content.
  }

  close(name: string, _: number, end: number): void {
    if (name !== this.#name || this.#start === undefined) return;
    this.edits.push({ start: this.#start, end, text: '' });
    this.#start = undefined;
  }
}
