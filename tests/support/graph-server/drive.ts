import { randomUUID } from 'node:crypto';

/** Who changed something: a person, or a program such as "SharePoint App". */
export interface Actor {
  readonly kind: 'user' | 'application';
  readonly id: string;
  readonly displayName: string;
  readonly email?: string;
}

/** A content that somebody saved. */
export interface StoredVersion {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly by: Actor;
}

/** An entry of an item's list of permissions; inherited ones are those of the folders above. */
export interface StoredGrant {
  readonly id: string;
  readonly roles: readonly string[];
  readonly recipient: { readonly kind: 'user' | 'group'; readonly id: string; readonly email?: string };
}

/** A file or folder as the drive keeps it. */
export interface StoredItem {
  readonly id: string;
  /** In capitals, as in tags. */
  readonly guid: string;
  readonly kind: 'file' | 'folder';
  name: string;
  parent: string;
  /** Counts changes of any kind, and of the content: the last number of eTag and cTag. */
  changes: number;
  contents: number;
  at: string;
  by: Actor;
  /** Oldest first; a folder has none. */
  readonly versions: StoredVersion[];
  readonly grants: StoredGrant[];
  /** Who has it open. */
  openedBy?: Actor | undefined;
  deleted: boolean;
  /** When it changed last, in the order of changes of the drive. */
  sequence: number;
  /** Requests that do not find it yet, though it is there. */
  hiddenFor: number;
}

const ROOT = 'root';

/** A document library's drive: what is in it, without HTTP. Names are case-insensitive, as in SharePoint. */
export class Drive {
  readonly id = 'b!ITA-drive';
  readonly items = new Map<string, StoredItem>();
  readonly root: StoredItem;
  sequence = 0;
  /** Requests that do not find an item just after it was made (abraunegg/onedrive#3335). */
  settling = 0;
  readonly #now: () => string;
  #ids = 0;

  constructor(owner: Actor, now: () => string) {
    this.#now = now;
    this.root = this.#add(ROOT, '', 'folder', owner);
    this.root.grants.push({
      id: 'owners',
      roles: ['owner'],
      recipient: { kind: 'user', id: owner.id, ...(owner.email === undefined ? {} : { email: owner.email }) },
    });
  }

  find(id: string): StoredItem | undefined {
    const item = this.items.get(id);
    return item?.deleted === true ? undefined : item;
  }

  children(folder: StoredItem): StoredItem[] {
    return [...this.items.values()].filter(({ parent, deleted }) => parent === folder.id && !deleted);
  }

  child(folder: StoredItem, name: string): StoredItem | undefined {
    const wanted = name.toLowerCase();
    return this.children(folder).find((item) => item.name.toLowerCase() === wanted);
  }

  /** The item at a path below a folder, with `/` between names. */
  at(path: string, from = this.root): StoredItem | undefined {
    return path
      .split('/')
      .filter((name) => name !== '')
      .reduce<StoredItem | undefined>((folder, name) => folder && this.child(folder, name), from);
  }

  /** The folders from the item's own up to the root. */
  above(item: StoredItem): StoredItem[] {
    const parent = this.items.get(item.parent);
    return parent === undefined ? [] : [parent, ...this.above(parent)];
  }

  pathOf(item: StoredItem): string {
    return [item, ...this.above(item)]
      .map(({ name }) => name)
      .reverse()
      .join('/');
  }

  makeFolder(parent: StoredItem, name: string, by: Actor): StoredItem {
    return this.#add(name, parent.id, 'folder', by);
  }

  makeFile(parent: StoredItem, name: string, bytes: Uint8Array, by: Actor): StoredItem {
    const item = this.#add(name, parent.id, 'file', by);
    this.#addVersion(item, bytes, by);
    return item;
  }

  /** Another version of a file. */
  save(item: StoredItem, bytes: Uint8Array, by: Actor): void {
    item.contents++;
    this.touch(item, by);
    this.#addVersion(item, bytes, by);
  }

  move(item: StoredItem, to: { readonly name?: string; readonly parent?: string }, by: Actor): void {
    Object.assign(item, to);
    this.touch(item, by);
  }

  remove(item: StoredItem, by: Actor): void {
    for (const child of this.children(item)) this.remove(child, by);
    item.deleted = true;
    this.touch(item, by);
  }

  touch(item: StoredItem, by: Actor): void {
    item.changes++;
    item.sequence = ++this.sequence;
    item.at = this.#now();
    item.by = by;
  }

  #add(name: string, parent: string, kind: StoredItem['kind'], by: Actor): StoredItem {
    const id = parent === '' ? ROOT : `01ITA${String(++this.#ids).padStart(6, '0')}`;
    const item: StoredItem = {
      ...{ id, guid: randomUUID().toUpperCase(), kind, name, parent, by, at: this.#now() },
      ...{ changes: 1, contents: 1, versions: [], grants: [], deleted: false },
      sequence: ++this.sequence,
      hiddenFor: this.settling,
    };
    this.items.set(id, item);
    return item;
  }

  #addVersion(item: StoredItem, bytes: Uint8Array, by: Actor): void {
    item.versions.push({ id: `${item.versions.length + 1}.0`, bytes: bytes.slice(), at: item.at, by });
  }
}

/** The content of a file as it is now. */
export function contentOf(item: StoredItem): Uint8Array {
  return item.versions.at(-1)?.bytes ?? new Uint8Array();
}
