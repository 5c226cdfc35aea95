import type { FileStore } from '../ports/file-store.ts';
import type { LibrarySource } from './library-source.ts';

/** The files of this computer and, under the name of its folder, those of a library, which are never written. */
export function withLibrary(files: FileStore, source: LibrarySource): FileStore {
  const isShared = (path: string): boolean => path === source.path || source.has(path);
  return {
    ...(source.width === undefined ? {} : { width: source.width }),
    list: (path) => (isShared(path) ? source : files).list(path),
    identify: (path) => (isShared(path) ? source : files).identify(path),
    stamp: async (path) => (isShared(path) ? source : files).stamp?.(path),
    read: (path) => (isShared(path) ? source : files).read(path),
    write: (path, bytes) => files.write(path, bytes),
  };
}
