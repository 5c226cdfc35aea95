import type { CliErrorArguments, CliLabel, CliLineArguments } from '../../domain/messages/cli-words.ts';
import { cliWordsOf } from '../../domain/messages/cli-words-of.ts';
import { wordsOf } from '../../domain/messages/message.ts';
import { formatDigits, formatValues } from '../../domain/messages/format-values.ts';
import { fill, type Language } from '../../domain/messages/words.ts';
import type { PreserveReason } from '../../domain/text/digit-tokens.ts';
import type { SkipReason } from '../../domain/conversion/skip-reason.ts';

/** The texts of one language; numbers among the facts are written in its digits. */
export interface Messages {
  readonly language: Language;
  label(key: CliLabel): string;
  line(...line: CliLineArguments): string;
  error(...error: CliErrorArguments): string;
  preservedToken(reason: PreserveReason): string;
  skippedCell(reason: SkipReason): string;
  number(value: number): string;
}

/** Returns the texts of a language. */
export function messagesIn(language: Language): Messages {
  const words = cliWordsOf(language);
  return {
    language,
    number: (value) => formatDigits(value, language),
    label: (key) => words.labels[key],
    line: (...[key, facts = {}]) => fill(words.lines[key], formatValues(facts, language)),
    preservedToken: (reason) => wordsOf(language).preservedTokens[reason],
    skippedCell: (reason) => wordsOf(language).skippedCells[reason],
    error: (...[key, facts = {}]) => fill(words.errors[key], formatValues(facts, language)),
  };
}

/** The report in each language, one below the other. */
export function inLanguages(languages: readonly Language[], say: (voice: Messages) => string): string {
  return languages.map((language) => say(messagesIn(language))).join('\n\n');
}

/** A label in all languages, for a table that is printed once. */
export function labelIn(languages: readonly Language[], key: CliLabel): string {
  return languages.map((language) => messagesIn(language).label(key)).join(' / ');
}
