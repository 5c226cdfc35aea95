import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { ChosenFiles } from '../../../usecases/ports/file-store.ts';
import type { FileOpeners } from '../view-props.ts';
import { useMessages } from '../use-messages.ts';

/** What a file is chosen for. */
type FileUse = 'workbook' | 'template' | 'picture';

/** Which files can be chosen, and what to do with them. */
export interface FileChooserProps extends FileOpeners {
  /** Text of the button. */
  readonly text: string;
  /** What is said below the button; by default what can be dropped there. */
  readonly hint?: string;
  /** Whether a file is the next step. */
  readonly isPrimary: boolean;
  /** Whether several files can be chosen, of workbooks a whole folder too. */
  readonly isMany: boolean;
  /** What a file is chosen for; a workbook by default. */
  readonly kind?: FileUse;
  readonly onChosen: (files: ChosenFiles) => void;
}

const useStyles = makeStyles({
  area: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover, outline: `2px solid ${tokens.colorStrokeFocus2}` },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, textAlign: 'center' },
});

/** Takes files from a dialog, or files and folders that are dropped on it. */
export function FileChooser({
  text,
  hint,
  isPrimary,
  isMany,
  kind = 'workbook',
  onChosen,
  openFiles,
  openDrop,
}: FileChooserProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={mergeClasses(styles.area, isOver && styles.over)}
      onDragOver={(event) => {
        // Without this the browser would open the file in place of the page.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void openDrop(event.dataTransfer).then(onChosen);
      }}
    >
      <Dialog
        text={text}
        isPrimary={isPrimary}
        isMany={isMany}
        kind={kind}
        onFiles={(files) => onChosen(openFiles(files))}
      />
      {isMany && kind === 'workbook' && (
        <Dialog text={label('choose-folder')} isFolder onFiles={(files) => onChosen(openFiles(files))} />
      )}
      <p className={styles.hint}>{hint ?? label(isMany ? 'drop-here' : 'drop-one-here')}</p>
    </div>
  );
}

interface DialogProps {
  readonly text: string;
  readonly isPrimary?: boolean;
  readonly isMany?: boolean;
  readonly isFolder?: boolean;
  readonly kind?: FileUse;
  readonly onFiles: (files: readonly File[]) => void;
}

const EXTENSIONS: Readonly<Record<FileUse, string>> = {
  workbook: '.xlsx,.xlsm,.xls,.xlsb,.xltx,.xltm,.xlt,.ods',
  template: '.docx,.dotx,.docm,.dotm',
  picture: '.jpg,.jpeg,.png',
};

/** A button for the browser's dialog. */
function Dialog({
  text,
  isPrimary = false,
  isMany = false,
  isFolder = false,
  kind = 'workbook',
  onFiles,
}: DialogProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={isMany}
        aria-label={text}
        {...(isFolder
          ? { webkitdirectory: '' }
          : { accept: isMany && kind === 'workbook' ? `${EXTENSIONS[kind]},.zip` : EXTENSIONS[kind] })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same files can then be chosen again, after they were changed.
          currentTarget.value = '';
          onFiles(files);
        }}
      />
      <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}
