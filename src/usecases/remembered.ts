import type { Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import type { FileSource, FoundFile } from './ports/file-store.ts';
import type { CachedResult, ResultCache } from './ports/result-cache.ts';
import { inParallel } from './in-parallel.ts';

/** A file's cached result, and the keys needed to cache it again. */
export interface Remembered<File extends FoundFile> {
  readonly file: File;
  readonly key?: string;
  readonly stamp?: string;
  readonly cached?: CachedResult;
}

/** Cache lookups in progress at a time. */
const LOOKUPS = 8;

/** Looks up each file in the cache, without opening the file. */
export async function* remembered<File extends FoundFile>(
  { files, cache }: { readonly files: Pick<FileSource, 'stamp'>; readonly cache?: ResultCache },
  { programme, roster }: { readonly programme: Programme; readonly roster: Roster },
  found: readonly File[],
): AsyncGenerator<Remembered<File>, void, undefined> {
  if (cache === undefined) {
    for (const file of found) yield { file };
    return;
  }
  // Hash the data, not its version: people edit their own data files without a new version.
  const context = await hashOf(new TextEncoder().encode(JSON.stringify([programme, roster])));
  yield* inParallel(found, LOOKUPS, async (file) => {
    const key = await hashOf(new TextEncoder().encode(`${context} ${file.path}`));
    const [stamp, cached] = await Promise.all([files.stamp?.(file.path), cache.find(key)]);
    return { file, key, ...(stamp === undefined ? {} : { stamp }), ...(cached === undefined ? {} : { cached }) };
  });
}

/** Whether the file has not changed since it was cached, judged without opening it. */
export function isUnchanged({ stamp, cached }: Remembered<FoundFile>): boolean {
  return stamp !== undefined && stamp === cached?.stamp;
}

/** The SHA-256 hash of bytes, in hexadecimal. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
