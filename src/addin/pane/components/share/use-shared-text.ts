import { useContext } from 'react';
import { sharingWordsOf } from '../../../../domain/messages/message.ts';
import { sharedText } from '../../../../domain/messages/shared-pane.ts';
import type { SharedArguments } from '../../../../domain/messages/shared-pane-words.ts';
import type { SharingWords } from '../../../../domain/messages/sharing-words.ts';
import { formatDigits } from '../../../../domain/messages/format-values.ts';
import type { Language } from '../../../../domain/messages/words.ts';
import { LanguageContext } from '../../language.ts';
import { paneMessages } from '../../use-messages.ts';

/** What is said about the shared folder, in one language. */
export interface SharedWords {
  readonly language: Language;
  readonly text: (...text: SharedArguments) => string;
  readonly words: SharingWords;
  readonly digits: (value: string | number) => string;
  /** An ISO 8601 instant as people in Thailand read it; it is not broken before its last word. */
  readonly time: (instant: string) => string;
}

/** The words in the language of the component. */
export function useSharedText(): SharedWords {
  const language = useContext(LanguageContext);
  return {
    language,
    text: (...text) => sharedText(language, ...text),
    words: sharingWordsOf(language),
    digits: (value) => formatDigits(value, language),
    time: paneMessages(language).time,
  };
}
