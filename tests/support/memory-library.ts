import { createHash } from 'node:crypto';
import { isLibraryName } from '../../src/domain/text/library-name.ts';
import type { LibraryFaultReason } from '../../src/domain/diagnostics/library-fault.ts';
import {
  LibraryFault,
  type DocumentLibrary,
  type LibraryFile,
  type LibraryFolder,
  type LibraryItem,
} from '../../src/usecases/ports/document-library.ts';
import type { Outside } from '../contracts/document-library.contract.ts';

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  /** Undefined for a folder. */
  bytes?: Uint8Array;
  version: number;
  isOpen: boolean;
}

/** A library in memory, and somebody else at work in it. */
export interface MemoryLibrary {
  readonly library: DocumentLibrary;
  readonly outside: Outside;
  /** The files that are there, by path. */
  readonly files: () => ReadonlyMap<string, Uint8Array>;
}

/**
 * A library in memory.
 * @param before runs before every request takes effect, and may let it fail
 */
export function createMemoryLibrary({
  signal,
  before = () => Promise.resolve(),
}: { readonly signal?: AbortSignal | undefined; readonly before?: () => Promise<void> } = {}): MemoryLibrary {
  const items = new Map<string, Stored>();
  const root: LibraryFolder = { kind: 'folder', id: 'root', name: 'ITA', parent: '' };
  let ids = 0;
  const asked = async (): Promise<void> => {
    signal?.throwIfAborted();
    await before();
  };
  const child = (parent: string, name: string): Stored | undefined =>
    [...items.values()].find((item) => item.parent === parent && item.name.toLowerCase() === name.toLowerCase());
  const add = (parent: string, name: string, bytes?: Uint8Array): Stored => {
    const item: Stored = { id: `id-${++ids}`, name, parent, version: 1, isOpen: false };
    if (bytes) item.bytes = bytes.slice();
    items.set(item.id, item);
    return item;
  };
  const held = (file: LibraryFile): Stored & { bytes: Uint8Array } => {
    const item = items.get(file.id);
    if (item?.bytes === undefined) throw fault('missing', file.name);
    return item as Stored & { bytes: Uint8Array };
  };
  const library: DocumentLibrary = {
    root,
    async changes() {
      await asked();
      return { items: [...items.values()].filter(isShown).map(itemOf), gone: [], isWhole: true, cursor: '' };
    },
    async children(folder) {
      await asked();
      return [...items.values()].filter((item) => item.parent === folder.id && isShown(item)).map(itemOf);
    },
    async makeFolder(parent, name) {
      await asked();
      if (!isLibraryName(name)) throw fault('bad-name', name);
      const found = child(parent.id, name) ?? add(parent.id, name);
      if (found.bytes) throw fault('exists', name);
      return itemOf(found) as LibraryFolder;
    },
    async create(parent, name, bytes) {
      await asked();
      if (!isLibraryName(name)) throw fault('bad-name', name);
      if (child(parent.id, name)) throw fault('exists', name);
      return itemOf(add(parent.id, name, bytes)) as LibraryFile;
    },
    async replace(file, bytes) {
      await asked();
      const item = held(file);
      if (item.isOpen) throw fault('locked', file.name);
      if (tagOf(item) !== file.tag) throw fault('changed', file.name);
      Object.assign(item, { bytes: bytes.slice(), version: item.version + 1 });
      return itemOf(item) as LibraryFile;
    },
    async download(file, known) {
      await asked();
      const item = held(file);
      const contentTag = hashOf(item.bytes);
      if (contentTag === known) return undefined;
      return { file: { ...(itemOf(item) as LibraryFile), contentTag }, bytes: item.bytes.slice() };
    },
    async versions() {
      await asked();
      return [];
    },
  };
  const at = (path: string): Stored => {
    let parent = root.id;
    let found: Stored | undefined;
    for (const name of path.split('/')) {
      found = child(parent, name);
      parent = found?.id ?? '';
    }
    if (found === undefined) throw new Error(`nothing at ${path}`);
    return found;
  };
  const pathOf = (item: Stored): string => {
    const above = items.get(item.parent);
    return above ? `${pathOf(above)}/${item.name}` : item.name;
  };
  return {
    library,
    files: () => new Map([...items.values()].flatMap((item) => (item.bytes ? [[pathOf(item), item.bytes]] : []))),
    outside: {
      save(path, bytes) {
        const names = path.split('/');
        const name = names.pop() ?? '';
        const folder = names.reduce((parent, part) => (child(parent, part) ?? add(parent, part)).id, root.id);
        const found = child(folder, name);
        if (found) Object.assign(found, { bytes: bytes.slice(), version: found.version + 1 });
        else add(folder, name, bytes);
        return Promise.resolve();
      },
      open: (path) => Promise.resolve(void (at(path).isOpen = true)),
      close: (path) => Promise.resolve(void (at(path).isOpen = false)),
      remove: (path) => Promise.resolve(void items.delete(at(path).id)),
    },
  };
}

function isShown({ name }: Stored): boolean {
  return !name.startsWith('.') && !name.startsWith('~$');
}

function itemOf(item: Stored): LibraryItem {
  const { id, name, parent, bytes, isOpen } = item;
  if (bytes === undefined) return { kind: 'folder', id, name, parent };
  const file = {
    kind: 'file',
    id,
    name,
    parent,
    size: bytes.length,
    tag: tagOf(item),
    contentTag: hashOf(bytes),
  } as const;
  return isOpen ? { ...file, isOpen } : file;
}

function tagOf({ id, version }: Stored): string {
  return `"${id},${version}"`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function fault(reason: LibraryFaultReason, name: string): LibraryFault {
  return new LibraryFault(reason, name, 'in memory');
}
