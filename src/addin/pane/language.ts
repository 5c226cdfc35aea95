import { createContext, useContext } from 'react';
import { startWordsOf } from '../../domain/messages/start.ts';
import type { StartLabel } from '../../domain/messages/start-words.ts';
import { fill, type Language } from '../../domain/messages/words.ts';

/** The language in which the components below speak. */
export const LanguageContext = createContext<Language>('th');

/** What a component says before the rest of the pane is loaded; `useVoice` says everything, and comes with the rest. */
export function useStartLabel(): (name: StartLabel, facts?: Readonly<Record<string, string>>) => string {
  const words = startWordsOf(useContext(LanguageContext));
  return (name, facts = {}) => fill(words[name], facts);
}
