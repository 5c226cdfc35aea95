import { FileFault, type FileSource } from '../../usecases/ports.ts';

/** Files that a person chose on a page, and the paths by which they are known here, each another one. */
export interface ChosenFiles extends FileSource {
  readonly paths: readonly string[];
}

/** Opens files only when they are read: what lies in the cloud or was changed since may then be refused. */
export function createChosenFiles(files: readonly File[]): ChosenFiles {
  const byPath = new Map<string, File>();
  for (const file of files) byPath.set(freePath(file.webkitRelativePath || file.name, byPath), file);
  const find = (path: string): File => {
    const file = byPath.get(path);
    if (file === undefined) throw new FileFault('read', path, 'ENOENT');
    return file;
  };
  return {
    paths: [...byPath.keys()],
    list: async (path) => Promise.resolve([{ path, size: find(path).size }]),
    identify: (path) => Promise.resolve(path),
    read: async (path) => {
      const file = find(path);
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        throw new FileFault('read', path, systemCode(error), { cause: error });
      }
    },
  };
}

/** The path, with a number where another file has it already. */
function freePath(path: string, taken: ReadonlyMap<string, File>): string {
  let free = path;
  for (let number = 2; taken.has(free); number += 1) free = path.replace(/(?=\.[^./]*$)|$/, ` (${number})`);
  return free;
}

/** What a system would call the browser's refusal (File API, 3.2 and 7.1). */
function systemCode(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return 'ENOENT';
  return name === 'NotReadableError' || name === 'SecurityError' ? 'EACCES' : 'EIO';
}
