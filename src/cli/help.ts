import { cliWordsOf } from '../domain/messages/cli-words-of.ts';
import type { Language } from '../domain/messages/words.ts';
import manifest from '../../package.json';
import { languagesOf, type Arguments } from './args.ts';

/**
 * The version or the help, where a command line asks for one of them and for no work.
 * @throws {UsageError} for an unknown language
 */
export function wordsAskedFor({ command, options }: Arguments): string | undefined {
  const languages = languagesOf(options);
  if (options.has('version')) return `${manifest.version}\n`;
  return options.has('help') || command === 'help' ? help(languages) : undefined;
}

/** How to use the command line. */
export function help(languages: readonly Language[]): string {
  return `${languages.map((language) => cliWordsOf(language).help).join('\n\n')}\n`;
}
