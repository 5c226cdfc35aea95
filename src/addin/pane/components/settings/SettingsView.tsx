import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ADD_IN } from '../../../../domain/form/add-in.ts';
import { LANGUAGES, type Language } from '../../../../domain/messages/words.ts';
import type { ViewProps } from '../../view-props.ts';
import { paneMessages, useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';
import { linesOf } from './lines.ts';
import { RuleChoice } from './RuleChoice.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  // No wider than the pane, however large its text.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
});

/** The settings of this computer. */
export function SettingsView({ session }: ViewProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const settings = useSlice(session, (state) => state.settings);
  const { year } = useSlice(session, ({ chosen }) => chosen.programme);
  // The text as typed, including empty lines.
  const [keep, setKeep] = useState(settings.keep.join('\n'));
  return (
    <div className={styles.view}>
      <p className={styles.text}>{label('saved-here')}</p>
      <Field label={label('language')}>
        <RadioGroup value={settings.language} onChange={(_, { value }) => session.set({ language: value as Language })}>
          {LANGUAGES.map((language) => (
            <Radio key={language} value={language} label={paneMessages(language).label('language-name')} />
          ))}
        </RadioGroup>
      </Field>
      <Field className={styles.field} label={label('year-in-use')} hint={label('year-hint')}>
        <Select value={year} onChange={(_, { value }) => session.set({ year: Number(value) })}>
          {session.years.all().map((each) => (
            <option key={each} value={each}>
              {label('year', { year: each })}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={label('folder')} hint={label('folder-hint')}>
        <Input value={settings.folder} onChange={(_, { value }) => session.set({ folder: value })} />
      </Field>
      <Field className={styles.field} label={label('keep')} hint={label('keep-hint')}>
        <Textarea
          value={keep}
          rows={4}
          onChange={(_, { value }) => {
            setKeep(value);
            session.set({ keep: linesOf(value) });
          }}
        />
      </Field>
      <Field hint={label('grouping-hint')}>
        <Checkbox
          label={label('grouping')}
          checked={settings.grouping}
          onChange={(_, { checked }) => session.set({ grouping: checked === true })}
        />
      </Field>
      <p className={styles.text}>{label('version', { version: ADD_IN.version })}</p>
      <RuleChoice off={settings.rulesOff} onChange={(rulesOff) => session.set({ rulesOff })} />
    </div>
  );
}
