import { pickedFolderLibrary } from '../../../src/adapters/picked-folder/picked-folder-library.ts';
import { LibraryFault } from '../../../src/usecases/ports/document-library.ts';

/** What can be asked of a library in another place. */
export type Asked = 'root' | 'changes' | 'children' | 'makeFolder' | 'create' | 'replace' | 'download' | 'versions';

/** What came of it, as data; bytes are lists of numbers. */
export type Answer =
  { readonly value: unknown } | { readonly fault: { readonly reason: string; readonly detail: string } };

/** The browser's own file system as a folder that somebody picked; each name is a folder of its own. */
const picked = async (name: string): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });

/** Asks the library in a folder. */
async function ask(folder: string, what: Asked, given: readonly unknown[]): Promise<Answer> {
  const library = pickedFolderLibrary(await picked(folder));
  try {
    if (what === 'root') return { value: library.root };
    const methods = library as unknown as Readonly<Record<Asked, (...given: unknown[]) => Promise<unknown>>>;
    return { value: withNumbers(await methods[what](...given.map(withBytes))) };
  } catch (error) {
    if (!(error instanceof LibraryFault)) throw error;
    return { fault: { reason: error.reason, detail: error.detail } };
  }
}

function withBytes(given: unknown): unknown {
  return Array.isArray(given) ? Uint8Array.from(given as number[]) : (given ?? undefined);
}

function withNumbers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return value ?? null;
  return { ...value, bytes: [...(value.bytes as Uint8Array)] };
}

/** Saves a file as another program does, without the library; without bytes it removes what is there. */
async function outside(folder: string, path: string, bytes?: readonly number[]): Promise<void> {
  const names = path.split('/');
  const last = names.pop()!;
  let at = await picked(folder);
  for (const name of names) at = await at.getDirectoryHandle(name, { create: true });
  if (bytes === undefined) return at.removeEntry(last);
  const writable = await (await at.getFileHandle(last, { create: true })).createWritable();
  await writable.write(Uint8Array.from(bytes));
  await writable.close();
}

interface Writing {
  createWritable: (
    this: FileSystemFileHandle,
    options?: FileSystemCreateWritableOptions,
  ) => Promise<FileSystemWritableFileStream>;
}

/** Lets another program save a file of the library in the moment before the library begins to write. */
function saveBeforeWriting(folder: string, path: string, bytes: readonly number[]): void {
  const prototype: Writing = FileSystemFileHandle.prototype;
  const { createWritable } = prototype;
  prototype.createWritable = async function (options) {
    prototype.createWritable = createWritable;
    await outside(folder, path, bytes);
    return createWritable.call(this, options);
  };
}

Object.assign(globalThis, { ask, outside, saveBeforeWriting });
