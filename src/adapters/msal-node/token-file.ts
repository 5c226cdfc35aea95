import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a sign-in is kept from one run to the next. */
export interface TokenStore {
  /** What was kept; undefined if nothing was. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
  /** Leaves nothing behind. */
  remove(): Promise<void>;
}

/** What only its owner may read: whoever has it is signed in as that person. Windows keeps others out of the folder instead. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/**
 * Keeps a sign-in in a file that no other user of the computer can read. What is there is replaced whole.
 * @param file its folder is made on demand
 */
export function createTokenFile(file: string): TokenStore {
  return {
    async read() {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(text) {
      const temporary = `${file}.${randomUUID()}.tmp`;
      await mkdir(path.dirname(file), { recursive: true, mode: OWNER_ONLY.folder });
      try {
        await writeFile(temporary, text, { mode: OWNER_ONLY.file, flag: 'wx' });
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    remove: () => rm(file, { force: true }),
  };
}
