import { startEn } from './en/start.ts';
import { startTh } from './th/start.ts';
import type { StartWords } from './start-words.ts';
import type { Language } from './words.ts';

const START_WORDS: Readonly<Record<Language, StartWords>> = { th: startTh, en: startEn };

/** The pane's first words of a language. */
export function startWordsOf(language: Language): StartWords {
  return START_WORDS[language];
}
