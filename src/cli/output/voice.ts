import type { CliError, CliLabel, CliLine } from '../../domain/messages/cli-words.ts';
import { cliWordsOf, wordsOf } from '../../domain/messages/message.ts';
import { spellDigits, spellFacts, type UnspeltFacts } from '../../domain/messages/spell.ts';
import { fill, type Language } from '../../domain/messages/words.ts';
import type { KeepReason } from '../../domain/text/digit-tokens.ts';
import type { LeftReason } from '../../domain/conversion/left-reason.ts';

/** What one language says; numbers among the facts are spelt in its digits. */
export interface Voice {
  readonly language: Language;
  label(key: CliLabel): string;
  line(key: CliLine, facts?: UnspeltFacts): string;
  error(key: CliError, facts?: UnspeltFacts): string;
  keptToken(reason: KeepReason): string;
  leftCell(reason: LeftReason): string;
  number(value: number): string;
}

/** The voice of a language. */
export function voiceOf(language: Language): Voice {
  const words = cliWordsOf(language);
  return {
    language,
    number: (value) => spellDigits(value, language),
    label: (key) => words.labels[key],
    line: (key, facts = {}) => fill(words.lines[key], spellFacts(facts, language)),
    keptToken: (reason) => wordsOf(language).keptTokens[reason],
    leftCell: (reason) => wordsOf(language).leftCells[reason],
    error: (key, facts = {}) => fill(words.errors[key], spellFacts(facts, language)),
  };
}

/** The same report in each language, one below the other. */
export function inLanguages(languages: readonly Language[], say: (voice: Voice) => string): string {
  return languages.map((language) => say(voiceOf(language))).join('\n\n');
}

/** One label for all languages, for a table that is printed once. */
export function labelIn(languages: readonly Language[], key: CliLabel): string {
  return languages.map((language) => voiceOf(language).label(key)).join(' / ');
}
