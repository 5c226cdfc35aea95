import { describeFault, describeLibraryFault } from '../domain/messages/message.ts';
import { describeSignInFault } from '../domain/messages/sign-in.ts';
import { LANGUAGES, type Language, type Template } from '../domain/messages/words.ts';
import { describeTemplateFault } from '../domain/messages/describe-template.ts';
import { UnusableTemplate } from '../usecases/ports/document-codec.ts';
import { LibraryFault } from '../usecases/ports/document-library.ts';
import { SignInFault } from '../usecases/ports/sign-in.ts';
import { FileFault } from '../usecases/ports/file-store.ts';
import { allowOptions, languagesOf, parseArguments, type Arguments } from './args.ts';
import type { Command } from './command.ts';
import { agenciesCommand } from './commands/agencies.ts';
import { chaseCommand } from './commands/chase.ts';
import { checkCommand } from './commands/check.ts';
import { consolidateCommand } from './commands/consolidate.ts';
import { convertCommand } from './commands/convert.ts';
import { digitsCommand } from './commands/digits.ts';
import { generateCommand } from './commands/generate.ts';
import { programmeCommand } from './commands/programme/programme.ts';
import { readCommand } from './commands/read.ts';
import { reportCommand } from './commands/report.ts';
import { shareCommand } from './commands/share/share.ts';
import { signInCommand } from './commands/sign-in.ts';
import { signOutCommand } from './commands/sign-out.ts';
import { undoCommand } from './commands/undo.ts';
import { UnusableData } from './data.ts';
import { help, wordsAskedFor } from './help.ts';
import { EXIT, Interruption, type CliPorts, type ExitCode, type Io } from './io.ts';
import { nearest } from './nearest.ts';
import { UnusablePart } from './part.ts';
import { printable } from './output/printable.ts';
import { UsageError } from './usage-error.ts';
import { messagesIn } from './output/messages.ts';

const COMMANDS: readonly Command[] = [
  programmeCommand,
  agenciesCommand,
  generateCommand,
  readCommand,
  checkCommand,
  consolidateCommand,
  reportCommand,
  chaseCommand,
  shareCommand,
  digitsCommand,
  convertCommand,
  undoCommand,
  signInCommand,
  signOutCommand,
];

/**
 * Runs one command line; `argv` is without the program's own name. Never throws and never ends the process.
 * Results go to `io.out`; progress and errors go to `io.err`.
 */
export async function run(argv: readonly string[], io: Io, ports: CliPorts): Promise<ExitCode> {
  let languages: readonly Language[] = LANGUAGES;
  try {
    const args = parseArguments(argv);
    languages = languagesOf(args.options);
    return await dispatch(args, languages, io, ports);
  } catch (error) {
    return reportError(error, languages, io);
  }
}

async function dispatch(args: Arguments, languages: readonly Language[], io: Io, ports: CliPorts): Promise<ExitCode> {
  const words = wordsAskedFor(args);
  if (words !== undefined) {
    io.out(words);
    return EXIT.clean;
  }
  const { command: name, operands, options } = args;
  if (name === undefined) {
    io.err(help(languages));
    return EXIT.usage;
  }
  const command = findCommand(name);
  allowOptions(options, command.options, name);
  checkOperands(command, operands);
  return command.run({ operands, options, languages, io, ports });
}

function findCommand(found: string): Command {
  const command = COMMANDS.find(({ name }) => name === found);
  if (command) return command;
  const names = [...COMMANDS.map(({ name }) => name), 'help'];
  throw new UsageError('unknown-command', { found, nearest: nearest(found, names) ?? 'help' });
}

function checkOperands(
  { name, operands: { least, most, missing = 'missing-operand' } }: Command,
  operands: readonly string[],
): void {
  const surplus = operands[most];
  if (surplus !== undefined) throw new UsageError('unexpected-operand', { found: surplus, command: name });
  if (operands.length < least) throw new UsageError(missing, { command: name });
}

/** Prints an error in each language and returns its exit code. */
export function reportError(error: unknown, languages: readonly Language[], io: Io): ExitCode {
  // The problems of the data were printed already.
  if (error instanceof UnusableData) return EXIT.fault;
  // The progress line is still there.
  if (error instanceof Interruption && io.terminal) io.err('\r\u001b[K');
  io.err(`${languages.map((language) => printable(sentence(error, language))).join('\n')}\n`);
  if (io.debug && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
  if (error instanceof Interruption) return EXIT.interrupted;
  return error instanceof UsageError ? EXIT.usage : EXIT.fault;
}

function sentence(error: unknown, language: Language): string {
  if (error instanceof Interruption) return messagesIn(language).error('interrupted');
  if (error instanceof UsageError) return messagesIn(language).error(...error.error);
  const told = described(error, language);
  if (told) return `${told.message} ${told.remedy}`;
  const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return messagesIn(language).error(error instanceof UnusablePart ? 'part-unusable' : 'unexpected', { detail });
}

/** What happened and what to do about it; undefined for what no part of the program foresees. */
function described(error: unknown, language: Language): Template | undefined {
  if (error instanceof FileFault) return describeFault(error, language);
  if (error instanceof SignInFault) return describeSignInFault(error, language);
  if (error instanceof LibraryFault) return describeLibraryFault(error, language);
  if (error instanceof UnusableTemplate) return describeTemplateFault(error, language);
  return undefined;
}
