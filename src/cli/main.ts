import process from 'node:process';
import { portOfThread } from '../adapters/threads/thread.ts';
import { cliWordsOf } from '../domain/messages/cli-words-of.ts';
import { fill, LANGUAGES } from '../domain/messages/words.ts';
import { parseArguments } from './args.ts';
import { optimizeLater } from './engine.ts';
import { wordsAskedFor } from './help.ts';
import { EXIT } from './io.ts';

optimizeLater();

/** This file as it was built. Each build has another, because the names of the parts in it tell what they hold. */
const builtFile = new URL(import.meta.url);

/** Loads the program: only if there is work to do, because Node reads those 2 MB for longer than it takes to print the help. */
const load = () => import(/* webpackChunkName: "program" */ './program.ts');

function main(): void {
  const words = wordsIfRight(process.argv.slice(2));
  if (words === undefined) {
    run();
    return;
  }
  // The program says what is wrong with standard output.
  process.stdout.once('error', run);
  process.stdout.write(words);
}

/** What the command line asks to be told, if nothing is wrong with it. */
function wordsIfRight(argv: readonly string[]): string | undefined {
  try {
    return wordsAskedFor(parseArguments(argv));
  } catch {
    return undefined;
  }
}

function run(): void {
  load().then(({ runProgram }) => runProgram(builtFile), reportUnusable);
}

function reportUnusable(error: unknown): void {
  process.exitCode = EXIT.fault;
  const detail = error instanceof Error ? error.message : String(error);
  const texts = LANGUAGES.map((language) => cliWordsOf(language).errors['part-unusable']);
  process.stderr.write(`${texts.map((text) => fill(text, { detail })).join('\n')}\n`);
}

// Nothing is awaited here: webpack would put the whole file into a function for that, and Node would parse it twice before it starts.
const port = portOfThread();
if (port) void load().then(({ serve }) => serve(port));
else main();
