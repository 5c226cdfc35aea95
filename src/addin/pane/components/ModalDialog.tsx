import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../use-messages.ts';

/** A dialog that is open or not. */
export interface OpenedDialogProps extends DialogHead {
  readonly isOpen: boolean;
  /** Called when a person closes it, also by Escape. */
  readonly onClose: () => void;
  /** The parts below the title, rendered again each time the dialog opens. */
  readonly children: ReactNode;
}

/** A button and the dialog that it opens. */
export interface ModalDialogProps extends DialogHead {
  /** Text of the button. */
  readonly text: string;
  /** Whether it is the next step. */
  readonly isPrimary?: boolean;
  /** The parts below the title, rendered again each time the dialog opens. */
  readonly children: (close: () => void) => ReactNode;
}

interface DialogHead {
  readonly title: string;
  /** Id of the question, if the dialog asks for confirmation (`alertdialog`). */
  readonly question?: string;
}

/** The parts of a dialog below its title. */
export interface DialogPartsProps {
  /** Scrolls where it is long. */
  readonly content: ReactNode;
  /** Buttons, one below the other, followed by “Cancel”. */
  readonly actions: ReactNode;
  readonly onCancel: () => void;
  /** Text of the last button; “Cancel” by default. */
  readonly cancel?: string;
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
    // Does not change the display of a closed dialog, which the browser hides.
    '&[open]': { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  content: { minHeight: 0, overflowY: 'auto', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** A button that opens a dialog. */
export function ModalDialog({ text, isPrimary = false, children, ...dialog }: ModalDialogProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {text}
      </Button>
      <OpenedDialog {...dialog} isOpen={isOpen} onClose={close}>
        {isOpen && children(close)}
      </OpenedDialog>
    </>
  );
}

/**
 * A native dialog: Fluent's leaves the page hidden from screen readers if the answer removes what opened it. The first control in it
 * gets the keyboard focus.
 */
export function OpenedDialog({ isOpen, title, question, onClose, children }: OpenedDialogProps): ReactNode {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      role={question === undefined ? undefined : 'alertdialog'}
      aria-labelledby={titleId}
      aria-describedby={question}
      onClose={onClose}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {isOpen && children}
    </dialog>
  );
}

/** The parts of a dialog below its title. */
export function DialogParts({ content, actions, onCancel, cancel }: DialogPartsProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  return (
    <>
      <div className={styles.content}>{content}</div>
      <div className={styles.actions}>
        {actions}
        <Button appearance="subtle" onClick={onCancel}>
          {cancel ?? label('cancel')}
        </Button>
      </div>
    </>
  );
}
