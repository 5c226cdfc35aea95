import type { FoundFile } from '../ports/file-store.ts';
import type { LibraryMemory } from '../ports/library-memory.ts';
import type { DocumentLibrary, LibraryFile, LibraryFolder, LibraryItem } from '../ports/document-library.ts';

/** Everything that is in a library, by path. */
export interface LibraryTree {
  readonly root: LibraryFolder;
  /** The names from below the root to the item. */
  pathOf(item: LibraryItem): readonly string[];
  /** The item at a path; names are compared as SharePoint and Windows do it, without regard to case. */
  at(path: readonly string[]): LibraryItem | undefined;
  /** The item with an identifier. */
  byId(id: string): LibraryItem | undefined;
  /** All files, by path. */
  readonly files: readonly LibraryFile[];
  /** Folders that are closed to this account. */
  readonly closed: readonly LibraryFolder[];
}

/**
 * Reads what is in a library with few requests: by its list of changes, since the last time where there is a memory of that.
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

interface Remembered {
  readonly cursor: string;
  readonly items: readonly LibraryItem[];
}

/** What was remembered; undefined for what is no memory of this program. */
function remembered(text: string | undefined): Remembered | undefined {
  try {
    const found = JSON.parse(text ?? '') as Partial<Remembered>;
    return typeof found.cursor === 'string' && Array.isArray(found.items) ? (found as Remembered) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The tree of items. One whose folder is not among them stands below the root.
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

/** Deepest folder; SharePoint's own limit of 400 characters a path allows fewer. */
const MAX_DEPTH = 200;

function keyOf(path: readonly string[]): string {
  return path.map((name) => name.normalize('NFC').toLowerCase()).join('/');
}

/** A file as the reading of many files lists it, with its path below the name of the root. */
export function foundFile(tree: LibraryTree, file: LibraryFile): FoundFile {
  const { size, modifiedAt } = file;
  return { path: shownPath(tree, file), size, ...(modifiedAt === undefined ? {} : { modifiedAt }) };
}

/** The path of an item below the name of the root. */
export function shownPath(tree: LibraryTree, item: LibraryItem): string {
  return [tree.root.name, ...tree.pathOf(item)].join('/');
}
