import { pathsBeside } from '../domain/text/file-path.ts';
import { FileFault, type FileStore } from './ports/file-store.ts';
import { isThere } from './read-workbook.ts';

/**
 * The first path of `REPORT.docx`, `REPORT (2).docx` … that holds no file, or the very bytes that would be written: somebody
 * may have worked in any other.
 */
export async function freePath(files: FileStore, out: string, bytes: Uint8Array): Promise<string> {
  for (const paths = pathsBeside(out); ;) {
    const path = paths.next().value;
    if (!(await isThere(files, path)) || (await holds(files, path, bytes))) return path;
  }
}

async function holds(files: FileStore, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const there = await files.read(path);
    return there.length === bytes.length && there.every((byte, index) => byte === bytes[index]);
  } catch (error) {
    // Writing says best what is wrong with a folder of that name.
    if (error instanceof FileFault && error.code === 'EISDIR') return true;
    throw error;
  }
}
