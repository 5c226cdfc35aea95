import { supportEn } from './en/support.ts';
import { supportTh } from './th/support.ts';
import type { SupportWords } from './support-words.ts';
import type { Language } from './words.ts';

const SUPPORT_WORDS: Readonly<Record<Language, SupportWords>> = { th: supportTh, en: supportEn };

/** The texts of the page that helps. */
export function supportWordsOf(language: Language): SupportWords {
  return SUPPORT_WORDS[language];
}
