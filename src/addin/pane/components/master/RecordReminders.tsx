import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { FOLLOW_UP_SHEET } from '../../../../domain/master/sheet-names.ts';
import type { AgencyCode } from '../../../../domain/programme/roster.ts';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  field: { maxWidth: '20em' },
  button: { alignSelf: 'flex-start' },
});

interface RecordRemindersProps extends Pick<ViewProps, 'session'> {
  /** The agencies that were asked. */
  readonly codes: readonly AgencyCode[];
  /** How they were probably asked; the sheet is in Thai. */
  readonly usual: string;
}

/** Records in the open master that agencies were asked today, and how. */
export function RecordReminders({ session, codes, usual }: RecordRemindersProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [channel, setChannel] = useState(usual);
  const isWorking = useSlice(session, ({ working }) => working !== undefined);
  return (
    <>
      <p className={styles.text}>{label('chasing-record-hint', { count: codes.length, sheet: FOLLOW_UP_SHEET })}</p>
      <Field className={styles.field} label={label('chasing-channel')}>
        <Input value={channel} onChange={(_, { value }) => setChannel(value)} />
      </Field>
      <Button
        className={styles.button}
        disabledFocusable={isWorking}
        onClick={() => void session.recordReminders(channel, codes)}
      >
        {label('chasing-record')}
      </Button>
    </>
  );
}
