import { useContext } from 'react';
import { paneWordsOf } from '../../domain/messages/message.ts';
import type { LabelArguments } from '../../domain/messages/pane-words.ts';
import { formatValues } from '../../domain/messages/format-values.ts';
import { fill, type Language } from '../../domain/messages/words.ts';
import { bangkokTime, thaiTime } from '../../domain/text/dates.ts';
import { LanguageContext } from './language.ts';

/** The pane's messages in one language; numbers among their facts are written in its digits. */
export interface PaneMessages {
  readonly language: Language;
  readonly label: (...label: LabelArguments) => string;
  /** An ISO 8601 instant as people in Thailand read it; it is not broken before its last word. */
  readonly time: (instant: string) => string;
}

/** The messages in a language. */
export function paneMessages(language: Language): PaneMessages {
  const { labels } = paneWordsOf(language);
  return {
    language,
    label: (...[name, facts = {}]) => fill(labels[name], formatValues(facts, language)),
    time: (instant) =>
      language === 'th'
        ? thaiTime(instant).replace(' น.', '\u00a0น.')
        : (bangkokTime(instant)?.slice(0, 16).replace('T', ' ') ?? instant),
  };
}

/** The messages in the language of the component. */
export function useMessages(): PaneMessages {
  return paneMessages(useContext(LanguageContext));
}
