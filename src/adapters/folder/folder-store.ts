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
  type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import { FileFault, type FileStore } from '../../usecases/ports/file-store.ts';
import { listFiles } from './list-files.ts';
import { systemCode } from './system-code.ts';

/** The files and folders of this computer. Relative paths start at the current folder. */
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

/** Milliseconds in which a file may change again without another time on it: file systems count in up to two seconds. */
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

async function write(target: string, bytes: Uint8Array): Promise<void> {
  try {
    const { file, mode } = await destination(target);
    await replace(file, bytes, mode);
  } catch (error) {
    throw new FileFault('write', target, systemCode(error), { cause: error });
  }
}

/** The real file behind `target` (a link stays a link), its folder made, with the mode of the file that is there. */
async function destination(target: string): Promise<{ readonly file: string; readonly mode?: number }> {
  await makeFolder(path.dirname(target));
  const found = await stat(target).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return { file: path.resolve(target) };
  if (!found.isFile())
    throw Object.assign(new Error('not a file'), { code: found.isDirectory() ? 'EISDIR' : 'EINVAL' });
  // A rename would also replace a file that somebody made read-only.
  await access(target, constants.W_OK);
  return { file: await realpath(target), mode: found.mode };
}

/** `mkdir` with `recursive` never returns where the system refuses a new name in a folder that exists (`/proc`, Node 20). */
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
 * Fills a new file beside `file`, brings it to the disk and gives it the name: at every moment the old file or the new one is whole.
 * The new file's name is short, for one made from a Thai name could be longer than the 255 bytes that file systems allow.
 */
async function replace(file: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.ita-${randomUUID()}.tmp`);
  try {
    await filled(await open(temporary, 'wx'), bytes);
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

async function filled(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings the new name to the disk. Not every system lets a folder be opened; the file itself is safe by then. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}
