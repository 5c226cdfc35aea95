import { isHiddenName } from '../../domain/spreadsheet/file-kind.ts';
import type { ChosenFiles } from '../../usecases/ports/file-store.ts';
import { createPathedFiles, type PathedFile } from './chosen-files.ts';

/** The part of a browser's drop that is needed here. */
export interface Drop {
  readonly items: Iterable<Pick<DataTransferItem, 'getAsFile' | 'webkitGetAsEntry'>>;
}

/**
 * The files and folders that a person dropped on a page: every file, and those in folders and subfolders that are not hidden. A
 * folder that cannot be opened is listed itself, so that reading it reports why.
 */
export async function createDroppedFiles(drop: Drop): Promise<ChosenFiles> {
  // Read all items now, because the browser discards them after the event. Items that are not files have no entry.
  const dropped = [...drop.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    // On a page of file: Chromium opens no entry (feross/drag-drop#10, WICG/entries-api#36), but gives a file itself.
    return (entry?.isDirectory ? entry : (item.getAsFile() ?? entry)) ?? [];
  });
  const files = await Promise.all(
    dropped.map(async (entry) => (entry instanceof File ? [opened(entry)] : filesAt(entry))),
  );
  return createPathedFiles(files.flat());
}

function opened(file: File): PathedFile {
  return { path: file.name, open: () => Promise.resolve(file) };
}

/** The file itself, or those in the folder. */
async function filesAt(entry: FileSystemEntry): Promise<readonly PathedFile[]> {
  const path = pathOf(entry);
  if (isFile(entry)) return [{ path, open: () => new Promise((resolve, reject) => entry.file(resolve, reject)) }];
  if (!isFolder(entry)) return [];
  try {
    const wanted = (await entriesIn(entry)).filter(({ name }) => !isHiddenName(name));
    return (await Promise.all(wanted.map(filesAt))).flat();
  } catch (error) {
    const reason = error as Error;
    return [{ path, open: () => Promise.reject(reason) }];
  }
}

/** The path of an entry within the drop. */
function pathOf({ fullPath }: FileSystemEntry): string {
  return fullPath.replace(/^\//, '');
}

/** A reader returns about a hundred entries at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
