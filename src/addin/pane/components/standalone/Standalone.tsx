import { useEffect, useState, type ReactNode } from 'react';
import type { Language } from '../../../../domain/messages/words.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import { App } from '../../App.tsx';
import type { Pane } from '../../pane.ts';
import type { EnvironmentSource } from '../../environment.ts';
import type { FileOpeners } from '../../view-props.ts';
import type { CopyName } from '../../../session/jobs/save-copy.ts';
import { hasUnsavedAnswers } from '../../../session/selectors.ts';
import { saysSaved } from '../../../session/notice.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useSlice } from '../../use-slice.ts';
import { FileBar } from './FileBar.tsx';

/** What a page without Excel needs. */
export interface StandaloneProps extends FileOpeners {
  /** Until a person has set another. */
  readonly language: Language;
  readonly environment: EnvironmentSource;
  /** Starts a pane for a file; without bytes none is open. `onChange` gets the file after each change. */
  readonly loadPane: (bytes: Uint8Array | undefined, onChange: (bytes: Uint8Array) => void) => () => Promise<Pane>;
}

interface Opened {
  readonly load: () => Promise<Pane>;
  readonly name: string | undefined;
  /** The file with its unsaved changes. */
  readonly fixed?: Uint8Array | undefined;
}

/** The pane on a page without Excel: the workbook is a file, and its changes are saved as a copy. */
export function Standalone(props: StandaloneProps): ReactNode {
  const { language, environment, openFiles, openDrop, loadPane } = props;
  const [{ load, name, fixed }, setOpened] = useState<Opened>(() => ({
    load: loadPane(undefined, () => undefined),
    name: undefined,
  }));
  const openAs = (path: string, bytes: Uint8Array): Opened => {
    const loadFile = loadPane(bytes, (changed) => {
      // A job may still change a file that is no longer open; that must not go into the copy of another one.
      setOpened((now) => (now.load === loadFile ? { ...now, fixed: changed } : now));
    });
    return { load: loadFile, name: path };
  };
  const [{ value: pane }] = useLoaded(load);
  const hasAnswers = useSlice(pane?.session, hasUnsavedAnswers) ?? false;
  const unsaved = [...(fixed ? (['copy'] as const) : []), ...(hasAnswers ? (['answers'] as const) : [])];
  useAskBeforeLeaving(unsaved.length > 0);
  const save = async (copy: string, bytes: Uint8Array, called: CopyName): Promise<boolean> => {
    const { session } = await load();
    const isSaved = saysSaved(await session.saveCopy(copy, bytes, called));
    if (isSaved) setOpened((opened) => (opened.fixed === bytes ? { ...opened, fixed: undefined } : opened));
    return isSaved;
  };
  const open = async (files: ChosenFiles): Promise<void> => {
    const { session } = await load();
    await session.openChosen(files, (path, bytes) => {
      // Changes made since the file was chosen are discarded only after a question.
      setOpened((now) => (now.fixed === undefined || now.fixed === fixed ? openAs(path, bytes) : now));
    });
  };
  return (
    <App
      language={language}
      environment={environment}
      load={load}
      isLive={false}
      open={name === undefined ? 'none' : undefined}
    >
      {(isStart) => (
        <FileBar
          name={name}
          isStart={isStart}
          openFiles={openFiles}
          openDrop={openDrop}
          // Where nothing can be loaded the page says so below.
          onChosen={(files) => void open(files).catch(() => undefined)}
          onSave={fixed && ((copy, called) => save(copy, fixed, called))}
          unsaved={unsaved}
          onBackToReport={() => pane?.session.show('consolidate')}
        />
      )}
    </App>
  );
}

/**
 * Makes the browser ask before the page is left with something unsaved: closed, loaded again, or left by Back, since the page has no
 * entries of its own in the history.
 */
function useAskBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
