import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { excerpt } from '../../../../domain/messages/describe-remark.ts';
import { wordsOf } from '../../../../domain/messages/message.ts';
import type { KeptToken } from '../../../../domain/text/thai-digits.ts';
import { useVoice } from '../../voice.ts';

const useStyles = makeStyles({
  token: { margin: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3 },
});

/** Parts of a cell that keep their digits, and why. */
export function KeptTokens({ kept }: { readonly kept: readonly KeptToken[] }): ReactNode {
  const styles = useStyles();
  const { language, label } = useVoice();
  const { keptTokens } = wordsOf(language);
  return kept.map(({ offset, text, reason }) => (
    <p key={offset} className={styles.token}>
      {label('kept-token', { text: excerpt(text), reason: keptTokens[reason] })}
    </p>
  ));
}
