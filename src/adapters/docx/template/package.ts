import { strToU8, zipSync } from 'fflate';
import { UnusableTemplate, type TemplateParts } from '../../../usecases/ports/document-codec.ts';
import { attributeText, damaged, parseXml } from './xml-tree.ts';

/** A relationship of a part, or of the package. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The name of a part, or an address outside the package. */
  readonly target: string;
  readonly isExternal: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'application/vnd.openxmlformats-package.relationships+xml';
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A package that is taken apart and put together: parts, their content types and relationships (ISO 29500-2). */
export class OpcPackage {
  /** XML as text, anything else as bytes. */
  readonly parts = new Map<string, Uint8Array | string>();
  readonly types = new Map<string, string>();
  /** By owner; the package itself is ''. */
  readonly relationships = new Map<string, readonly Relationship[]>();

  /** @throws {UnusableTemplate} if it is no package */
  static read(parts: TemplateParts): OpcPackage {
    const opened = new OpcPackage();
    const names = new Map(Array.from(parts.keys(), (name) => [name.toLowerCase(), name]));
    const types = parts.get(CONTENT_TYPES);
    if (types === undefined) throw new UnusableTemplate('not-document', `no ${CONTENT_TYPES}`);
    const { defaults, overrides } = contentTypes(decoded(CONTENT_TYPES, types));
    for (const [name, bytes] of parts) {
      if (name === CONTENT_TYPES) continue;
      const owner = ownerOf(name);
      if (owner !== undefined) {
        opened.relationships.set(owner, readRelationships(name, decoded(name, bytes), owner, names));
        continue;
      }
      opened.parts.set(name, bytes);
      const type = overrides.get(name.toLowerCase()) ?? defaults.get(extensionOf(name));
      if (type !== undefined) opened.types.set(name, type);
    }
    return opened;
  }

  /** @throws {UnusableTemplate} if the part is not there or is no text */
  text(name: string): string {
    const part = this.parts.get(name);
    if (part === undefined) throw damaged(name, 'missing');
    return typeof part === 'string' ? part : decoded(name, part);
  }

  /** The relationships of a part, or of the package by ''. */
  of(owner: string): readonly Relationship[] {
    return this.relationships.get(owner) ?? [];
  }

  /** The part to which a relationship of this kind leads; `kind` is the end of its type. */
  target(owner: string, kind: string): string | undefined {
    return this.of(owner).find(({ type, isExternal }) => !isExternal && kindOf(type) === kind)?.target;
  }

  /** Adds a relationship to a part or an address, and gives its id. */
  relate(owner: string, relationship: Omit<Relationship, 'id'>): string {
    const ids = new Set(this.of(owner).map(({ id }) => id));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    this.relationships.set(owner, [...this.of(owner), { ...relationship, id }]);
    return id;
  }

  /** Adds a part under the name, or under one like it where a part has it, and gives its name. */
  add(wanted: string, content: Uint8Array | string, type: string): string {
    const taken = new Set(Array.from(this.parts.keys(), (name) => name.toLowerCase()));
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = wanted.replace(/\.(\w+)$/, (extension) => `-${number}${extension}`);
    }
    this.parts.set(name, content);
    this.types.set(name, type);
    return name;
  }

  /** The package as a file; the same content always gives the same bytes. */
  encode(): Uint8Array {
    const files: Record<string, Uint8Array> = { [CONTENT_TYPES]: strToU8(this.#contentTypes()) };
    for (const owner of ['', ...this.parts.keys()]) {
      const part = this.parts.get(owner);
      if (part !== undefined) files[owner] = typeof part === 'string' ? strToU8(part) : part;
      const relationships = this.of(owner);
      if (relationships.length > 0) files[relationshipsName(owner)] = strToU8(writeRelationships(owner, relationships));
    }
    // The earliest time that a zip entry can have, so that the bytes do not depend on the clock.
    return zipSync(files, { mtime: '1980-01-01T00:00:00', level: 6 });
  }

  /** A default for each extension but .xml, an override for each part that differs from it. */
  #contentTypes(): string {
    const defaults = new Map([
      ['rels', RELATIONSHIPS],
      ['xml', 'application/xml'],
    ]);
    const overrides: string[] = [];
    for (const [name, type] of this.types) {
      if (!this.parts.has(name)) continue;
      const extension = extensionOf(name);
      if (!defaults.has(extension) && extension !== '') defaults.set(extension, type);
      if (defaults.get(extension) !== type)
        overrides.push(`<Override PartName="/${attributeText(name)}" ContentType="${attributeText(type)}"/>`);
    }
    const lines = Array.from(
      defaults,
      ([extension, type]) => `<Default Extension="${attributeText(extension)}" ContentType="${attributeText(type)}"/>`,
    );
    return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${lines.join('')}${overrides.join('')}</Types>`;
  }
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The last word of a type of relationship, such as `header`. */
export function kindOf(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    throw damaged(name, 'not UTF-8', error);
  }
}

function extensionOf(name: string): string {
  return (/\.([^./]+)$/.exec(name)?.[1] ?? '').toLowerCase();
}

function contentTypes(xml: string): {
  readonly defaults: ReadonlyMap<string, string>;
  readonly overrides: ReadonlyMap<string, string>;
} {
  const { children } = parseXml(CONTENT_TYPES, xml);
  const pairs = (name: string, key: string): readonly (readonly [string, string])[] =>
    children
      .filter((child) => child.name === name)
      .map(({ attributes }) => [(attributes.get(key) ?? '').toLowerCase(), attributes.get('ContentType') ?? '']);
  return {
    defaults: new Map(pairs('Default', 'Extension')),
    overrides: new Map(pairs('Override', 'PartName').map(([part, type]) => [part.replace(/^\//, ''), type])),
  };
}

/** The part whose relationships this part holds; undefined for any other part. */
function ownerOf(name: string): string | undefined {
  const found = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name);
  return found ? `${found[1] ?? ''}${found[2] ?? ''}` : undefined;
}

function relationshipsName(owner: string): string {
  const slash = owner.lastIndexOf('/') + 1;
  return `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function readRelationships(
  part: string,
  xml: string,
  owner: string,
  names: ReadonlyMap<string, string>,
): readonly Relationship[] {
  return parseXml(part, xml)
    .children.filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      const resolved = isExternal ? target : resolve(folderOf(owner), target);
      return {
        id: attributes.get('Id') ?? '',
        type: attributes.get('Type') ?? '',
        target: isExternal ? target : (names.get(resolved.toLowerCase()) ?? resolved),
        isExternal,
      };
    });
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function writeRelationships(owner: string, relationships: readonly Relationship[]): string {
  const folder = folderOf(owner);
  const lines = relationships.map(({ id, type, target, isExternal }) => {
    const inside = target.startsWith(folder) ? target.slice(folder.length) : `/${target}`;
    const where = `Target="${attributeText(isExternal ? target : inside)}"${isExternal ? ' TargetMode="External"' : ''}`;
    return `<Relationship Id="${attributeText(id)}" Type="${attributeText(type)}" ${where}/>`;
  });
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}
