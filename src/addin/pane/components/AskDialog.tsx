import { Button, makeStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { DialogParts, ModalDialog } from './ModalDialog.tsx';

/** A question and its answers. */
export interface AskDialogProps {
  /** Text of the button. */
  readonly text: string;
  /** Whether it is the next step. */
  readonly isPrimary?: boolean;
  readonly title: string;
  readonly question: string;
  /** The first has the keyboard focus and must be harmless. */
  readonly answers: readonly Answer[];
}

/** An answer, and what it does. */
export interface Answer {
  readonly text: string;
  readonly isPrimary?: boolean;
  readonly onChosen: () => void;
}

const useStyles = makeStyles({ question: { margin: 0 } });

/** A button that asks for confirmation. */
export function AskDialog({ text, isPrimary = false, title, question, answers }: AskDialogProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <ModalDialog text={text} isPrimary={isPrimary} title={title} question={id}>
      {(close) => (
        <DialogParts
          content={
            <p id={id} className={styles.question}>
              {question}
            </p>
          }
          actions={answers.map((answer) => (
            <Button
              key={answer.text}
              appearance={answer.isPrimary ? 'primary' : 'secondary'}
              onClick={() => {
                close();
                answer.onChosen();
              }}
            >
              {answer.text}
            </Button>
          ))}
          onCancel={close}
        />
      )}
    </ModalDialog>
  );
}
