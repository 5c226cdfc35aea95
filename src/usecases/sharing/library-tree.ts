import type { FoundFile } from '../ports/file-store.ts';
import type { LibraryMemory } from '../ports/library-memory.ts';
import type { DocumentLibrary, LibraryFile, LibraryFolder, LibraryItem } from '../ports/document-library.ts';

/** All items of a library, by path. */
export interface LibraryTree {
  readonly root: LibraryFolder;
  /** The names of the folders below the root and of the item. */
  pathOf(item: LibraryItem): readonly string[];
  /** The item at a path. Case does not matter, as in SharePoint and Windows. */
  at(path: readonly string[]): LibraryItem | undefined;
  /** The item with an identifier. */
  byId(id: string): LibraryItem | undefined;
  /** All files, by path. */
  readonly files: readonly LibraryFile[];
  /** Folders that this account has no access to. */
  readonly closed: readonly LibraryFolder[];
}

/**
 * Reads the items of a library with few requests: the changes since the last time or, without a memory of it, all items.
 * @throws {LibraryFault}
 */
export async function readTree(library: DocumentLibrary, memory?: LibraryMemory): Promise<LibraryTree> {
  const { root } = library;
  const known = memory && remembered(await memory.load(root.id));
  const { items, gone, isWhole, cursor } = await library.changes(known?.cursor);
  const list = new Map(known && !isWhole ? known.items.map((item) => [item.id, item]) : []);
  for (const id of gone) list.delete(id);
  for (const item of items) list.set(item.id, item);
  const all = [...list.values()];
  if (cursor !== '') await memory?.save(root.id, JSON.stringify({ cursor, items: all }));
  return treeOf(root, all);
}

/** The cursor of the last listing and the items as of then. */
interface Remembered {
  readonly cursor: string;
  readonly items: readonly LibraryItem[];
}

/** Parses what was saved in the memory; undefined if it is not valid. */
function remembered(text: string | undefined): Remembered | undefined {
  try {
    const found = JSON.parse(text ?? '') as Partial<Remembered>;
    return typeof found.cursor === 'string' && Array.isArray(found.items) ? (found as Remembered) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Builds the tree of items. An item whose folder is missing is placed below the root.
 * @internal
 */
export function treeOf(root: LibraryFolder, items: readonly LibraryItem[]): LibraryTree {
  const byId = new Map(items.map((item) => [item.id, item]));
  const paths = new Map<string, readonly string[]>();
  const pathOf = (item: LibraryItem, depth = 0): readonly string[] => {
    const known = paths.get(item.id);
    if (known) return known;
    const parent = item.parent === root.id ? undefined : byId.get(item.parent);
    const path = parent && depth < MAX_DEPTH ? [...pathOf(parent, depth + 1), item.name] : [item.name];
    paths.set(item.id, path);
    return path;
  };
  const byPath = new Map(items.map((item) => [keyOf(pathOf(item)), item]));
  const files = items.filter((item) => item.kind === 'file');
  return {
    root,
    pathOf: (item) => pathOf(item),
    at: (path) => byPath.get(keyOf(path)),
    byId: (id) => byId.get(id),
    closed: items.filter((item) => item.kind === 'folder').filter(({ isClosed }) => isClosed === true),
    files: files.toSorted((one, other) => (keyOf(pathOf(one)) < keyOf(pathOf(other)) ? -1 : 1)),
  };
}

/** Limit of nested folders; SharePoint's limit of 400 characters for a path allows fewer. */
const MAX_DEPTH = 200;

function keyOf(path: readonly string[]): string {
  return path.map((name) => name.normalize('NFC').toLowerCase()).join('/');
}

/** A file as file stores list it, with its path below the name of the root. */
export function foundFile(tree: LibraryTree, file: LibraryFile): FoundFile {
  const { size, modifiedAt } = file;
  return { path: shownPath(tree, file), size, ...(modifiedAt === undefined ? {} : { modifiedAt }) };
}

/** The path of an item below the name of the root. */
export function shownPath(tree: LibraryTree, item: LibraryItem): string {
  return [tree.root.name, ...tree.pathOf(item)].join('/');
}
