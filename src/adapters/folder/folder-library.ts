import { createHash, randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import {
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { hasLockFile, isOfPeople } from '../../domain/spreadsheet/file-kind.ts';
import { instantOf } from '../../domain/text/instant.ts';
import { folderOfPath, pathIn, withSuffix } from '../../domain/text/file-path.ts';
import type { LibraryFaultReason } from '../../domain/diagnostics/library-fault.ts';
import {
  checkedName,
  LibraryFault,
  type DocumentLibrary,
  type LibraryChanges,
  type LibraryFile,
  type LibraryFolder,
  type LibraryItem,
} from '../../usecases/ports/document-library.ts';
import { systemCode } from './system-code.ts';

/**
 * A folder of this computer as a library, such as one that OneDrive keeps in step with SharePoint. An item's identifier is its
 * path below the folder. A file that is only a placeholder is fetched by the system when it is read.
 * @throws {LibraryFault} `missing` if there is no such folder, `denied` if it is closed
 */
export async function openFolderLibrary(location: string, signal?: AbortSignal): Promise<DocumentLibrary> {
  const top = path.resolve(location);
  const inLibrary = new FolderLibrary(top, signal);
  await inLibrary.probe();
  return inLibrary;
}

class FolderLibrary implements DocumentLibrary {
  readonly root: LibraryFolder;
  readonly #top: string;
  readonly #signal: AbortSignal | undefined;

  constructor(top: string, signal: AbortSignal | undefined) {
    this.#top = top;
    this.#signal = signal;
    this.root = { kind: 'folder', id: '', name: path.basename(top) || top, parent: '' };
  }

  /** Finds out whether the folder can be listed. */
  async probe(): Promise<void> {
    await this.#try('', async () => {
      const found = await stat(this.#top);
      if (!found.isDirectory()) throw this.#fault('not-folder', '', '');
      await readdir(this.#top);
    });
  }

  /**
   * Every listing is whole: a folder remembers no changes. Links are followed last and no folder is listed twice, so that a file has
   * its own path and links may lead in a circle.
   */
  async changes(): Promise<LibraryChanges> {
    const items: LibraryItem[] = [];
    const met = new Set<string>();
    const folders = [this.root];
    const links: LibraryFolder[] = [];
    for (let folder = folders.pop(); folder; folder = folders.pop() ?? links.shift()) {
      const real = await realpath(this.#pathOf(folder.id)).catch(() => undefined);
      if (real !== undefined && met.has(real)) continue;
      if (real !== undefined) met.add(real);
      const inside = await this.#listed(folder);
      // In place of what its parent's listing said.
      if (inside === undefined) items.push({ ...folder, isClosed: true });
      for (const item of inside ?? []) {
        items.push(item);
        if (item.kind === 'folder') ((await this.#isLink(item)) ? links : folders).push(item);
      }
    }
    return { items: [...new Map(items.map((item) => [item.id, item])).values()], gone: [], isWhole: true, cursor: '' };
  }

  children(folder: LibraryFolder): Promise<readonly LibraryItem[]> {
    return this.#try(folder.id, () => this.#list(folder));
  }

  async makeFolder(parent: LibraryFolder, name: string): Promise<LibraryFolder> {
    const id = pathIn(parent.id, checkedName(name));
    return this.#try(id, async () => {
      await mkdir(this.#pathOf(id)).catch(async (error: unknown) => {
        const isFolder = systemCode(error) === 'EEXIST' && (await stat(this.#pathOf(id))).isDirectory();
        if (!isFolder) throw error;
      });
      return { kind: 'folder', id, name, parent: parent.id };
    });
  }

  async create(parent: LibraryFolder, name: string, bytes: Uint8Array): Promise<LibraryFile> {
    const id = pathIn(parent.id, checkedName(name));
    return this.#try(id, async () => {
      return fileOf(id, await place(this.#pathOf(id), bytes), hashOf(bytes));
    });
  }

  /**
   * The version that is there is moved beside itself first, under a name that people see, so that nothing is ever overwritten: if it
   * is not the one meant, it is moved back, and if the computer stops in between, it is still there.
   */
  async replace(file: LibraryFile, bytes: Uint8Array): Promise<LibraryFile> {
    const target = this.#pathOf(file.id);
    return this.#try(file.id, async () => {
      const current = await this.#fileAt(file.id);
      const beside = new Set(await readdir(path.dirname(target)));
      if (hasLockFile(file.name, beside)) throw this.#fault('locked', file.id, 'lock file');
      if (current.tag !== file.tag) throw this.#fault('changed', file.id, `${current.tag} != ${file.tag}`);
      const aside = await movedAside(target);
      const isMeant = tagOf(await stat(aside, { bigint: true })) === file.tag;
      if (!isMeant) {
        await movedBack(aside, target);
        throw this.#fault('changed', file.id, 'saved meanwhile');
      }
      let placed: BigIntStats;
      try {
        placed = await place(target, bytes);
      } catch (error) {
        // Somebody saved a file of this name in this moment: both stay. Any other fault: the old one is put back.
        if (systemCode(error) === 'EEXIST') throw this.#fault('changed', file.id, path.basename(aside));
        await movedBack(aside, target);
        throw error;
      }
      await rm(aside, { force: true });
      return fileOf(file.id, placed, hashOf(bytes));
    });
  }

  async download(file: LibraryFile, known?: string): ReturnType<DocumentLibrary['download']> {
    return this.#try(file.id, async () => {
      for (;;) {
        const before = await this.#fileAt(file.id);
        const bytes = new Uint8Array(await readFile(this.#pathOf(file.id)));
        // Saved while it was read: read the later version whole.
        if ((await this.#fileAt(file.id)).tag !== before.tag) continue;
        const contentTag = hashOf(bytes);
        return contentTag === known ? undefined : { file: { ...before, contentTag }, bytes };
      }
    });
  }

  versions(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  /** What is in a folder: nothing, if it has gone meanwhile, and undefined, if it is closed to this account. */
  async #listed(folder: LibraryFolder): Promise<readonly LibraryItem[] | undefined> {
    try {
      return await this.children(folder);
    } catch (error) {
      if (!(error instanceof LibraryFault) || folder === this.root) throw error;
      if (error.reason === 'missing') return [];
      if (error.reason === 'denied') return undefined;
      throw error;
    }
  }

  async #isLink({ id }: LibraryFolder): Promise<boolean> {
    return (await lstat(this.#pathOf(id)).catch(() => undefined))?.isSymbolicLink() === true;
  }

  async #list(folder: LibraryFolder): Promise<readonly LibraryItem[]> {
    const entries = await readdir(this.#pathOf(folder.id), { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    const items: LibraryItem[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (!isOfPeople(name)) continue;
      const id = pathIn(folder.id, name);
      const found = await stat(this.#pathOf(id), { bigint: true }).catch(() => undefined);
      if (found?.isDirectory() === true) items.push({ kind: 'folder', id, name, parent: folder.id });
      // A link that leads nowhere is listed, so that reading it reports why.
      else if (found === undefined && entry.isSymbolicLink())
        items.push({ kind: 'file', id, name, parent: folder.id, size: 0, tag: '' });
      else if (found?.isFile() === true)
        items.push({ ...fileOf(id, found), ...(hasLockFile(name, names) ? { isOpen: true } : {}) });
    }
    return items;
  }

  async #fileAt(id: string): Promise<LibraryFile> {
    const found = await stat(this.#pathOf(id), { bigint: true });
    if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    return fileOf(id, found);
  }

  #pathOf(id: string): string {
    return path.join(this.#top, ...id.split('/'));
  }

  async #try<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    this.#signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (error instanceof LibraryFault) throw error;
      const code = systemCode(error);
      throw this.#fault(REASONS[code] ?? 'unexpected', id, code, { cause: error });
    }
  }

  #fault(reason: LibraryFaultReason, id: string, detail: string, options?: ErrorOptions): LibraryFault {
    return new LibraryFault(reason, id === '' ? this.#top : id, detail, options);
  }
}

/** What a system's error means; `UNKNOWN` is what Windows gives for a placeholder while OneDrive is off (ERROR_CLOUD_FILE_…). */
const REASONS: Readonly<Record<string, LibraryFaultReason>> = {
  EEXIST: 'exists',
  EISDIR: 'exists',
  ENOTDIR: 'missing',
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ENAMETOOLONG: 'bad-name',
  EINVAL: 'bad-name',
  EIO: 'unreachable',
  ETIMEDOUT: 'unreachable',
  UNKNOWN: 'unreachable',
};

/** Errors of file systems without hard links, such as exFAT and some network drives. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

function fileOf(id: string, found: BigIntStats, contentTag?: string): LibraryFile {
  const modifiedAt = instantOf(Number(found.mtimeMs));
  return {
    kind: 'file',
    id,
    name: id.slice(id.lastIndexOf('/') + 1),
    parent: folderOfPath(id),
    size: Number(found.size),
    tag: tagOf(found),
    ...(contentTag === undefined ? {} : { contentTag }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function tagOf({ size, mtimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ino].join(' ');
}

/**
 * Puts bytes at a path that nothing has, whole or not at all.
 * @returns what the system says of the very file with these bytes, whoever saves another one there a moment later
 */
async function place(target: string, bytes: Uint8Array): Promise<BigIntStats> {
  const temporary = path.join(path.dirname(target), `.ita-${randomUUID()}.tmp`);
  try {
    const stats = await written(temporary, bytes);
    try {
      await link(temporary, target);
      return stats;
    } catch (error) {
      if (!NO_LINKS.has(systemCode(error))) throw error;
      return await written(target, bytes);
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

async function written(target: string, bytes: Uint8Array): Promise<BigIntStats> {
  const handle = await open(target, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    return await handle.stat({ bigint: true });
  } finally {
    await handle.close();
  }
}

/** Moves a file beside itself, in one step and under a name of its own, `NAME (ก่อนแทนที่ 1a2b3c4d).xlsx`; returns where it is. */
async function movedAside(target: string): Promise<string> {
  const aside = withSuffix(target, ` (ก่อนแทนที่ ${randomUUID().slice(0, 8)})`);
  await rename(target, aside);
  return aside;
}

/** Moves a file back to its name, or leaves it beside what came there meanwhile: a rename would replace that. */
async function movedBack(aside: string, target: string): Promise<void> {
  try {
    await link(aside, target);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return;
    if (!NO_LINKS.has(systemCode(error))) throw error;
    try {
      await copyFile(aside, target, constants.COPYFILE_EXCL);
    } catch (failure) {
      if (systemCode(failure) === 'EEXIST') return;
      throw failure;
    }
  }
  await rm(aside);
}
