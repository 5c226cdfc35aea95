import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createFolderCache } from '../adapters/folder/folder-cache.ts';
import { createFolderMemory } from '../adapters/folder/folder-memory.ts';
import { openFolderLibrary } from '../adapters/folder/folder-library.ts';
import { createFolderStore } from '../adapters/folder/folder-store.ts';
import { portOfThread, Thread } from '../adapters/threads/thread.ts';
import { createWorkersReader, serveReader, TIME_LIMIT } from '../adapters/workers/workers-reader.ts';
import manifest from '../../package.json';
import { LANGUAGES } from '../domain/messages/words.ts';
import { plainReader } from '../usecases/plain-reader.ts';
import { readerBySize } from '../usecases/reader-by-size.ts';
import type { OpenReader } from '../usecases/ports/workbook-reader.ts';
import type { LibraryMemory } from '../usecases/ports/library-memory.ts';
import type { ResultCache } from '../usecases/ports/result-cache.ts';
import { readWorkbook } from '../usecases/read-workbook.ts';
import { cacheFolder } from './cache-folder.ts';
import { createClock } from './clock.ts';
import { growLittle, optimizeLater } from './engine.ts';
import { EXIT, Interruption, type Io } from './io.ts';
import { lazyAccounts } from '../usecases/lazy-accounts.ts';
import { lazyCodec } from '../usecases/lazy-codec.ts';
import { lazyDocuments } from '../usecases/lazy-documents.ts';
import { nativeFunctions } from './native-functions.ts';
import { openPieceFile } from './piece-file.ts';
import { reportError, run } from './run.ts';

optimizeLater();

const codec = lazyCodec(async () => {
  const { createXlsxCodec } = await import(/* webpackMode: "eager" */ '../adapters/xlsx/codec.ts');
  return createXlsxCodec({ ...nativeFunctions, openPieces: openPieceFile });
});

const documents = lazyDocuments(async () => {
  const { createDocxCodec } = await import(/* webpackMode: "eager" */ '../adapters/docx/codec.ts');
  return createDocxCodec();
});

const accounts = lazyAccounts(async () => {
  const { createAccounts } = await import(/* webpackMode: "eager" */ '../adapters/msal-node/accounts.ts');
  return createAccounts(path.join(cacheFolder(process.platform, process.env), 'sign-in'));
});

const files = createFolderStore();

/** How SharePoint asks programs to name themselves, so that it slows them down less: sp-dev-docs, how-to-avoid-getting-throttled. */
const USER_AGENT = `NONISV|BMA|ITA/${manifest.version}`;

async function runProgram(): Promise<void> {
  const io: Io = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    get input() {
      return process.stdin;
    },
    ready: watchOutput((error) => {
      fail(error);
    }),
    terminal: process.stderr.isTTY,
    debug: process.env.ITA_DEBUG === '1',
  };
  // The last resort: prints a sentence instead of a stack trace.
  const outcome = { failed: false };
  const fail = (error: unknown): void => {
    process.exitCode = reportError(error, LANGUAGES, io);
    outcome.failed ||= process.exitCode === EXIT.fault;
  };
  // It stays where the work never comes to its end.
  process.exitCode = EXIT.fault;
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', fail);

  const exitCode = await run(process.argv.slice(2), io, {
    codec,
    documents,
    files,
    clock: createClock(process.env.SOURCE_DATE_EPOCH),
    openFolder: openFolderLibrary,
    openLink: async (link, signIn, signal) => {
      const { openGraphLibrary } = await import(/* webpackMode: "eager" */ '../adapters/graph/graph-library.ts');
      return openGraphLibrary(link, { signIn, signal, userAgent: USER_AGENT });
    },
    accounts,
    openReader,
    openCache,
    onInterrupt,
    onRead: (read) => {
      if (read >= MANY_FILES) growLittle();
    },
  });
  // An error on the way, such as a full disk under standard output, overrides the command's own result.
  process.exitCode = outcome.failed ? EXIT.fault : exitCode;
}

/** The first Ctrl-C asks the command to stop; a second one ends the process as usual. */
function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort(new Interruption()));
  return controller.signal;
}

/**
 * The reader of our output may close it early (`| head`). The work then goes on without output. A filter waits for the
 * returned function, so that it neither reads on without a reader nor buffers what is not read yet.
 */
function watchOutput(fail: (error: unknown) => void): () => Promise<boolean> {
  const { stdout } = process;
  let gone = false;
  let wake = (): void => undefined;
  stdout.on('drain', () => {
    wake();
  });
  stdout.on('error', (error: Error & { readonly code?: string }) => {
    gone = true;
    wake();
    if (error.code !== 'EPIPE') fail(error);
  });
  return async () => {
    if (!gone && stdout.writableNeedDrain) await new Promise<void>((resolve) => (wake = resolve));
    return !gone;
  };
}

/** Files from which what is read takes more memory than the program itself. */
const MANY_FILES = 500;

/** Bytes of all workbooks from which threads are faster. A thread starts the whole program once more, and warms it up once more. */
const THREADS_FROM = 64 * 2 ** 20;

function openReader(...[bytes, context]: Parameters<OpenReader>): ReturnType<OpenReader> {
  const here = plainReader(codec)(bytes, context);
  const isMuch = bytes >= THREADS_FROM;
  const spawn = (): Thread => new Thread(new URL(import.meta.url));
  const size = isMuch ? Math.max(1, availableParallelism() - 1) : 1;
  const threads = createWorkersReader({ spawn, size, timeLimit: TIME_LIMIT, otherwise: here }, context);
  return isMuch ? threads : readerBySize(codec, here, threads);
}

/** Results that another build cached are not used, because it may have read files differently. */
async function openCache(folder = cacheFolder(process.platform, process.env)): Promise<ResultCache & LibraryMemory> {
  const program = fileURLToPath(import.meta.url);
  const results = createFolderCache(folder, `${program} ${(await files.stamp?.(program)) ?? randomUUID()}`);
  return { ...results, ...createFolderMemory(folder) };
}

// The program is one file, which its threads run too. Nothing is awaited here: webpack would put the whole program into a function
// for that, and Node would parse it twice before it starts (16 ms).
const port = portOfThread();
if (port) serveReader(port, (bytes, context) => readWorkbook(codec, bytes, context));
else void runProgram();
