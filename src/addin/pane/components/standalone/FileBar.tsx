import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { FileOpeners } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { FileChooser } from '../FileChooser.tsx';

/** The open file and its actions. */
export interface FileBarProps extends FileOpeners {
  /** Undefined where none is open. */
  readonly name: string | undefined;
  /** Whether a file is the next step. */
  readonly isStart: boolean;
  readonly onChosen: (files: ChosenFiles) => void;
  /** Saves a copy under this name; undefined if nothing has changed since the last one. */
  readonly onSave: ((name: string) => void) | undefined;
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** Opens a file, and saves what was changed in it as a copy. Unsaved changes are discarded only after a question. */
export function FileBar({ name, isStart, onChosen, onSave, openFiles, openDrop }: FileBarProps): ReactNode {
  const styles = useStyles();
  const { label } = useMessages();
  const [isLeaving, setLeaving] = useState(false);
  const isUnsaved = onSave !== undefined;
  return (
    <section className={styles.bar} role={isStart ? 'main' : undefined} aria-label={label('workbook-file')}>
      {name !== undefined && <p className={styles.text}>{name}</p>}
      {name === undefined && isStart && <p className={styles.text}>{label('open-file-hint')}</p>}
      {name !== undefined && onSave && (
        <Button
          appearance="primary"
          onClick={() => onSave(copyOf(name, (stem) => label('fixed-name', { name: stem })))}
        >
          {label('save-fixed')}
        </Button>
      )}
      {isUnsaved && !isLeaving ? (
        <Button onClick={() => setLeaving(true)}>{label('open-other-unsaved')}</Button>
      ) : (
        <FileChooser
          text={label(name === undefined ? 'open-file' : 'open-other-file')}
          isPrimary={isStart}
          isMany={false}
          openFiles={openFiles}
          openDrop={openDrop}
          onChosen={(files) => {
            setLeaving(false);
            onChosen(files);
          }}
        />
      )}
    </section>
  );
}

/** The name of a copy in the same format. */
function copyOf(path: string, rename: (stem: string) => string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? rename(name) : `${rename(name.slice(0, dot))}${name.slice(dot)}`;
}
