import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { excerpt } from '../../../../domain/messages/excerpt.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import type { PreservedToken } from '../../../../domain/text/thai-digits.ts';
import { useMessages } from '../../use-messages.ts';

const useStyles = makeStyles({
  token: { margin: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3 },
});

/** Parts of a cell that keep their digits, and why. */
export function PreservedTokens({ preserved }: { readonly preserved: readonly PreservedToken[] }): ReactNode {
  const styles = useStyles();
  const { language, label } = useMessages();
  const { preservedTokens } = wordsOf(language);
  return preserved.map(({ offset, text, reason }) => (
    <p key={offset} className={styles.token}>
      {label('preserved-token', { text: excerpt(text), reason: preservedTokens[reason] })}
    </p>
  ));
}
