import type { CliError, CliLabel, CliLine } from '../domain/messages/cli-words.ts';
import { cliWordsOf, wordsOf } from '../domain/messages/message.ts';
import { fill, type Language } from '../domain/messages/words.ts';
import type { KeepReason } from '../domain/text/digit-tokens.ts';
import { thaiDigits } from '../domain/text/digits.ts';
import type { LeftReason } from '../domain/report/left-reason.ts';

/** What one language says; numbers among the facts are spelt in its digits. */
export interface Voice {
  readonly language: Language;
  label(key: CliLabel): string;
  line(key: CliLine, facts?: Facts): string;
  error(key: CliError, facts?: Facts): string;
  keptToken(reason: KeepReason): string;
  leftCell(reason: LeftReason): string;
  number(value: number): string;
}

type Facts = Readonly<Record<string, string | number>>;

/** The voice of a language. */
export function voiceOf(language: Language): Voice {
  const words = cliWordsOf(language);
  const number = (value: number): string => (language === 'th' ? thaiDigits(String(value)) : String(value));
  const spelt = (facts: Facts): Record<string, string> =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? number(fact) : fact]),
    );
  return {
    language,
    number,
    label: (key) => words.labels[key],
    line: (key, facts = {}) => fill(words.lines[key], spelt(facts)),
    keptToken: (reason) => wordsOf(language).keptTokens[reason],
    leftCell: (reason) => wordsOf(language).leftCells[reason],
    error: (key, facts = {}) => fill(words.errors[key], spelt(facts)),
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
