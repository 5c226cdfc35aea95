import type { ArchivedFile } from '../../../usecases/ports/workbook-codec.ts';
import type { ReadOptions } from '../options.ts';
import { readEntry } from './read-entry.ts';
import { openAnyZip } from './zip-archive.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** Windows writes names in the code page of the system, which for Thai is 874 (WHATWG Encoding, 9). */
const THAI = new TextDecoder('windows-874');

/**
 * Lists the files of a .zip archive, without its folders.
 * @throws {UnreadableWorkbook}
 */
export function unpackArchive(bytes: Uint8Array, options: ReadOptions): readonly ArchivedFile[] {
  const archive = openAnyZip(bytes, options.limits, nameIn);
  return archive.entries
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({
      path: entry.name,
      size: entry.size,
      // Stored bytes would be a view of the archive, which whoever transfers them would take away with them.
      read: () => readEntry(archive, entry, options).slice(),
    }));
}

/** UTF-8 whether a flag says so (APPNOTE.TXT, appendix D) or not, as macOS writes it: a Thai name in code page 874 is hardly ever valid UTF-8. */
function nameIn(name: Uint8Array): string {
  try {
    return UTF8.decode(name);
  } catch {
    return THAI.decode(name);
  }
}
