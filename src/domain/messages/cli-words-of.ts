import type { CliWords } from './cli-words.ts';
import { cliEn } from './en/cli.ts';
import { cliTh } from './th/cli.ts';
import type { Language } from './words.ts';

const CLI_WORDS: Readonly<Record<Language, CliWords>> = { th: cliTh, en: cliEn };

/** The command line's words of a language: in a file of its own, so that the help is there before everything else is loaded. */
export function cliWordsOf(language: Language): CliWords {
  return CLI_WORDS[language];
}
