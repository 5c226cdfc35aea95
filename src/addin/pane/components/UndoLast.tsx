import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { offersUndo } from '../../session/notice.ts';
import type { ViewProps } from '../view-props.ts';
import { useMessages } from '../use-messages.ts';
import { useSlice } from '../use-slice.ts';

const useStyles = makeStyles({ undo: { alignSelf: 'flex-start' } });

/** A button that makes the change of cells or pictures again that was undone last. */
export function RedoLast({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const last = useSlice(session, ({ redoable }) => redoable[0]);
  if (last === undefined) return null;
  return (
    <Button className={styles.undo} onClick={() => void session.redo()}>
      {label(last.kind === 'cells' ? 'redo-last' : 'redo-pictures', { count: last.swaps.length })}
    </Button>
  );
}

/** A button that undoes the last change of cells or pictures, unless the notice above has one. */
export function UndoLast({ session }: Pick<ViewProps, 'session'>): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const last = useSlice(session, ({ undoable }) => undoable[0]);
  const isOfferedAbove = useSlice(session, ({ notice }) => offersUndo(notice));
  if ((last?.kind !== 'cells' && last?.kind !== 'pictures') || isOfferedAbove) return null;
  return (
    <Button className={styles.undo} onClick={() => void session.undo()}>
      {label(last.kind === 'cells' ? 'undo-last' : 'undo-pictures', { count: last.swaps.length })}
    </Button>
  );
}
