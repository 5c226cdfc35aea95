import type { Problem } from '../domain/diagnostics/problem.ts';
import { freePath, nameOfPath } from '../domain/text/file-path.ts';
import type { FileSource, FoundFile } from './ports/file-store.ts';
import { unopened } from './unreadable.ts';

/** A file under one of the given paths. */
export interface NamedFile extends FoundFile {
  /** Its path relative to the given folder, or the file name. */
  readonly name: string;
}

/** Lists every file under the paths once; a path that cannot be listed becomes a problem. */
export async function findFiles(
  files: Pick<FileSource, 'list' | 'identify'>,
  paths: readonly string[],
): Promise<{ readonly files: readonly NamedFile[]; readonly problems: readonly Problem[] }> {
  const found = new Map<string, NamedFile>();
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      for (const file of await files.list(path)) {
        const id = await files.identify(file.path);
        if (!found.has(id)) found.set(id, { ...file, name: nameBelow(path, file.path) });
      }
    } catch (error) {
      problems.push(unopened(error, path));
    }
  }
  return { files: [...found.values()], problems };
}

function nameBelow(operand: string, path: string): string {
  const folder = operand.replaceAll('\\', '/').replace(/^(?:\.\/+)+|\/+$/g, '');
  if (folder === '.' && !/^(?:\/|\.\.\/)/.test(path)) return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : nameOfPath(path);
}

/** A path in a folder for a copy of each file, each another: files in different folders can have the same name. */
export function nameCopies(files: readonly NamedFile[], folder: string): ReadonlyMap<NamedFile, string> {
  const copies = new Map<NamedFile, string>();
  const taken = new Set<string>();
  const base = folder.replace(/(.)\/+$/, '$1');
  for (const file of files) {
    // Most systems take names that differ in case alone for the same.
    const path = freePath(`${base}/${file.name}`, (name) => taken.has(name.toLowerCase()));
    taken.add(path.toLowerCase());
    copies.set(file, path);
  }
  return copies;
}
