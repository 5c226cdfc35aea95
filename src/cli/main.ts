import process from 'node:process';
import { createFolderStore } from '../adapters/folder/folder-store.ts';
import { LANGUAGES } from '../domain/messages/words.ts';
import { createClock } from './clock.ts';
import { EXIT, type Io } from './io.ts';
import { lazyCodec } from './lazy-codec.ts';
import { nativeZip } from './native-zip.ts';
import { reportError, run } from './run.ts';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY,
  debug: process.env.ITA_DEBUG === '1',
};

/** Whoever reads our output may leave before its end (`| head`): the work goes on, there is only nobody to tell. */
function ignoreClosedPipe(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') fail(error);
}

/** The last resort: a sentence instead of a stack trace. */
function fail(error: unknown): void {
  process.exitCode = reportError(error, LANGUAGES, io);
}

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', () => undefined);
process.on('uncaughtException', fail);

const exitCode = await run(process.argv.slice(2), io, {
  codec: lazyCodec(async () => {
    const { createXlsxCodec } = await import(/* webpackMode: "eager" */ '../adapters/xlsx/codec.ts');
    return createXlsxCodec(nativeZip);
  }),
  files: createFolderStore(),
  clock: createClock(process.env.SOURCE_DATE_EPOCH),
});
// A fault that was met on the way, such as a full disk under standard output, outweighs the command's own result.
process.exitCode = process.exitCode === EXIT.fault ? EXIT.fault : exitCode;
