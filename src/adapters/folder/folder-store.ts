import { randomUUID } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import { FileFault, type FileStore } from '../../usecases/ports/file-store.ts';
import { listFiles } from './list-files.ts';
import { systemCode } from './system-code.ts';

/** The file system of this computer. Relative paths start at the current folder. */
export function createFolderStore(): FileStore {
  return { list: listFiles, identify, stamp, read, write };
}

async function identify(target: string): Promise<string> {
  const absolute = path.resolve(target);
  try {
    return await realpath(absolute);
  } catch {
    const folder = path.dirname(absolute);
    return folder === absolute ? absolute : path.join(await identify(folder), path.basename(absolute));
  }
}

/**
 * Milliseconds in which a file may change without a new modification time: some file systems store times in steps of
 * two seconds.
 */
const RESTLESS = 2000;

async function stamp(target: string): Promise<string | undefined> {
  try {
    const { size, mtimeNs, ctimeNs, mtimeMs, ino } = await stat(target, { bigint: true });
    return Date.now() - Number(mtimeMs) < RESTLESS ? undefined : [size, mtimeNs, ctimeNs, ino].join(' ');
  } catch {
    return undefined;
  }
}

async function read(target: string): Promise<Uint8Array> {
  try {
    return await readFile(target);
  } catch (error) {
    throw new FileFault('read', target, systemCode(error), { cause: error });
  }
}

type FileContent = Parameters<FileStore['write']>[1];

async function write(target: string, content: FileContent): Promise<void> {
  try {
    const { file, mode } = await destination(target);
    await replace(file, content, mode);
  } catch (error) {
    throw new FileFault('write', target, systemCode(error), { cause: error });
  }
}

/**
 * The real file behind `target`, so that a link stays a link, with its folder created, and the mode of an existing
 * file.
 */
async function destination(target: string): Promise<{ readonly file: string; readonly mode?: number }> {
  await makeFolder(path.dirname(target));
  const found = await stat(target).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return { file: path.resolve(target) };
  if (!found.isFile())
    throw Object.assign(new Error('not a file'), { code: found.isDirectory() ? 'EISDIR' : 'EINVAL' });
  // Check, because a rename would replace a read-only file too.
  await access(target, constants.W_OK);
  return { file: await realpath(target), mode: found.mode };
}

/** `mkdir` with `recursive` never returns if the system refuses a new name in an existing folder (`/proc`, Node 20). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isThere(folder)) return;
    if (systemCode(error) !== 'ENOENT' || (await isThere(path.dirname(folder)))) throw error;
    await makeFolder(path.dirname(folder));
    await makeFolder(folder);
  }
}

async function isThere(target: string): Promise<boolean> {
  return stat(target).then(
    () => true,
    () => false,
  );
}

/**
 * Replaces a file atomically: writes a temporary file beside it, flushes it to disk and renames it. Its name is short,
 * because one derived from a Thai name could exceed the 255 bytes of file systems.
 */
async function replace(file: string, content: FileContent, mode: number | undefined): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.ita-${randomUUID()}.tmp`);
  try {
    await filled(await open(temporary, 'wx'), content);
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

async function filled(handle: FileHandle, content: FileContent): Promise<void> {
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes the new name to disk. Not every system can open a folder; the file itself is safe by then. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}
