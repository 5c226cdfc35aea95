import { Button, makeStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../use-messages.ts';
import { DialogParts, OpenedDialog } from '../ModalDialog.tsx';

/** What would be lost: changes of the open file, or the answers of agencies' files. */
export type Unsaved = 'copy' | 'answers';

/** What would be lost if another file were opened, and what can be done about it. */
export interface UnsavedDialogProps {
  /** Undefined while nothing has to be asked. */
  readonly unsaved: Unsaved | undefined;
  /** Saves it, or leads to where it can be saved. */
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

const useStyles = makeStyles({ question: { margin: 0 } });

/** Asks what to do with what is not saved before another file is opened. */
export function UnsavedDialog({ unsaved, onKeep, onDiscard, onCancel }: UnsavedDialogProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const question = useId();
  return (
    <OpenedDialog isOpen={unsaved !== undefined} title={label('unsaved-title')} question={question} onClose={onCancel}>
      <DialogParts
        content={
          <p id={question} className={styles.question}>
            {label(unsaved === 'answers' ? 'unsaved-answers-question' : 'unsaved-copy-question')}
          </p>
        }
        actions={
          <>
            <Button appearance="primary" onClick={onKeep}>
              {label(unsaved === 'answers' ? 'back-to-report' : 'save-then-open')}
            </Button>
            <Button onClick={onDiscard}>{label('open-without-saving')}</Button>
          </>
        }
        onCancel={onCancel}
      />
    </OpenedDialog>
  );
}
