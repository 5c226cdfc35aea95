import type { ReactNode } from 'react';
import { messageText, sentBackMessage } from '../../../../domain/messages/requests.ts';
import { programmeOfReport } from '../../../session/programmes.ts';
import type { SentBack } from '../../../session/shared-folder.ts';
import type { ViewProps } from '../../view-props.ts';
import { useSlice } from '../../use-slice.ts';
import { CopyText } from '../CopyText.tsx';
import { useSharedText } from './use-shared-text.ts';

/** The message that tells an agency of remarks, ready to be copied. */
export function MessageToAgency({
  session,
  sent: { agency: code, path, remarks },
}: Pick<ViewProps, 'session'> & { readonly sent: SentBack }): ReactNode {
  const { text, language } = useSharedText();
  const { programme, roster } = useSlice(session, programmeOfReport);
  const agency = roster.agencies.find((one) => one.code === code)?.name ?? code;
  return (
    <CopyText
      label={text('message-for', { agency })}
      text={messageText(sentBackMessage({ agency, path, remarks, title: programme.title }, language))}
      copy={text('copy-message')}
      outcomes={{ copied: text('copied'), 'copy-by-hand': text('copy-by-hand') }}
    />
  );
}
