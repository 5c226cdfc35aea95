import { damaged, megabytes, tooLarge } from '../faults.ts';
import { LEAST_PART } from '../limits.ts';
import type { ReadOptions } from '../options.ts';
import { readLenientXml } from '../xml/read-xml.ts';
import { decodeXml, type XmlText } from '../xml/xml-encoding.ts';
import { startTagHandler, type XmlAttributes, type XmlHandler } from '../xml/xml-events.ts';
import { packedBytes, readEntry } from '../zip/read-entry.ts';
import { openZip, type ZipArchive, type ZipEntry } from '../zip/zip-archive.ts';
import { partKey, relationshipsPart, resolveTarget } from './part-names.ts';

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last segment of its type, which transitional and strict packages share: `worksheet`, `styles`. */
  readonly type: string;
  /** Name of the target part; if `external`, the URL as written. */
  readonly target: string;
  readonly external: boolean;
}

/** Content types by part key and, for the other parts, by extension in lower case. */
interface ContentTypes {
  readonly parts: ReadonlyMap<string, string>;
  readonly extensions: ReadonlyMap<string, string>;
}

/** The part that holds the content types. */
export const CONTENT_TYPES = '[Content_Types].xml';

/**
 * An Open Packaging Conventions package (ISO/IEC 29500-2): relationships lead to parts, and content types tell what
 * they are.
 */
export class OpcPackage {
  readonly archive: ZipArchive;
  readonly #options: ReadOptions;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #relationships = new Map<string, readonly Relationship[]>();
  #types: ContentTypes | undefined;
  #bytesRead = 0;

  /** @throws {UnreadableWorkbook} */
  constructor(bytes: Uint8Array, options: ReadOptions) {
    this.archive = openZip(bytes, options.limits);
    this.#options = options;
    this.#entries = new Map(this.archive.entries.map((entry) => [partKey(entry.name), entry]));
  }

  /** The name of a part as its zip entry spells it; undefined if there is no such part. */
  entryName(part: string): string | undefined {
    return this.#entries.get(partKey(part))?.name;
  }

  /** Declared size of a part in bytes; undefined if there is no such part. */
  size(part: string): number | undefined {
    return this.#entries.get(partKey(part))?.size;
  }

  /** @throws {UnreadableWorkbook} where the part is missing or damaged, or too large. */
  bytes(part: string): Uint8Array {
    return readEntry(this.archive, this.#admit(part), this.#options);
  }

  /** The entry of a part that is read, which counts towards the limits. */
  #admit(part: string): ZipEntry {
    const entry = this.#entries.get(partKey(part));
    if (entry === undefined) throw damaged(part, 'missing-part', 'missing');
    const { partBytes, readBytes } = this.#options.limits;
    if (entry.size > partBytes) throw tooLarge('content', megabytes(partBytes), `${part}: MB`);
    this.#bytesRead += Math.max(entry.size, LEAST_PART);
    if (this.#bytesRead > readBytes) throw tooLarge('content', megabytes(readBytes), 'MB of all parts');
    return entry;
  }

  /**
   * The bytes of an image, which does not count among the parts that are read; whoever asks limits its size.
   * @throws {UnreadableWorkbook} where the part is missing, damaged or encrypted
   */
  image(part: string): Uint8Array {
    const entry = this.#entries.get(partKey(part));
    if (entry === undefined) throw damaged(part, 'missing-part', 'missing');
    return readEntry(this.archive, entry, this.#options);
  }

  /** @throws {UnreadableWorkbook} where the part is missing or damaged, or too large. */
  text(part: string): XmlText {
    return decodeXml(part, this.bytes(part), this.#options);
  }

  /** Reads a part with a handler, after `mend` of its text; see {@link readLenientXml}. */
  read<Handler extends XmlHandler>(
    part: string,
    root: string,
    create: () => Handler,
    mend: (xml: string) => string = (xml) => xml,
  ): Handler {
    return readLenientXml(part, mend(this.text(part).text), root, this.#options.limits, create);
  }

  /**
   * As {@link read}, of a part that is likely to be the same in another workbook: what was read of it in a file before is given again.
   * Nobody may change the handler.
   */
  readAlike<Handler extends XmlHandler>(part: string, root: string, create: () => Handler): Handler {
    const entry = this.#admit(part);
    const bytes = packedBytes(this.archive, entry);
    return this.#options.memory.valueOf(`${root} ${part}`, { ...entry, bytes }, () => {
      const { text } = decodeXml(part, readEntry(this.archive, entry, this.#options), this.#options);
      return readLenientXml(part, text, root, this.#options.limits, create);
    });
  }

  /** The relationships of a part, or of the package for ''; empty if there are none. */
  relationships(source: string): readonly Relationship[] {
    const known = this.#relationships.get(source);
    if (known !== undefined) return known;
    const found = this.#readRelationships(source);
    this.#relationships.set(source, found);
    return found;
  }

  #readRelationships(source: string): readonly Relationship[] {
    const part = relationshipsPart(source);
    if (this.entryName(part) === undefined) return [];
    return this.readAlike(part, 'Relationships', () => relationshipsHandler(source)).found;
  }

  /** The content type of a part, by its name or else by its extension; undefined if the package declares none. */
  contentType(part: string): string | undefined {
    this.#types ??= this.#readTypes();
    const key = partKey(part);
    return this.#types.parts.get(key) ?? this.#types.extensions.get(key.slice(key.lastIndexOf('.') + 1));
  }

  #readTypes(): ContentTypes {
    if (this.entryName(CONTENT_TYPES) === undefined) return { parts: new Map(), extensions: new Map() };
    return this.readAlike(CONTENT_TYPES, 'Types', typesHandler);
  }
}

function relationshipsHandler(source: string): XmlHandler & { readonly found: readonly Relationship[] } {
  const found: Relationship[] = [];
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'Relationship') found.push(relationshipOf(source, attributes));
  };
  return { ...startTagHandler(open), found };
}

function typesHandler(): XmlHandler & ContentTypes {
  const parts = new Map<string, string>();
  const extensions = new Map<string, string>();
  const open = (name: string, attributes: XmlAttributes): void => {
    const type = attributes.get('ContentType') ?? '';
    if (name === 'Override') parts.set(partKey(attributes.get('PartName')?.slice(1) ?? ''), type);
    else if (name === 'Default') extensions.set(attributes.get('Extension')?.toLowerCase() ?? '', type);
  };
  return { ...startTagHandler(open), parts, extensions };
}

function relationshipOf(source: string, attributes: XmlAttributes): Relationship {
  const target = attributes.get('Target') ?? '';
  const external = attributes.get('TargetMode') === 'External';
  return {
    id: attributes.get('Id') ?? '',
    type: attributes.get('Type')?.split('/').at(-1) ?? '',
    target: external ? target : resolveTarget(source, target),
    external,
  };
}
