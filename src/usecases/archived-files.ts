import { fileKind, isHiddenName } from '../domain/spreadsheet/file-kind.ts';
import { FileFault, type FileSource, type FoundFile } from './ports/file-store.ts';
import { UnreadableWorkbook, type ArchivedFile, type WorkbookCodec } from './ports/workbook-codec.ts';

/**
 * Megabytes above which an archive is not even loaded.
 * @internal
 */
export const MAX_ARCHIVE_MB = 100;

/** The files of an archive by their paths in it. */
type OpenArchive = ReadonlyMap<string, ArchivedFile>;

/**
 * Files with those inside of .zip archives, each as `archive.zip/inner.xlsx`. An archive that cannot be opened, or one in an
 * archive, is a file like others. One archive is in memory at a time, and of its files those that are being read.
 */
export function withArchives<Files extends FileSource>(
  files: Files,
  codec: Pick<WorkbookCodec, 'unpack'>,
): Files & FileSource {
  let last: { readonly path: string; readonly archive: Promise<OpenArchive | undefined> } | undefined;
  const open = (path: string): Promise<OpenArchive | undefined> => {
    if (last?.path !== path) last = { path, archive: openArchive(files, codec, path) };
    return last.archive;
  };
  const archives = new Map<string, string>();
  const listed = async (file: FoundFile): Promise<readonly FoundFile[]> => {
    if (!/\.zip$/i.test(file.path) || file.size > MAX_ARCHIVE_MB * 2 ** 20) return [file];
    const archive = await open(file.path);
    const inside = [...(archive?.values() ?? [])].map(({ path, size }): FoundFile => {
      const { modifiedAt } = file;
      return { path: `${file.path}/${path}`, size, ...(modifiedAt === undefined ? {} : { modifiedAt }) };
    });
    for (const { path } of inside) archives.set(path, file.path);
    return inside.length === 0 ? [file] : inside;
  };
  return {
    ...files,
    list: async (path) => {
      const found: FoundFile[] = [];
      for (const file of await files.list(path)) found.push(...(await listed(file)));
      return found;
    },
    identify: async (path) => {
      const archive = archives.get(path);
      return archive === undefined
        ? files.identify(path)
        : (await files.identify(archive)) + path.slice(archive.length);
    },
    stamp: async (path) => files.stamp?.(archives.get(path) ?? path),
    read: async (path) => {
      const archive = archives.get(path) ?? /^.*?\.zip(?=\/)/i.exec(path)?.[0];
      const file = archive && (await open(archive))?.get(path.slice(archive.length + 1));
      return file ? file.read() : files.read(path);
    },
  };
}

/** Whether a file is an archive of others by its name, and no workbook that got this name. */
export async function isArchive(
  files: Pick<FileSource, 'read'>,
  codec: Pick<WorkbookCodec, 'unpack'>,
  path: string,
): Promise<boolean> {
  if (fileKind(path) !== 'archive') return false;
  try {
    return !isPackage(await codec.unpack(await files.read(path)));
  } catch (error) {
    if (error instanceof FileFault || error instanceof UnreadableWorkbook) return true;
    throw error;
  }
}

/** Opens an archive; undefined where that is not possible, so that it is named as the file that it is. */
async function openArchive(
  files: FileSource,
  codec: Pick<WorkbookCodec, 'unpack'>,
  path: string,
): Promise<OpenArchive | undefined> {
  try {
    const inside = await codec.unpack(await files.read(path));
    if (isPackage(inside)) return undefined;
    const shown = inside.filter((file) => !file.path.split('/').some(isHiddenInArchive));
    return new Map(shown.map((file) => [file.path, file]));
  } catch (error) {
    if (error instanceof FileFault || error instanceof UnreadableWorkbook) return undefined;
    throw error;
  }
}

/** Whether the files are the parts of a workbook or document, which is a zip file too, whatever its name. */
function isPackage(inside: readonly ArchivedFile[]): boolean {
  return inside.some(({ path }) => path === '[Content_Types].xml');
}

/** macOS puts what its files have beside their content into a folder of this name. */
function isHiddenInArchive(name: string): boolean {
  return name === '__MACOSX' || isHiddenName(name);
}
