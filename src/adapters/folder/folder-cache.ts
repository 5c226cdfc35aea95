import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CachedResult, ResultCache } from '../../usecases/ports/result-cache.ts';
import { writeOrForget } from './write-or-forget.ts';

/** As texts are in memory, so that nothing is converted: in UTF-8, Thai text takes half as much room again. */
const ENCODING = 'utf16le';

/**
 * A cache in a folder with a file for each key. The folder is created on demand and may be deleted at any time. Entries
 * of another `version` of the program and damaged files are ignored.
 */
export function createFolderCache(folder: string, version: string): ResultCache {
  const fileOf = (key: string): string => path.join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  return {
    async find(key) {
      try {
        return unseal(await readFile(fileOf(key), ENCODING), version);
      } catch {
        return undefined;
      }
    },
    store: (key, entry) => writeOrForget(fileOf(key), Buffer.from(seal(entry, version), ENCODING)),
  };
}

/** The first line of a cache file, which shows whether the rest is complete and which version wrote it. */
function seal(entry: CachedResult, version: string): string {
  const body = JSON.stringify(entry);
  return `${sealOf(body, version)}\n${body}`;
}

function unseal(text: string, version: string): CachedResult | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, end) === sealOf(body, version) ? (JSON.parse(body) as CachedResult) : undefined;
}

function sealOf(body: string, version: string): string {
  return createHash('sha256').update(JSON.stringify(version)).update(body, ENCODING).digest('hex');
}
