import type { FileSource } from '../usecases/ports.ts';
import type { SessionState } from './session-state.ts';
import type { Session } from './session.ts';

/** What every view works with. */
export interface ViewProps {
  readonly session: Session;
  readonly state: SessionState;
  /** Makes a source of the files that a person chose. */
  readonly openFiles: (files: readonly File[]) => FileSource & { readonly paths: readonly string[] };
}
