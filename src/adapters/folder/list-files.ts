import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { instantOf } from '../../domain/text/instant.ts';
import { isHiddenName } from '../../domain/spreadsheet/file-kind.ts';
import { FileFault, type FoundFile } from '../../usecases/ports/file-store.ts';
import { systemCode } from './system-code.ts';

/** The state of a walk through folders. */
interface Walk {
  readonly files: FoundFile[];
  /** Real paths of visited folders and link targets. */
  readonly met: Set<string>;
  /** Links to follow after all real files, so that a file is listed by its own path. */
  readonly links: string[];
}

/** Lists the files at or below a path; see `FileStore.list`. */
export async function listFiles(target: string): Promise<readonly FoundFile[]> {
  try {
    const found = await stat(target);
    if (!found.isDirectory()) return [foundFile(target, found)];
    await readdir(target);
  } catch (error) {
    throw new FileFault('read', target, systemCode(error), { cause: error });
  }
  const walk: Walk = { files: [], met: new Set(), links: [] };
  await walkFolder(target, walk);
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) await walkLink(link, walk);
  // By code unit, so that the order does not depend on the computer's language.
  return walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  let entries: Dirent[];
  try {
    if (!firstMet(await realpath(folder), walk)) return;
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    walk.files.push({ path: shown(folder), size: 0 });
    return;
  }
  for (const entry of entries) {
    const location = path.join(folder, entry.name);
    if (isHiddenName(entry.name)) continue;
    else if (entry.isSymbolicLink()) walk.links.push(location);
    else if (entry.isDirectory()) await walkFolder(location, walk);
    else if (entry.isFile()) await addFile(location, walk);
  }
}

/** Follows a link to a folder or file. A broken link is listed itself, so that reading it reports why. */
async function walkLink(link: string, walk: Walk): Promise<void> {
  const found = await stat(link).catch(() => undefined);
  if (found?.isDirectory()) await walkFolder(link, walk);
  else if (found === undefined || found.isFile()) await addFile(link, walk);
}

async function addFile(location: string, walk: Walk): Promise<void> {
  const found = await stat(location).catch(() => undefined);
  const real = await realpath(location).catch(() => path.resolve(location));
  if (firstMet(real, walk)) walk.files.push(foundFile(location, found));
}

function foundFile(location: string, found: Stats | undefined): FoundFile {
  const modifiedAt = found && instantOf(found.mtimeMs);
  return { path: shown(location), size: found?.size ?? 0, ...(modifiedAt === undefined ? {} : { modifiedAt }) };
}

function firstMet(real: string, walk: Walk): boolean {
  const first = !walk.met.has(real);
  walk.met.add(real);
  return first;
}

/** A path with `/` between folders on every system. */
function shown(location: string): string {
  return path.sep === '/' ? location : location.replaceAll(path.sep, '/');
}
