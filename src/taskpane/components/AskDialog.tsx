import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useRef, type ReactNode } from 'react';
import { useVoice } from '../voice.ts';

/** What is asked, and what can be answered. */
export interface AskDialogProps {
  /** What the button says that asks. */
  readonly text: string;
  readonly title: string;
  readonly question: string;
  /** The first is what the keyboard is on: the one that harms nothing. */
  readonly answers: readonly Answer[];
}

/** An answer, and what it does. */
export interface Answer {
  readonly text: string;
  readonly isPrimary?: boolean;
  readonly onChosen: () => void;
}

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: `calc(100vw - ${tokens.spacingHorizontalXXL})`,
    maxWidth: '480px',
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  question: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalL}`, overflowWrap: 'anywhere' },
  answers: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/**
 * A button that asks before it does anything. It is a dialog of the browser: that of Fluent leaves the page hidden from screen readers
 * where the answer takes its button away.
 */
export function AskDialog({ text, title, question, answers }: AskDialogProps): ReactNode {
  const styles = useStyles();
  const { label } = useVoice();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>{text}</Button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        role="alertdialog"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}question`}
      >
        <h2 id={`${id}title`} className={styles.title}>
          {title}
        </h2>
        <p id={`${id}question`} className={styles.question}>
          {question}
        </p>
        <div className={styles.answers}>
          {answers.map((answer) => (
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
          <Button appearance="subtle" onClick={close}>
            {label('cancel')}
          </Button>
        </div>
      </dialog>
    </>
  );
}
