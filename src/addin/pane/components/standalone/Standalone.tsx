import { useLayoutEffect, useState, type ReactNode } from 'react';
import type { Language } from '../../../../domain/messages/words.ts';
import type { ChosenFiles } from '../../../../usecases/ports/file-store.ts';
import type { Draft, DraftStore } from '../../../../usecases/ports/draft-store.ts';
import { App } from '../../App.tsx';
import type { Pane } from '../../pane.ts';
import type { EnvironmentSource } from '../../environment.ts';
import type { FileOpeners } from '../../view-props.ts';
import type { CopyName } from '../../../session/jobs/save-copy.ts';
import { draftOf, type OpenedFile } from '../../../session/open-draft.ts';
import { hasTyped, hasUnsavedAnswers } from '../../../session/selectors.ts';
import { isCopySaved } from '../../../session/notice.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useSlice } from '../../use-slice.ts';
import { DraftFound } from './DraftFound.tsx';
import { Drafts } from './Drafts.tsx';
import { FileBar } from './FileBar.tsx';

/** What a page without Excel needs. */
export interface StandaloneProps extends FileOpeners {
  /** Until a person has set another. */
  readonly language: Language;
  readonly environment: EnvironmentSource;
  readonly drafts: DraftStore;
  /** Starts a pane for a file; undefined where none is open. `onChange` gets the file after each change. */
  readonly loadPane: (file: OpenedFile | undefined, onChange: (bytes: Uint8Array) => void) => () => Promise<Pane>;
}

interface Opened {
  readonly load: () => Promise<Pane>;
  readonly name: string | undefined;
  /** The file with its changes, as it is at the time of the call. */
  readonly bytes: () => Uint8Array | undefined;
  /** The same where it has changes that are in no copy. */
  readonly fixed?: Uint8Array | undefined;
}

/** A chosen file of which there is a draft. */
interface Found {
  readonly file: OpenedFile;
  readonly draft: Draft;
}

/** The pane on a page without Excel: the workbook is a file, and its changes are saved as a copy. */
export function Standalone(props: StandaloneProps): ReactNode {
  const { language, environment, drafts, openFiles, openDrop, loadPane } = props;
  const [{ load, name, bytes, fixed }, setOpened] = useState<Opened>(() => ({
    load: loadPane(undefined, () => undefined),
    name: undefined,
    bytes: () => undefined,
  }));
  const [found, setFound] = useState<Found>();
  const [{ value: pane }] = useLoaded(load);
  const isTyped = useSlice(pane?.session, hasTyped) ?? false;
  const hasAnswers = useSlice(pane?.session, hasUnsavedAnswers) ?? false;
  const isChanged = fixed !== undefined || isTyped;
  const unsaved = [...(isChanged ? (['copy'] as const) : []), ...(hasAnswers ? (['answers'] as const) : [])];
  useAskBeforeLeaving(unsaved.length > 0);
  const openAs = (file: OpenedFile): void => {
    let now = file.bytes;
    const loadFile = loadPane(file, (changed) => {
      now = changed;
      // A job may still change a file that is no longer open; that must not go into the copy of another one.
      setOpened((opened) => (opened.load === loadFile ? { ...opened, fixed: changed } : opened));
    });
    // What was not saved of the file before is not wanted any more: the person was asked.
    pane?.session.answers.discardDraft();
    setFound(undefined);
    setOpened({ load: loadFile, name: file.name, bytes: () => now, fixed: file.draft && file.bytes });
  };
  const save = async (copy: string, called: CopyName): Promise<boolean> => {
    const { session } = await load();
    await session.answers.keep();
    const saved = bytes();
    if (saved === undefined) return false;
    const isSaved = isCopySaved(await session.saveCopy(copy, saved, called));
    if (isSaved) setOpened((opened) => (opened.fixed === saved ? { ...opened, fixed: undefined } : opened));
    return isSaved;
  };
  const open = async (files: ChosenFiles): Promise<void> => {
    // Changes made since the file was chosen are discarded only after a question.
    let before = bytes();
    const { session } = await load();
    if (hasTyped(session.state)) {
      await session.answers.keep();
      before = bytes();
    }
    await session.openChosen(files, (path, chosen) => {
      if (bytes() !== before) return;
      const file = { name: path, original: chosen, bytes: chosen };
      const others = (all: readonly Draft[]): readonly Draft[] =>
        all.filter(({ id }) => id !== session.answers.draftId);
      void drafts.all().then(
        (all) => {
          const draft = draftOf(chosen, others(all));
          if (draft) setFound({ file, draft });
          else openAs(file);
        },
        () => openAs(file),
      );
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
        <>
          <FileBar
            name={name}
            isStart={isStart}
            openFiles={openFiles}
            openDrop={openDrop}
            // Where nothing can be loaded the page says so below.
            onChosen={(files) => void open(files).catch(() => undefined)}
            onSave={isChanged ? save : undefined}
            unsaved={unsaved}
            onBackToReport={() => pane?.session.show('consolidate')}
          />
          {name === undefined && <Drafts drafts={drafts} onContinue={(draft) => openAs(fileOf(draft))} />}
          <DraftFound
            draft={found?.draft}
            onContinue={() => found && openAs(fileOf(found.draft))}
            onDiscard={() => {
              if (found === undefined) return;
              void drafts.discard(found.draft.id).catch(() => undefined);
              openAs(found.file);
            }}
            onCancel={() => setFound(undefined)}
          />
        </>
      )}
    </App>
  );
}

/** The file of a draft, to go on with. */
function fileOf({ id, typed, name, original, bytes }: Draft): OpenedFile {
  return { name, original, bytes, draft: { id, typed } };
}

/**
 * Makes the browser ask before the page is left with something unsaved: closed, loaded again, or left by Back, since the page has no
 * entries of its own in the history.
 */
function useAskBeforeLeaving(isUnsaved: boolean): void {
  // At once when the page shows that it is saved: a person may leave right then.
  useLayoutEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
