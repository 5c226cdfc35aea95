import process from 'node:process';
import { portOfThread } from '../adapters/threads/thread.ts';
import { cliWordsOf } from '../domain/messages/cli-words-of.ts';
import { fill, LANGUAGES, type Language } from '../domain/messages/words.ts';
import { languagesOf, parseArguments } from './args.ts';
import { optimizeLater } from './engine.ts';
import { wordsAskedFor } from './help.ts';
import { EXIT } from './io.ts';
import { printable } from './output/printable.ts';
import { loaded, type UnusablePart } from './part.ts';

optimizeLater();

/** This file as it was built. Each build has another, because the names of the parts in it tell what they hold. */
const builtFile = new URL(import.meta.url);

const argv = process.argv.slice(2);

/** Loads the program: only if there is work to do, because Node reads those 2 MB for longer than it takes to print the help. */
const load = () => import(/* webpackChunkName: "program" */ './program.ts');

function main(): void {
  const words = wordsIfRight();
  if (words === undefined) {
    run();
    return;
  }
  // The program says what is wrong with standard output.
  process.stdout.once('error', run);
  process.stdout.write(words);
}

/** What the command line asks to be told, if nothing is wrong with it. */
function wordsIfRight(): string | undefined {
  try {
    return wordsAskedFor(parseArguments(argv));
  } catch {
    return undefined;
  }
}

function run(): void {
  loaded(load()).then(({ runProgram }) => runProgram(builtFile), reportUnusable);
}

function reportUnusable({ message: detail }: UnusablePart): void {
  process.exitCode = EXIT.fault;
  const texts = languagesIfRight().map((language) => cliWordsOf(language).errors['part-unusable']);
  process.stderr.write(`${texts.map((text) => printable(fill(text, { detail }))).join('\n')}\n`);
}

function languagesIfRight(): readonly Language[] {
  try {
    return languagesOf(parseArguments(argv).options);
  } catch {
    return LANGUAGES;
  }
}

// Nothing is awaited here: webpack would put the whole file into a function for that, and Node would parse it twice before it starts.
const port = portOfThread();
if (port) void load().then(({ serve }) => serve(port));
else main();
