import { Button, makeStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { Draft } from '../../../../usecases/ports/draft-store.ts';
import { useMessages } from '../../use-messages.ts';
import { DialogParts, OpenedDialog } from '../ModalDialog.tsx';

/** A draft of the file that was chosen, and what can be done with it. */
export interface DraftFoundProps {
  /** Undefined while nothing has to be asked. */
  readonly draft: Draft | undefined;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

const useStyles = makeStyles({ question: { margin: 0 } });

/** Asks whether to go on with the draft of a file or to open the file as it is. */
export function DraftFound({ draft, onContinue, onDiscard, onCancel }: DraftFoundProps): ReactNode {
  const styles = useStyles();
  const { label, time } = useMessages();
  const question = useId();
  const { name = '', at = '' } = draft ?? {};
  return (
    <OpenedDialog
      isOpen={draft !== undefined}
      title={label('draft-found-title')}
      question={question}
      onClose={onCancel}
    >
      <DialogParts
        content={
          <p id={question} className={styles.question}>
            {label('draft-found-question', { file: name, time: time(at) })}
          </p>
        }
        actions={
          <>
            <Button appearance="primary" onClick={onContinue}>
              {label('draft-continue')}
            </Button>
            <Button onClick={onDiscard}>{label('draft-instead')}</Button>
          </>
        }
        onCancel={onCancel}
      />
    </OpenedDialog>
  );
}
