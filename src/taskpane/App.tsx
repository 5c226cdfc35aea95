import { useSyncExternalStore, type ReactNode } from 'react';
import { Page } from './components/Page.tsx';
import { Shell } from './components/Shell.tsx';
import type { Session } from './session.ts';
import type { SurroundingsSource } from './surroundings.ts';
import type { FileOpeners } from './view-props.ts';

/** What the pane works with. */
export interface AppProps extends FileOpeners {
  readonly session: Session;
  readonly surroundings: SurroundingsSource;
}

/** The pane: what the session knows, in the language that was set and the look of what is around it. */
export function App({ session, surroundings, openFiles, openDrop }: AppProps): ReactNode {
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  return (
    <Shell language={state.settings.language} surroundings={surroundings}>
      <Page session={session} state={state} openFiles={openFiles} openDrop={openDrop} />
    </Shell>
  );
}
