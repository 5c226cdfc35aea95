import { hasLockFile, isOfPeople } from '../../domain/spreadsheet/file-kind.ts';
import { folderOfPath, pathIn } from '../../domain/text/file-path.ts';
import { instantOf } from '../../domain/text/instant.ts';
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

/**
 * A folder that a person picked in the browser, as a library; such as one that OneDrive keeps in step. An item's identifier is its
 * path below the folder, and `contentTag` its SHA-256, so that the record means the same to the command line.
 *
 * The browser writes into a file of its own and puts that in place of the one meant when it is closed (fs.spec.whatwg.org, 2.6.3). What is
 * there is looked at once more just before that. There is no way to do both in one step: only the record and the master are ever
 * replaced, and an agency's workbook never.
 */
export function pickedFolderLibrary(folder: FileSystemDirectoryHandle, signal?: AbortSignal): DocumentLibrary {
  return new PickedFolderLibrary(folder, signal);
}

/** How often a file that changes while it is read is read again, and how long to wait before that, in milliseconds. */
const READINGS = 5;
const BETWEEN_READINGS = 200;

class PickedFolderLibrary implements DocumentLibrary {
  readonly root: LibraryFolder;
  readonly #top: FileSystemDirectoryHandle;
  readonly #signal: AbortSignal | undefined;

  constructor(top: FileSystemDirectoryHandle, signal: AbortSignal | undefined) {
    this.#top = top;
    this.#signal = signal;
    this.root = { kind: 'folder', id: '', name: top.name, parent: '' };
  }

  /** Every listing is whole: a folder remembers no changes. */
  changes(): Promise<LibraryChanges> {
    return this.#try('', async () => {
      const items: LibraryItem[] = [];
      await this.#listAll(this.root, this.#top, items);
      return { items, gone: [], isWhole: true, cursor: '' };
    });
  }

  children(folder: LibraryFolder): Promise<readonly LibraryItem[]> {
    return this.#try(folder.id, async () =>
      (await listed(folder, await this.#folderAt(folder.id))).map(({ item }) => item),
    );
  }

  makeFolder(parent: LibraryFolder, name: string): Promise<LibraryFolder> {
    const id = pathIn(parent.id, name);
    return this.#try(id, async () => {
      await (await this.#folderAt(parent.id)).getDirectoryHandle(checkedName(name), { create: true });
      return { kind: 'folder', id, name, parent: parent.id };
    });
  }

  /** A file without a byte counts as none: that is what is left where the page was closed before the bytes were in place. */
  create(parent: LibraryFolder, name: string, bytes: Uint8Array): Promise<LibraryFile> {
    const id = pathIn(parent.id, name);
    return this.#try(id, async () => {
      const folder = await this.#folderAt(parent.id);
      const there = await fileIn(folder, checkedName(name));
      if (there && (bytes.length === 0 || (await there.getFile()).size > 0)) throw this.#fault('exists', id, '');
      const handle = there ?? (await folder.getFileHandle(name, { create: true }));
      const assertEmpty = async (): Promise<void> => {
        if ((await handle.getFile()).size > 0) throw this.#fault('exists', id, 'saved meanwhile');
      };
      try {
        return await this.#put(id, handle, bytes, assertEmpty);
      } catch (error) {
        if (!there) await removeEmpty(folder, name);
        throw error;
      }
    });
  }

  replace(file: LibraryFile, bytes: Uint8Array): Promise<LibraryFile> {
    return this.#try(file.id, async () => {
      const folder = await this.#folderAt(file.parent);
      const handle = await folder.getFileHandle(file.name);
      const assertSame = async (): Promise<void> => {
        const current = await handle.getFile();
        const { tag } = fileOf(file.id, current);
        if (tag !== file.tag) throw this.#fault('changed', file.id, `${tag} != ${file.tag}`);
        if (hasLockFile(file.name, await namesIn(folder))) throw this.#fault('locked', file.id, '~$');
        if (file.contentTag !== undefined && (await hashOf(await bytesOf(current))) !== file.contentTag)
          throw this.#fault('changed', file.id, 'content');
      };
      await assertSame();
      return this.#put(file.id, handle, bytes, assertSame);
    });
  }

  download(file: LibraryFile, known?: string): ReturnType<DocumentLibrary['download']> {
    return this.#try(file.id, async () => {
      const handle = await (await this.#folderAt(file.parent)).getFileHandle(file.name);
      const { found, bytes } = await settled(handle);
      const contentTag = await hashOf(bytes);
      return contentTag === known ? undefined : { file: { ...fileOf(file.id, found), contentTag }, bytes };
    });
  }

  versions(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  /** Writes the bytes of a file, and reads them again: what came there in the same moment must not be taken for ours. */
  async #put(
    id: string,
    handle: FileSystemFileHandle,
    bytes: Uint8Array,
    assertUnchanged: () => Promise<void>,
  ): Promise<LibraryFile> {
    const contentTag = await hashOf(bytes);
    // Nobody else in this browser writes into the file meanwhile.
    const writable = await handle.createWritable({ mode: 'exclusive' } as FileSystemCreateWritableOptions);
    try {
      await writable.write(bytes.slice());
      await assertUnchanged();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    await writable.close();
    const { found, bytes: written } = await settled(handle);
    if ((await hashOf(written)) !== contentTag) throw this.#fault('changed', id, 'saved meanwhile');
    return { ...fileOf(id, found), contentTag };
  }

  async #listAll(folder: LibraryFolder, handle: FileSystemDirectoryHandle, items: LibraryItem[]): Promise<void> {
    this.#signal?.throwIfAborted();
    for (const { item, inside } of await listed(folder, handle)) {
      const at = items.push(item) - 1;
      if (item.kind === 'folder' && inside && !(await this.#listInside(item, inside, items)))
        items[at] = { ...item, isClosed: true };
    }
  }

  /** Whether a folder could be listed. One that has gone meanwhile has nothing in it. */
  async #listInside(folder: LibraryFolder, handle: FileSystemDirectoryHandle, items: LibraryItem[]): Promise<boolean> {
    try {
      await this.#listAll(folder, handle, items);
      return true;
    } catch (error) {
      if (!['NotAllowedError', 'NotFoundError'].includes(nameOf(error))) throw error;
      return nameOf(error) === 'NotFoundError';
    }
  }

  async #folderAt(id: string): Promise<FileSystemDirectoryHandle> {
    let folder = this.#top;
    for (const name of id === '' ? [] : id.split('/')) folder = await folder.getDirectoryHandle(name);
    return folder;
  }

  async #try<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    this.#signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (error instanceof LibraryFault || this.#signal?.aborted) throw error;
      const name = nameOf(error);
      throw this.#fault(REASONS[name] ?? 'unexpected', id, name, { cause: error });
    }
  }

  #fault(reason: LibraryFaultReason, id: string, detail: string, options?: ErrorOptions): LibraryFault {
    return new LibraryFault(reason, id === '' ? this.root.name : id, detail, options);
  }
}

/**
 * What the browser's errors mean: fs.spec.whatwg.org, 2.4 to 2.6 (access, a name of the other kind, locks, room), W3C File API, 7.1 (a file
 * that cannot be read, as while another program holds it). Chromium besides: a name that it does not allow, a state that has changed since it
 * was read, and a file that is not let through when it is closed.
 */
const REASONS: Readonly<Record<string, LibraryFaultReason>> = {
  NotFoundError: 'missing',
  TypeMismatchError: 'exists',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  AbortError: 'denied',
  QuotaExceededError: 'full',
  NoModificationAllowedError: 'locked',
  NotReadableError: 'locked',
  InvalidStateError: 'changed',
  TypeError: 'bad-name',
};

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : String(error);
}

/** An item in a listing, and for a folder the way into it. */
interface Listed {
  readonly item: LibraryItem;
  readonly inside?: FileSystemDirectoryHandle;
}

async function listed(folder: LibraryFolder, handle: FileSystemDirectoryHandle): Promise<readonly Listed[]> {
  const entries = new Map<string, FileSystemDirectoryHandle | FileSystemFileHandle>();
  for await (const [name, entry] of handle.entries()) entries.set(name, entry);
  const found: Listed[] = [];
  for (const [name, entry] of entries) {
    if (!isOfPeople(name)) continue;
    const id = pathIn(folder.id, name);
    if (entry.kind === 'directory') {
      found.push({ item: { kind: 'folder', id, name, parent: folder.id }, inside: entry });
      continue;
    }
    const file = await entry.getFile().catch(unlessGone);
    if (file) found.push({ item: { ...fileOf(id, file), ...(hasLockFile(name, entries) ? { isOpen: true } : {}) } });
  }
  return found;
}

function unlessGone(error: unknown): undefined {
  if (nameOf(error) !== 'NotFoundError') throw error;
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const name of folder.keys()) names.add(name);
  return names;
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemFileHandle | undefined> {
  return folder.getFileHandle(name).catch(unlessGone);
}

/** Takes away the file that was made for bytes that did not get there. */
async function removeEmpty(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    if (file.size === 0) await folder.removeEntry(name);
  } catch {
    // It is gone or in use; why the bytes did not get there is what matters.
  }
}

/** A file that stays the same while it is read, whole. The browser refuses to read on what was changed since it was looked at. */
async function settled(handle: FileSystemFileHandle): Promise<{ readonly found: File; readonly bytes: Uint8Array }> {
  for (let reading = 1; ; reading += 1) {
    const found = await handle.getFile();
    try {
      return { found, bytes: await bytesOf(found) };
    } catch (error) {
      if (nameOf(error) !== 'NotReadableError' || reading === READINGS) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_READINGS));
    }
  }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

function fileOf(id: string, { size, lastModified }: File): LibraryFile {
  const modifiedAt = instantOf(lastModified);
  return {
    kind: 'file',
    id,
    name: id.slice(id.lastIndexOf('/') + 1),
    parent: folderOfPath(id),
    size,
    tag: `${size} ${lastModified}`,
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
