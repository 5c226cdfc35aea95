import process from 'node:process';
import { LANGUAGES } from '../domain/messages/words.ts';
import { EXIT, Interruption, type Io } from './io.ts';
import { openPorts } from './ports.ts';
import { reportError, run } from './run.ts';

export { serve } from './ports.ts';

/**
 * Runs the command line of this process and sets its exit code.
 * @param program the built program, which its threads run too
 */
export async function runProgram(program: URL): Promise<void> {
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

  const exitCode = await run(process.argv.slice(2), io, { ...openPorts(program), onInterrupt });
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
