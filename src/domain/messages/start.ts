import { startEn } from './start-en.ts';
import { startTh } from './start-th.ts';
import type { StartWords } from './start-words.ts';
import type { Language } from './words.ts';

const START_WORDS: Readonly<Record<Language, StartWords>> = { th: startTh, en: startEn };

/** The pane's first words of a language. */
export function startWordsOf(language: Language): StartWords {
  return START_WORDS[language];
}
