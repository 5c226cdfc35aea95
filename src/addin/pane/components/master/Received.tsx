import { makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../use-messages.ts';

/** How many agencies are asked, and how many sent answers. */
export interface ReceivedProps {
  readonly expected: number;
  readonly received: number;
}

const useStyles = makeStyles({
  received: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  text: { ...typographyStyles.body1Strong, margin: 0 },
});

/** How many agencies have sent their answers, in words and as a bar. */
export function Received({ expected, received }: ReceivedProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const text = label('received-of', { received, expected });
  return (
    <div className={styles.received}>
      <p className={styles.text}>{text}</p>
      <ProgressBar value={received} max={Math.max(1, expected)} thickness="large" aria-label={text} />
    </div>
  );
}
