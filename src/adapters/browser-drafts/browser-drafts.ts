import type { TypedText } from '../../domain/form/answers/typed-texts.ts';
import type { Draft, DraftFile, DraftStore } from '../../usecases/ports/draft-store.ts';

const DATABASE = 'ita-drafts';
/** Files are large and typed texts are kept at every key press, so each has a store of its own. */
const FILES = 'files';
const TYPED = 'typed';

/** Stays open: a transaction of an open database is under way to the browser before a call returns. */
let opened: IDBDatabase | undefined;
let opening: Promise<IDBDatabase> | undefined;

/** Drafts in the IndexedDB of this site. A page of `file:` shares it with all such pages of the browser, or is refused. */
export const browserDrafts: DraftStore = {
  async all() {
    // Nothing is left in a browser in which nothing had to be kept.
    if (opened === undefined && !(await isThere())) return [];
    const files = await inStore(FILES, 'readonly', (store) => store.getAll() as IDBRequest<StoredFile[]>);
    const typed = await inStore(TYPED, 'readonly', (store) => store.getAll() as IDBRequest<StoredTyped[]>);
    const drafts = files.map(async ({ original, bytes, ...file }): Promise<Draft> => ({
      ...file,
      original: await bytesOf(original),
      bytes: await bytesOf(bytes),
      typed: typed.find(({ id }) => id === file.id)?.typed ?? [],
    }));
    const read = await Promise.allSettled(drafts);
    // One whose blob cannot be read stays where it is, and hides no other.
    return read
      .flatMap((draft) => (draft.status === 'fulfilled' ? draft.value : []))
      .sort((one, other) => (one.at < other.at ? 1 : -1));
  },

  async prepare() {
    await ready();
  },

  async keepFile(id, file) {
    const keep = (stored: (bytes: Uint8Array) => Uint8Array | Blob): Promise<unknown> => {
      const kept: StoredFile = { ...file, id, original: stored(file.original), bytes: stored(file.bytes) };
      return inStore(FILES, 'readwrite', (store) => store.put(kept));
    };
    try {
      await keep(asBlob);
    } catch (error) {
      // A private window of Safari keeps no blobs; without room it keeps no bytes either.
      if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error;
      await keep(wholeCopy);
    }
  },

  async keepTyped(id, typed) {
    await inStore(TYPED, 'readwrite', (store) => store.put({ id, typed } satisfies StoredTyped));
  },

  async discard(id) {
    await inStore(FILES, 'readwrite', (store) => store.delete(id));
    await inStore(TYPED, 'readwrite', (store) => store.delete(id));
  },
};

/** Bytes from which a file is kept as a blob: a page answers sooner than where the bytes themselves are to be kept. */
const LARGE = 1_000_000;

/** Of a view the whole buffer would be kept. */
function wholeCopy(bytes: Uint8Array): Uint8Array {
  return bytes.slice();
}

function asBlob(bytes: Uint8Array): Uint8Array | Blob {
  return bytes.length < LARGE ? wholeCopy(bytes) : new Blob([bytes as Uint8Array<ArrayBuffer>]);
}

async function bytesOf(kept: Uint8Array | Blob): Promise<Uint8Array> {
  return kept instanceof Blob ? new Uint8Array(await kept.arrayBuffer()) : kept;
}

interface StoredFile extends Omit<DraftFile, 'original' | 'bytes'>, Pick<Draft, 'id'> {
  readonly original: Uint8Array | Blob;
  readonly bytes: Uint8Array | Blob;
}

interface StoredTyped {
  readonly id: string;
  readonly typed: readonly TypedText[];
}

function inStore<Value>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  // Without a wait where the database is open.
  if (opened !== undefined) return run(opened, name, mode, work);
  return ready().then((database) => run(database, name, mode, work));
}

function ready(): Promise<IDBDatabase> {
  if (opened !== undefined) return Promise.resolve(opened);
  opening ??= open().finally(() => (opening = undefined));
  return opening;
}

function run<Value>(
  database: IDBDatabase,
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const transaction = database.transaction(name, mode);
  const request = work(transaction.objectStore(name));
  const asked = new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason'));
  });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('no reason'));
  });
  // A page that is left aborts what is not committed. Where only reading is left, Chromium can complete a committed transaction before its request.
  if (mode === 'readwrite') transaction.commit();
  return Promise.all([asked, done]).then(([value]) => value);
}

/** Whether there is a database; where a browser does not tell, it is made. */
async function isThere(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const name of [FILES, TYPED]) request.result.createObjectStore(name, { keyPath: 'id' });
    };
    request.onerror = () => reject(request.error ?? new Error('no reason'));
    request.onsuccess = () => {
      opened = request.result;
      // A person may clear what the browser keeps, and a later version of the page may change it.
      opened.onclose = () => (opened = undefined);
      opened.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
  });
}
