import { createContext, useContext } from 'react';
import { formatValues } from '../../domain/messages/format-values.ts';
import { startWordsOf } from '../../domain/messages/start.ts';
import type { StartArguments } from '../../domain/messages/start-words.ts';
import { fill, type Language } from '../../domain/messages/words.ts';

/** The language of the components below. */
export const LanguageContext = createContext<Language>('th');

/** Labels that are needed before the rest of the pane is loaded; `useMessages` has all of them and is loaded with the rest. */
export function useStartLabel(): (...label: StartArguments) => string {
  const language = useContext(LanguageContext);
  const words = startWordsOf(language);
  return (...[name, facts = {}]) => fill(words[name], formatValues(facts, language));
}
