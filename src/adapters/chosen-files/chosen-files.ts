import { freePath } from '../../domain/text/file-path.ts';
import { instantOf } from '../../domain/text/instant.ts';
import { isHiddenName } from '../../domain/spreadsheet/file-kind.ts';
import { FileFault, type ChosenFiles } from '../../usecases/ports/file-store.ts';

/** A file that is opened on demand, which may fail if it is in the cloud or was changed since. */
export interface PathedFile {
  /** Path with `/` between folders. */
  readonly path: string;
  readonly open: () => Promise<File>;
}

/** The files of a file dialog: each selected file, or those in a selected folder and its subfolders. */
export function createChosenFiles(files: readonly File[]): ChosenFiles {
  const chosen = files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    open: () => Promise.resolve(file),
  }));
  return createPathedFiles(chosen.filter(({ path }) => isListed(path)));
}

/** Whether to list a file: every selected file, and of a selected folder those that are not hidden. */
function isListed(path: string): boolean {
  const [, ...names] = path.split('/');
  return !names.some(isHiddenName);
}

/** Creates a source of files, sorted by path. */
export function createPathedFiles(files: readonly PathedFile[]): ChosenFiles {
  const byPath = new Map<string, PathedFile>();
  for (const file of files)
    byPath.set(
      freePath(file.path, (path) => byPath.has(path)),
      file,
    );
  const find = (path: string): PathedFile => {
    const file = byPath.get(path);
    if (file === undefined) throw new FileFault('read', path, 'ENOENT');
    return file;
  };
  return {
    // By code unit, so that the order does not depend on the computer's language.
    paths: [...byPath.keys()].sort((a, b) => (a < b ? -1 : 1)),
    list: async (path) => {
      // A file that cannot be opened is listed, so that reading it reports why.
      const file = await find(path)
        .open()
        .catch(() => undefined);
      const modifiedAt = file && instantOf(file.lastModified);
      return [{ path, size: file?.size ?? 0, ...(modifiedAt === undefined ? {} : { modifiedAt }) }];
    },
    identify: (path) => Promise.resolve(path),
    read: async (path) => {
      const file = find(path);
      try {
        return new Uint8Array(await (await file.open()).arrayBuffer());
      } catch (error) {
        throw new FileFault('read', path, systemCode(error), { cause: error });
      }
    },
  };
}

/**
 * The system error code that corresponds to the browser's error (File API, 3.2 and 7.1; File and Directory Entries API,
 * 7.2).
 */
function systemCode(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return 'ENOENT';
  // Chromium says so of a folder that is dropped on a page of file: (WICG/entries-api#36).
  if (name === 'EncodingError') return 'ENOTSUP';
  return name === 'NotReadableError' || name === 'SecurityError' ? 'EACCES' : 'EIO';
}
