import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ViewProps } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { useSlice } from '../../use-slice.ts';

const useStyles = makeStyles({ note: { color: tokens.colorNeutralForeground2 } });

/** Where what is not saved is kept; nothing in Excel, which keeps it itself. */
export function DraftNote({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const draft = useSlice(session, (state) => state.draft);
  if (session.isLive) return null;
  return (
    <p className={styles.note} role="status">
      {label(`draft-${draft}`)}
    </p>
  );
}
