import { isHiddenName, isSpreadsheetName } from '../../domain/spreadsheet/defined-names.ts';
import type { ChosenFiles } from '../../usecases/ports/file-store.ts';
import { createPathedFiles, type PathedFile } from './chosen-files.ts';

/** What of a drop is needed here; a drop of the browser is one. */
export interface Drop {
  readonly items: Iterable<Pick<DataTransferItem, 'getAsFile' | 'webkitGetAsEntry'>>;
}

/**
 * Files and folders that a person dropped on a page: files each as it is, and of folders the spreadsheets in them and below. A folder
 * that cannot be opened stands in the list itself, so that reading it says why.
 */
export async function createDroppedFiles(drop: Drop): Promise<ChosenFiles> {
  // All at once: the browser forgets what was dropped as soon as its event is over. What is no file of the system has no entry.
  const dropped = [...drop.items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
  const files = await Promise.all(
    dropped.map(async (entry) => (entry instanceof File ? [opened(entry)] : filesAt(entry))),
  );
  return createPathedFiles(files.flat());
}

function opened(file: File): PathedFile {
  return { path: file.name, open: () => Promise.resolve(file) };
}

/** The file itself, or the spreadsheets of the folder. */
async function filesAt(entry: FileSystemEntry): Promise<readonly PathedFile[]> {
  const path = pathOf(entry);
  if (isFile(entry)) return [{ path, open: () => new Promise((resolve, reject) => entry.file(resolve, reject)) }];
  if (!isFolder(entry)) return [];
  try {
    const wanted = (await entriesIn(entry)).filter(
      (each) => !isHiddenName(each.name) && (isFolder(each) || isSpreadsheetName(each.name)),
    );
    return (await Promise.all(wanted.map(filesAt))).flat();
  } catch (error) {
    const reason = error as Error;
    return [{ path, open: () => Promise.reject(reason) }];
  }
}

/** Where an entry is, from what was dropped on. */
function pathOf({ fullPath }: FileSystemEntry): string {
  return fullPath.replace(/^\//, '');
}

/** A reader gives a hundred entries or so at a time, and none when there are no more. */
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
