import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createFolderCache } from '../adapters/folder/folder-cache.ts';
import { createFolderMemory } from '../adapters/folder/folder-memory.ts';
import { openFolderLibrary } from '../adapters/folder/folder-library.ts';
import { createFolderStore } from '../adapters/folder/folder-store.ts';
import { openGraphLibrary } from '../adapters/graph/graph-library.ts';
import { Thread, type ThreadPort } from '../adapters/threads/thread.ts';
import { createWorkersReader, serveReader, TIME_LIMIT } from '../adapters/workers/workers-reader.ts';
import { createXlsxCodec } from '../adapters/xlsx/codec.ts';
import manifest from '../../package.json';
import { lazyAccounts } from '../usecases/lazy-accounts.ts';
import { lazyDocuments } from '../usecases/lazy-documents.ts';
import { plainReader } from '../usecases/plain-reader.ts';
import type { LibraryMemory } from '../usecases/ports/library-memory.ts';
import type { ResultCache } from '../usecases/ports/result-cache.ts';
import type { OpenReader } from '../usecases/ports/workbook-reader.ts';
import { readWorkbook } from '../usecases/read-workbook.ts';
import { readerBySize } from '../usecases/reader-by-size.ts';
import { cacheFolder } from './cache-folder.ts';
import { createClock } from './clock.ts';
import { limitHeapGrowth } from './engine.ts';
import type { CliPorts } from './io.ts';
import { nativeFunctions } from './native-functions.ts';
import { loaded } from './part.ts';
import { openPieceFile } from './piece-file.ts';
import { TextFile } from './text-file.ts';

/** How SharePoint asks programs to name themselves, so that it slows them down less: sp-dev-docs, how-to-avoid-getting-throttled. */
const USER_AGENT = `NONISV|BMA|ITA/${manifest.version}`;

const codec = createXlsxCodec({ ...nativeFunctions, openPieces: openPieceFile });

/**
 * The adapters of the command line.
 * @param program the built program, which its threads run too
 */
export function openPorts(program: URL): Omit<CliPorts, 'onInterrupt'> {
  const files = createFolderStore();
  return {
    codec,
    documents: lazyDocuments(async () => {
      const { createDocxCodec } = await loaded(import(/* webpackChunkName: "docx" */ '../adapters/docx/codec.ts'));
      return createDocxCodec();
    }),
    files,
    clock: createClock(process.env.SOURCE_DATE_EPOCH),
    openFolder: openFolderLibrary,
    openLink: (link, signIn, signal) => openGraphLibrary(link, { signIn, signal, userAgent: USER_AGENT }),
    accounts: lazyAccounts(async () => {
      const { createAccounts } = await loaded(
        import(/* webpackChunkName: "accounts" */ '../adapters/msal-node/accounts.ts'),
      );
      return createAccounts(path.join(cacheFolder(process.platform, process.env), 'sign-in'));
    }),
    openReader: (bytes, context) => openReader(program, bytes, context),
    // Results that another build cached are not used, because it may have read files differently.
    openCache: async (folder = cacheFolder(process.platform, process.env)): Promise<ResultCache & LibraryMemory> => {
      const file = fileURLToPath(program);
      const results = createFolderCache(folder, `${file} ${(await files.stamp?.(file)) ?? randomUUID()}`);
      return { ...results, ...createFolderMemory(folder) };
    },
    openTexts: (found) => (found >= MANY_FILES ? new TextFile() : undefined),
    onFound: ({ length }) => {
      if (length >= MANY_FILES) limitHeapGrowth('reading');
    },
    onRead: (read) => {
      if (read >= MANY_FILES) limitHeapGrowth('after');
    },
  };
}

/** Files from which what is read takes more memory than the program itself. */
const MANY_FILES = 500;

/** Bytes of all workbooks from which threads are faster. A thread starts the whole program once more, and warms it up once more. */
const THREADS_FROM = 64 * 2 ** 20;

function openReader(program: URL, ...[bytes, context]: Parameters<OpenReader>): ReturnType<OpenReader> {
  const here = plainReader(codec)(bytes, context);
  const isMuch = bytes >= THREADS_FROM;
  const spawn = (): Thread => new Thread(program);
  const size = isMuch ? Math.max(1, availableParallelism() - 1) : 1;
  const threads = createWorkersReader({ spawn, size, timeLimit: TIME_LIMIT, otherwise: here }, context);
  return isMuch ? threads : readerBySize(codec, here, threads);
}

/** Reads the workbooks that come through the port of a thread. */
export function serve(port: ThreadPort): void {
  serveReader(port, (bytes, context) => readWorkbook(codec, bytes, context));
}
