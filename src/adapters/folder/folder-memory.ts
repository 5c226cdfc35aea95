import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LibraryMemory } from '../../usecases/ports/library-memory.ts';
import { writeOrForget } from './write-or-forget.ts';

/** What was in libraries, in a folder with a file for each. The folder is created on demand and may be deleted at any time. */
export function createFolderMemory(folder: string): LibraryMemory {
  const fileOf = (key: string): string =>
    path.join(folder, 'libraries', `${createHash('sha256').update(key).digest('hex')}.json`);
  return {
    load: (key) => readFile(fileOf(key), 'utf8').catch(() => undefined),
    save: (key, text) => writeOrForget(fileOf(key), text),
  };
}
