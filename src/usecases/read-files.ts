import type { Programme } from '../domain/programme/programme.ts';
import type { Roster } from '../domain/programme/roster.ts';
import type { Problem } from '../domain/diagnostics/problem.ts';
import type { ReadResult } from '../domain/submissions/submission.ts';
import { inParallel } from './in-parallel.ts';
import { plainReader } from './plain-reader.ts';
import type { FileSource, FoundFile } from './ports/file-store.ts';
import type { OpenReader, WorkbookReader } from './ports/workbook-reader.ts';
import type { ResultCache } from './ports/result-cache.ts';
import type { WorkbookCodec } from './ports/workbook-codec.ts';
import { isUnreadable, unopened } from './unreadable.ts';
import { hashOf, isUnchanged, remembered, type Remembered } from './remembered.ts';

/** What reading many files needs from outside. */
export interface ReadFilesPorts {
  readonly codec: Pick<WorkbookCodec, 'decode'>;
  readonly files: Pick<FileSource, 'read' | 'stamp'>;
  /** Where workbooks are read; the asking thread where it is left out. */
  readonly openReader?: OpenReader;
  /** Remembers what files held; nothing is remembered where it is left out. */
  readonly cache?: ResultCache;
}

/** What the files are held against. */
export interface ReadFilesContext {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly signal?: AbortSignal;
}

/** A file with what it holds. */
export interface FileResult<File extends FoundFile> {
  readonly file: File;
  readonly result: ReadResult;
}

/**
 * What each of the files holds, as soon as it is known: first what is remembered of files that are as they were, then what is read.
 * Their order is kept only by a reader that takes one at a time. No more files are in memory than the reader has use for.
 * @throws the signal's reason as soon as it is aborted.
 */
export async function* readFiles<File extends FoundFile>(
  ports: ReadFilesPorts,
  context: ReadFilesContext,
  files: readonly File[],
): AsyncGenerator<FileResult<File>, void, undefined> {
  const { signal } = context;
  signal?.throwIfAborted();
  const changed: Remembered<File>[] = [];
  for await (const memory of remembered(ports, context, files)) {
    signal?.throwIfAborted();
    if (memory.cached && isUnchanged(memory)) yield { file: memory.file, result: memory.cached.result };
    else changed.push(memory);
  }
  if (changed.length > 0) yield* readChanged(ports, context, changed);
}

async function* readChanged<File extends FoundFile>(
  ports: ReadFilesPorts,
  { programme, roster, signal }: ReadFilesContext,
  files: readonly Remembered<File>[],
): AsyncGenerator<FileResult<File>, void, undefined> {
  const openReader = ports.openReader ?? plainReader(ports.codec);
  const reader = openReader(files.length, { programme, roster });
  const stop = (): void => reader.close();
  signal?.addEventListener('abort', stop);
  try {
    const read = async (memory: Remembered<File>): Promise<FileResult<File>> => ({
      file: memory.file,
      result: skipped(memory.file) ?? (await readFile(ports, reader, memory)),
    });
    for await (const result of inParallel(files, reader.width, read)) {
      signal?.throwIfAborted();
      yield result;
    }
  } catch (error) {
    // A reader that was closed in the middle says so; the reason is the signal's.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    reader.close();
  }
}

/** No honest workbook comes near; a larger file is not even brought into memory. */
export const MAX_FILE_MB = 100;

/** What is known of a file without opening it. */
export function skipped({ path: file, size }: FoundFile): ReadResult | undefined {
  if (file.split('/').at(-1)?.startsWith('~$')) return onlyProblem({ code: 'file-lock-skipped', file });
  if (size > MAX_FILE_MB * 2 ** 20)
    return onlyProblem({ code: 'file-too-large', file, limit: 'file', most: MAX_FILE_MB });
  return undefined;
}

async function readFile(
  { files, cache }: ReadFilesPorts,
  reader: WorkbookReader,
  { file: { path }, key, stamp, cached }: Remembered<FoundFile>,
): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch (error) {
    return onlyProblem(unopened(error, path));
  }
  if (cache === undefined || key === undefined) return reader.read(bytes, path);
  const hash = await hashOf(bytes);
  const result = cached?.hash === hash ? cached.result : await reader.read(bytes, path);
  // What could not be read may be read the next time: by another reader, or in more time.
  if (!result.problems.some(isUnreadable)) {
    await cache.store(key, { ...(stamp === undefined ? {} : { stamp }), hash, result });
  }
  return result;
}

function onlyProblem(problem: Problem): ReadResult {
  return { submissions: [], problems: [problem] };
}
