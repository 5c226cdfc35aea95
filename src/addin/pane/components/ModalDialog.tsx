import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../use-messages.ts';

/** A button that opens a dialog, and what is in it. */
export interface ModalDialogProps {
  /** What the button says. */
  readonly text: string;
  /** Whether it is the next step. */
  readonly isPrimary?: boolean;
  readonly title: string;
  /** The id of what asks, where the person has to answer before anything is done. */
  readonly question?: string;
  /** The parts below the title, made anew each time the dialog is opened. */
  readonly children: (close: () => void) => ReactNode;
}

/** What stands below the title of a dialog. */
export interface DialogPartsProps {
  /** Scrolls where it is long. */
  readonly content: ReactNode;
  /** One below the other, and a way to cancel below them. */
  readonly actions: ReactNode;
  readonly onCancel: () => void;
}

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: `calc(100vw - ${tokens.spacingHorizontalXXL})`,
    maxWidth: '480px',
    maxHeight: `calc(100vh - ${tokens.spacingVerticalXXL})`,
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    // A closed dialog keeps what the browser does to it: it is not there.
    '&[open]': { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  content: { minHeight: 0, overflowY: 'auto', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/**
 * A button that opens a dialog of the browser: that of Fluent leaves the page hidden from screen readers where the answer takes its
 * button away. The keyboard is on the first control in it.
 */
export function ModalDialog({ text, isPrimary = false, title, question, children }: ModalDialogProps): ReactNode {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <>
      <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {text}
      </Button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        role={question === undefined ? undefined : 'alertdialog'}
        aria-labelledby={titleId}
        aria-describedby={question}
        onClose={() => setOpen(false)}
      >
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {isOpen && children(() => setOpen(false))}
      </dialog>
    </>
  );
}

/** The parts of a dialog below its title. */
export function DialogParts({ content, actions, onCancel }: DialogPartsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
    <>
      <div className={styles.content}>{content}</div>
      <div className={styles.actions}>
        {actions}
        <Button appearance="subtle" onClick={onCancel}>
          {label('cancel')}
        </Button>
      </div>
    </>
  );
}
