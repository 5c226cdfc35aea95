import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import { isOfAgencies, isRemarksFile } from '../../domain/sharing/library-layout.ts';
import { FileFault, type FileSource, type FoundFile } from '../ports/file-store.ts';
import {
  LibraryFault,
  type DocumentLibrary,
  type DownloadedFile,
  type LibraryFile,
} from '../ports/document-library.ts';
import { fetchFile } from './fetch-file.ts';
import { foundFile, shownPath, type LibraryTree } from './library-tree.ts';

/** The agencies' files of a library, as a source that workbooks are read from. */
export interface LibrarySource extends FileSource {
  /** The path under which all files are listed. */
  readonly path: string;
  /** Whether it lists the path. */
  has(path: string): boolean;
  /** The version of a file that was read or, if reading was not needed, listed. */
  versionOf(path: string): LibraryFile | undefined;
  /** Whether the file could not be downloaded, so that its results are from an earlier version. */
  wasRefused(path: string): boolean;
}

/**
 * The files of a library in which agencies may have answered, in any folder: all but the master, the record and remarks. Reading downloads
 * a file; nothing is ever written.
 */
export function librarySource(library: DocumentLibrary, tree: LibraryTree): LibrarySource {
  const files = new Map<string, { readonly found: FoundFile; file: LibraryFile; wasRefused?: boolean }>();
  for (const file of tree.files) {
    if (!isOfAgencies(tree.pathOf(file)) || isRemarksFile(file.name)) continue;
    const found = foundFile(tree, file);
    files.set(found.path, { found, file });
  }
  // A folder without access may have answers in it, so it is listed as an unreadable file and becomes a problem.
  const closed: readonly FoundFile[] = tree.closed
    .filter((folder) => isOfAgencies([...tree.pathOf(folder), '']))
    .map((folder) => ({ path: shownPath(tree, folder), size: 0 }));
  return {
    path: tree.root.name,
    width: DOWNLOADS,
    list: (path) => {
      const listed = [...[...files.values()].map(({ found }) => found), ...closed];
      return Promise.resolve(path === tree.root.name ? listed : listed.filter((found) => found.path === path));
    },
    identify: (path) => Promise.resolve(`${library.root.id} ${files.get(path)?.file.id ?? path}`),
    stamp: (path) => {
      const file = files.get(path)?.file;
      return Promise.resolve(file && `${file.id} ${file.tag}`);
    },
    read: async (path) => {
      const entry = files.get(path);
      if (entry === undefined) {
        throw new FileFault('read', path, closed.some((folder) => folder.path === path) ? 'EACCES' : 'ENOENT');
      }
      entry.wasRefused = true;
      const { file, bytes } = await readFile(library, entry.file, path);
      // Only the listing has whether somebody has the file open.
      const isOpen = entry.file.isOpen === true ? { isOpen: true } : {};
      Object.assign(entry, { file: { ...file, ...isOpen }, wasRefused: false });
      return bytes;
    },
    has: (path) => files.has(path) || closed.some((folder) => folder.path === path),
    versionOf: (path) => files.get(path)?.file,
    wasRefused: (path) => files.get(path)?.wasRefused === true,
  };
}

/** Files that are downloaded in parallel. */
const DOWNLOADS = 4;

async function readFile(library: DocumentLibrary, file: LibraryFile, path: string): Promise<DownloadedFile> {
  try {
    return await fetchFile(library, file);
  } catch (error) {
    if (!(error instanceof LibraryFault) || FATAL.has(error.reason)) throw error;
    throw new FileFault('read', path, CODES[error.reason] ?? error.reason, { cause: error });
  }
}

/** Faults that would occur for every file. They are not caught, so that existing answers do not look like missing ones. */
const FATAL: ReadonlySet<LibraryFaultReason> = new Set(['signed-out', 'unreachable', 'busy']);

/** System error codes of faults that files on disk have, too, so that the same messages apply. */
const CODES: Readonly<Partial<Record<LibraryFaultReason, string>>> = {
  missing: 'ENOENT',
  denied: 'EACCES',
  locked: 'EBUSY',
};
