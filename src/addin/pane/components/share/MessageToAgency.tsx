import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import { messageText, sentBackMessage } from '../../../../domain/messages/requests.ts';
import { programmeOfReport } from '../../../session/programmes.ts';
import type { SentBack } from '../../../session/shared-folder.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { useSharedText } from './use-shared-text.ts';
import { useShareStyles } from './use-share-styles.ts';

/** The message that tells an agency of remarks, ready to be copied. */
export function MessageToAgency({
  session,
  sent: { agency: code, path, remarks },
}: Pick<ViewProps, 'session'> & { readonly sent: SentBack }): ReactNode {
  const styles = useShareStyles();
  const { text, language } = useSharedText();
  const { programme, roster } = useSlice(session, programmeOfReport);
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copy-by-hand'>();
  const agency = roster.agencies.find((one) => one.code === code)?.name ?? code;
  const message = messageText(sentBackMessage({ agency, path, remarks, title: programme.title }, language));
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(message);
      setOutcome('copied');
    } catch {
      // Excel's frame may not let the pane write to the clipboard.
      area.current?.select();
      setOutcome('copy-by-hand');
    }
  };
  return (
    <>
      <Field className={styles.field} label={text('message-for', { agency })}>
        <Textarea textarea={{ ref: area }} value={message} readOnly rows={8} />
      </Field>
      <Button onClick={() => void copy()}>{text('copy-message')}</Button>
      <p className={styles.text} role="status">
        {outcome && text(outcome)}
      </p>
    </>
  );
}
