import { joined } from '../../src/domain/image/bytes.ts';
import { isHiddenName } from '../../src/domain/spreadsheet/file-kind.ts';
import { FileFault, type FileStore, type FoundFile } from '../../src/usecases/ports/file-store.ts';

/** Files that live in a map from path to bytes; a folder is there while a file is in it. Paths are absolute. */
export function createMemoryStore(files = new Map<string, Uint8Array>()): FileStore {
  const isFolder = (path: string) => [...files.keys()].some((name) => name.startsWith(`${path}/`));
  const fault = (action: 'read' | 'write', path: string, code: string) =>
    Promise.reject(new FileFault(action, path, code));
  return {
    list(path) {
      const file = files.get(path);
      if (file) return Promise.resolve([{ path, size: file.byteLength }]);
      if (!isFolder(path)) return fault('read', path, 'ENOENT');
      const below = [...files].filter(([name]) => name.startsWith(`${path}/`) && isListed(name.slice(path.length)));
      const found = below.map(([name, bytes]): FoundFile => ({ path: name, size: bytes.byteLength }));
      return Promise.resolve(found.sort((one, other) => (one.path < other.path ? -1 : 1)));
    },
    identify: (path) => Promise.resolve(path.replaceAll('/./', '/')),
    read(path) {
      const file = files.get(path);
      if (file) return Promise.resolve(file.slice());
      return fault('read', path, isFolder(path) ? 'EISDIR' : 'ENOENT');
    },
    write(path, content) {
      if (isFolder(path)) return fault('write', path, 'EISDIR');
      const above = path.split('/').map((_, depth, names) => names.slice(0, depth).join('/'));
      if (above.some((folder) => files.has(folder))) return fault('write', path, 'ENOTDIR');
      files.set(path, content instanceof Uint8Array ? content.slice() : joined([...content]));
      return Promise.resolve();
    },
  };
}

function isListed(path: string): boolean {
  return !path.split('/').some(isHiddenName);
}
