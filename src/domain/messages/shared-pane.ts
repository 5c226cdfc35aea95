import { sharedPaneEn } from './en/shared-pane.ts';
import { formatValues } from './format-values.ts';
import type { SharedArguments, SharedPaneWords } from './shared-pane-words.ts';
import { sharedPaneTh } from './th/shared-pane.ts';
import { fill, type Language } from './words.ts';

const SHARED_WORDS: Readonly<Record<Language, SharedPaneWords>> = { th: sharedPaneTh, en: sharedPaneEn };

/** One of the pane's texts about the shared folder, with its facts. */
export function sharedText(language: Language, ...[text, facts = {}]: SharedArguments): string {
  return fill(SHARED_WORDS[language][text], formatValues(facts, language));
}
