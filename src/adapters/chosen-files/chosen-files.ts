import { isHiddenName, isSpreadsheetName } from '../../domain/spreadsheet/defined-names.ts';
import { FileFault, type ChosenFiles } from '../../usecases/ports/file-store.ts';

/** A file that is opened when it is asked for: what lies in the cloud or was changed since may then be refused. */
export interface PathedFile {
  /** `/` between folders. */
  readonly path: string;
  readonly open: () => Promise<File>;
}

/** The files of a dialog: each as it was chosen, or the spreadsheets in the folder that was chosen and below it. */
export function createChosenFiles(files: readonly File[]): ChosenFiles {
  const chosen = files.map((file) => ({
    path: file.webkitRelativePath || file.name,
    open: () => Promise.resolve(file),
  }));
  return createPathedFiles(chosen.filter(({ path }) => isListed(path)));
}

/** Whether a file of a folder that was chosen is one of its spreadsheets; a file that was chosen itself always is. */
function isListed(path: string): boolean {
  const [, ...names] = path.split('/');
  return names.length === 0 || (isSpreadsheetName(path) && !names.some(isHiddenName));
}

/** Files in the order of their paths. */
export function createPathedFiles(files: readonly PathedFile[]): ChosenFiles {
  const byPath = new Map<string, PathedFile>();
  for (const file of files) byPath.set(freePath(file.path, byPath), file);
  const find = (path: string): PathedFile => {
    const file = byPath.get(path);
    if (file === undefined) throw new FileFault('read', path, 'ENOENT');
    return file;
  };
  return {
    // By code unit: the same order on every computer, whatever its language.
    paths: [...byPath.keys()].sort((a, b) => (a < b ? -1 : 1)),
    list: async (path) => {
      // A file that cannot be opened stands in the list, so that reading it says why.
      const size = await find(path)
        .open()
        .then(
          (file) => file.size,
          () => 0,
        );
      return [{ path, size }];
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

/** The path, with a number where another file has it already. */
function freePath(path: string, taken: ReadonlyMap<string, unknown>): string {
  let free = path;
  for (let number = 2; taken.has(free); number += 1) free = path.replace(/(?=\.[^./]*$)|$/, ` (${number})`);
  return free;
}

/** What a system would call the browser's refusal (File API, 3.2 and 7.1; File and Directory Entries API, 7.2). */
function systemCode(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return 'ENOENT';
  return name === 'NotReadableError' || name === 'SecurityError' ? 'EACCES' : 'EIO';
}
