import { LibraryFault, type DocumentLibrary } from '../../usecases/ports/document-library.ts';
import { pickedFolderLibrary } from './picked-folder-library.ts';

/** What Chromium has besides (WICG File System Access, 3 and 4); Firefox and Safari do not. */
interface Permitted {
  queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picking {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Whether a folder can be picked here, to be read and written. */
export function canPickFolders(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** The folder that was picked last; it is remembered in this browser until another one is. */
export const pickedFolders = {
  /** The name of the folder that was picked earlier; undefined if there is none. Asks nobody. */
  async remembered(): Promise<string | undefined> {
    return (await recall())?.name;
  },

  /** Lets the person pick a folder; only at a click. @returns its name; undefined if none was picked */
  async pick(): Promise<string | undefined> {
    try {
      const folder = await (globalThis as Picking).showDirectoryPicker?.({ id: 'ita-shared', mode: 'readwrite' });
      if (folder) await remember(folder);
      return folder?.name;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      throw new LibraryFault('denied', '', String(error), { cause: error });
    }
  },

  /** Asks for the permission to use the remembered folder again; only at a click. */
  async allow(): Promise<void> {
    const folder = await recall();
    if (folder === undefined) throw new LibraryFault('missing', '', '');
    if ((await permissionOf(folder, true)) !== 'granted') throw new LibraryFault('denied', folder.name, 'permission');
  },

  /**
   * Opens the folder that was picked.
   * @throws {LibraryFault} `missing` if there is none, `denied` without permission
   */
  async open(signal?: AbortSignal): Promise<DocumentLibrary> {
    const folder = await recall();
    if (folder === undefined) throw new LibraryFault('missing', '', '');
    if ((await permissionOf(folder, false)) !== 'granted') throw new LibraryFault('denied', folder.name, 'permission');
    return pickedFolderLibrary(folder, signal);
  },
};

async function permissionOf(folder: FileSystemDirectoryHandle & Permitted, ask: boolean): Promise<PermissionState> {
  const state = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  return state === 'prompt' && ask ? ((await folder.requestPermission?.({ mode: 'readwrite' })) ?? 'granted') : state;
}

/** Where handles are kept; a page of `file:` may be refused, and remembers the folder as long as it is open. */
const DATABASE = 'ita-folders';
const STORE = 'folders';
const KEY = 'shared';

let inPage: FileSystemDirectoryHandle | undefined;

async function remember(folder: FileSystemDirectoryHandle): Promise<void> {
  inPage = folder;
  await inStore('readwrite', (store) => store.put(folder, KEY)).catch(() => undefined);
}

async function recall(): Promise<FileSystemDirectoryHandle | undefined> {
  inPage ??= (await inStore('readonly', (store) => store.get(KEY)).catch(() => undefined)) as typeof inPage;
  return inPage;
}

async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await done(opening)) as IDBDatabase;
  try {
    return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function done(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason'));
  });
}
