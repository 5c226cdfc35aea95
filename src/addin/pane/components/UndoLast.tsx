import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { offersUndo } from '../../session/notice.ts';
import type { ViewProps } from '../view-props.ts';
import { useMessages } from '../use-messages.ts';

const useStyles = makeStyles({ undo: { alignSelf: 'flex-start' } });

/** The way back from the last change of cells, for as long as there is one and nothing above tells of it. */
export function UndoLast({ session, state }: Pick<ViewProps, 'session' | 'state'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [last] = state.undoable;
  if (last?.kind !== 'cells' || offersUndo(state.notice)) return null;
  return (
    <Button className={styles.undo} onClick={() => void session.undo()}>
      {label('undo-last', { count: last.swaps.length })}
    </Button>
  );
}
