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
import { inWordsOfName, skippedBySize, skippedByStart } from './skipped.ts';
import { isUnreadable, unopened } from './unreadable.ts';
import { hashOf, isUnchanged, remembered, type Remembered } from './remembered.ts';

/** The ports of reading many files. */
export interface ReadFilesPorts {
  readonly codec: Pick<WorkbookCodec, 'decode'>;
  readonly files: Pick<FileSource, 'read' | 'stamp' | 'width'>;
  /** Reads the workbooks; by default in the calling thread. */
  readonly openReader?: OpenReader;
  /** Caches what was read; by default nothing is cached. */
  readonly cache?: ResultCache;
}

/** The data that the files are read with. */
export interface ReadFilesContext {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly signal?: AbortSignal;
}

/** A file and what was read from it. */
export interface FileResult<File extends FoundFile> {
  readonly file: File;
  readonly result: ReadResult;
}

/**
 * Yields what each file holds as soon as it is known: cached results of unchanged files first, then files as they are read.
 * Only a reader that takes one file at a time preserves their order. No more files are in memory than the reader works on.
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
    if (memory.cached && isUnchanged(memory)) yield timed(memory.file, memory.cached.result);
    else changed.push(memory);
  }
  if (changed.length > 0) yield* readChanged(ports, context, changed);
}

/** The result with the time of the file, which is not cached: it may change while the bytes stay. */
function timed<File extends FoundFile>(file: File, result: ReadResult): FileResult<File> {
  const { modifiedAt: fileModifiedAt } = file;
  if (fileModifiedAt === undefined) return { file, result };
  const submissions = result.submissions.map((submission) => ({ ...submission, fileModifiedAt }));
  return { file, result: { ...result, submissions } };
}

async function* readChanged<File extends FoundFile>(
  ports: ReadFilesPorts,
  { programme, roster, signal }: ReadFilesContext,
  files: readonly Remembered<File>[],
): AsyncGenerator<FileResult<File>, void, undefined> {
  const openReader = ports.openReader ?? plainReader(ports.codec);
  const bytes = files.reduce((sum, { file: { size } }) => sum + size, 0);
  const reader = openReader(bytes, { programme, roster });
  const stop = (): void => reader.close();
  signal?.addEventListener('abort', stop);
  try {
    const read = async (memory: Remembered<File>): Promise<FileResult<File>> =>
      timed(memory.file, await readFile(ports, reader, memory));
    for await (const result of inParallel(files, Math.max(reader.width, ports.files.width ?? 1), read)) {
      signal?.throwIfAborted();
      yield result;
    }
  } catch (error) {
    // A reader closed in the middle throws its own error; the signal's reason is the cause.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    reader.close();
  }
}

async function readFile(
  { files, cache }: ReadFilesPorts,
  reader: WorkbookReader,
  { file, key, stamp, cached }: Remembered<FoundFile>,
): Promise<ReadResult> {
  const { path } = file;
  const known = skippedBySize(file);
  if (known) return onlyProblem(known);
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch (error) {
    return onlyProblem(unopened(error, path));
  }
  const skipped = skippedByStart(bytes, path);
  if (skipped) return onlyProblem(skipped);
  if (cache === undefined || key === undefined) return readBytes(reader, bytes, path);
  const hash = await hashOf(bytes);
  const result = cached?.hash === hash ? cached.result : await readBytes(reader, bytes, path);
  // A failed read is not cached: another reader, or more time, may succeed.
  if (!result.problems.some(isUnreadable)) {
    await cache.store(key, { ...(stamp === undefined ? {} : { stamp }), hash, result });
  }
  return result;
}

async function readBytes(reader: WorkbookReader, bytes: Uint8Array, path: string): Promise<ReadResult> {
  const result = await reader.read(bytes, path);
  return { ...result, problems: result.problems.map((problem) => inWordsOfName(problem, path)) };
}

function onlyProblem(problem: Problem): ReadResult {
  return { submissions: [], problems: [problem] };
}
