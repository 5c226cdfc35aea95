import { useContext } from 'react';
import { paneWordsOf } from '../../domain/messages/message.ts';
import type { PaneLabel } from '../../domain/messages/pane-words.ts';
import { spellFacts, type UnspeltFacts } from '../../domain/messages/spell.ts';
import { fill, type Language } from '../../domain/messages/words.ts';
import { LanguageContext } from './language.ts';

/** What the pane says in one language; numbers among the facts are spelt in its digits. */
export interface PaneVoice {
  readonly language: Language;
  readonly label: (name: PaneLabel, facts?: UnspeltFacts) => string;
}

/** The voice of a language. */
export function paneVoiceOf(language: Language): PaneVoice {
  const { labels } = paneWordsOf(language);
  return { language, label: (name, facts = {}) => fill(labels[name], spellFacts(facts, language)) };
}

/** The voice in which a component speaks. */
export function useVoice(): PaneVoice {
  return paneVoiceOf(useContext(LanguageContext));
}
