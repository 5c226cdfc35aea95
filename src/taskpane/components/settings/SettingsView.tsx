import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../../../domain/messages/words.ts';
import type { ViewProps } from '../../view-props.ts';
import { paneVoiceOf, useVoice } from '../../voice.ts';

/** What a person sets for this computer. */
export function SettingsView({ session, state }: ViewProps): ReactNode {
  const { label } = useVoice();
  return (
    <Field label={label('language')}>
      <RadioGroup
        value={state.settings.language}
        onChange={(_, { value }) => session.set({ language: value as Language })}
      >
        {LANGUAGES.map((language) => (
          <Radio key={language} value={language} label={paneVoiceOf(language).label('language-name')} />
        ))}
      </RadioGroup>
    </Field>
  );
}
