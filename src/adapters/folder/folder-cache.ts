import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CachedResult, ResultCache } from '../../usecases/ports/result-cache.ts';

/**
 * A cache in a folder, a file for each key; the folder is made when it is needed and can be deleted at any time. `version` names
 * who keeps: what another version kept is ignored, as is a file that is not whole.
 */
export function createFolderCache(folder: string, version: string): ResultCache {
  const fileOf = (key: string): string => path.join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  return {
    async find(key) {
      try {
        return unseal(await readFile(fileOf(key), 'utf8'), version);
      } catch {
        return undefined;
      }
    },
    async store(key, kept) {
      const file = fileOf(key);
      const temporary = `${file}.${randomUUID()}.tmp`;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(temporary, seal(kept, version));
        await rename(temporary, file);
      } catch {
        // What cannot be kept is read again the next time.
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** A first line that tells whether the rest is what was written, and by which version. */
function seal(kept: CachedResult, version: string): string {
  const body = JSON.stringify(kept);
  return `${sealOf(body, version)}\n${body}`;
}

function unseal(text: string, version: string): CachedResult | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, end) === sealOf(body, version) ? (JSON.parse(body) as CachedResult) : undefined;
}

function sealOf(body: string, version: string): string {
  return createHash('sha256').update(JSON.stringify(version)).update(body).digest('hex');
}
