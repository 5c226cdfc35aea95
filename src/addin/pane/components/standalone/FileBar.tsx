import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { extensionOf, nameOfPath } from '../../../../domain/text/file-path.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { CopyName } from '../../../session/jobs/save-copy.ts';
import type { FileOpeners } from '../../view-props.ts';
import { useMessages } from '../../use-messages.ts';
import { FileChooser } from '../FileChooser.tsx';
import { UnsavedDialog, type Unsaved } from './UnsavedDialog.tsx';

/** The open file and its actions. */
export interface FileBarProps extends FileOpeners {
  /** Undefined where none is open. */
  readonly name: string | undefined;
  /** Whether a file is the next step. */
  readonly isStart: boolean;
  readonly onChosen: (files: ChosenFiles) => void;
  /** Saves a copy under this name, which may be the file's, and tells whether it was saved; undefined if nothing has changed since the last one. */
  readonly onSave: ((name: string, called: CopyName) => Promise<boolean>) | undefined;
  /** What would be lost if another file were opened. */
  readonly unsaved: readonly Unsaved[];
  /** Leads to the answers that are not saved as a report yet. */
  readonly onBackToReport: () => void;
}

interface Waiting {
  readonly files: ChosenFiles;
  /** What is asked about now, and what after it. */
  readonly first: Unsaved;
  readonly others: readonly Unsaved[];
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** Opens a file, and saves what was changed in it as a copy. What is not saved is discarded only after a question. */
export function FileBar(props: FileBarProps): ReactNode {
  const { name, isStart, unsaved, onChosen, onSave, onBackToReport, openFiles, openDrop } = props;
  const styles = useStyles();
  const { label } = useMessages();
  /** Files that wait until the person has said what to do with each thing that is not saved. */
  const [waiting, setWaiting] = useState<Waiting>();
  const ownName = nameOfPath(name ?? '');
  const save = (): Promise<boolean> | undefined =>
    onSave?.(
      copyOf(ownName, (stem) => label('fixed-name', { name: stem })),
      'new',
    );
  const choose = (files: ChosenFiles, lost: readonly Unsaved[]): void => {
    const [first, ...others] = lost;
    setWaiting(first && { files, first, others });
    if (first === undefined) onChosen(files);
  };
  const goOn = (): void => {
    if (waiting) choose(waiting.files, waiting.others);
  };
  const keep = async (): Promise<void> => {
    if (waiting?.first === 'answers') onBackToReport();
    else if (await save()) {
      goOn();
      return;
    }
    setWaiting(undefined);
  };
  return (
    <section className={styles.bar} role={isStart ? 'main' : undefined} aria-label={label('workbook-file')}>
      {name !== undefined && <p className={styles.text}>{name}</p>}
      {name === undefined && isStart && <p className={styles.text}>{label('open-file-hint')}</p>}
      {name !== undefined && onSave && (
        <>
          <Button appearance="primary" onClick={() => void save()}>
            {label('save-fixed')}
          </Button>
          <Button onClick={() => void onSave(ownName, 'same')}>{label('save-same-name')}</Button>
        </>
      )}
      <FileChooser
        text={label(name === undefined ? 'open-file' : 'open-other-file')}
        isPrimary={isStart}
        isMany={false}
        hint={label('drop-file-here')}
        openFiles={openFiles}
        openDrop={openDrop}
        onChosen={(files) => {
          // Several files are collected for the report: the open one stays, and only the answers of others would be lost.
          const isOpened = files.paths.length === 1;
          choose(files, isOpened ? unsaved : unsaved.filter((what) => what === 'answers'));
        }}
      />
      <UnsavedDialog
        unsaved={waiting?.first}
        onKeep={() => void keep()}
        onDiscard={goOn}
        onCancel={() => setWaiting(undefined)}
      />
    </section>
  );
}

/** The name of a copy in the same format. */
function copyOf(name: string, rename: (stem: string) => string): string {
  const extension = extensionOf(name);
  return rename(name.slice(0, name.length - extension.length)) + extension;
}
