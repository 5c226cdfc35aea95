import type { ChosenFiles } from '../../usecases/ports/file-store.ts';
import type { Session } from '../session/session.ts';

/** Makes sources of what a person chose. */
export interface FileOpeners {
  /** Of the files of a dialog, or of the folder that was chosen in it. */
  readonly openFiles: (files: readonly File[]) => ChosenFiles;
  /** Of the files and folders that were dropped on the page. */
  readonly openDrop: (drop: DataTransfer) => Promise<ChosenFiles>;
}

/** The props of every view; it gets the session's state by `useSlice`. */
export interface ViewProps extends FileOpeners {
  readonly session: Session;
}
