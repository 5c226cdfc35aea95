import { useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../domain/messages/words.ts';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { Failure } from './components/Failure.tsx';
import { OtherWork } from './components/OtherWork.tsx';
import { Shell } from './components/Shell.tsx';
import { useStartLabel } from './language.ts';
import type { Pane } from './pane.ts';
import { shownSection } from './sections.ts';
import type { SurroundingsSource } from './surroundings.ts';
import { useLoaded } from './use-loaded.ts';

/** What the pane begins with. */
export interface AppProps {
  /** Until a person has set another. */
  readonly language: Language;
  readonly surroundings: SurroundingsSource;
  /** Loads and starts everything else; the same pane each time. */
  readonly load: () => Promise<Pane>;
  /** What stands below the title, such as a way to open a file. */
  readonly children?: ReactNode;
}

/** The pane: at once what one can do, then what is open, in the language that was set and the look of what is around it. */
export function App({ language, surroundings, load, children }: AppProps): ReactNode {
  const [{ value: pane, failure }, retry] = useLoaded(load);
  const state = useSyncExternalStore(pane?.session.subscribe ?? nothing, () => pane?.session.state);
  return (
    <Shell language={state?.settings.language ?? language} surroundings={surroundings}>
      <Title />
      {children}
      {pane && state && (
        <ErrorBoundary>
          <pane.Work session={pane.session} state={state} {...pane.openers} />
        </ErrorBoundary>
      )}
      {failure && <Failure error={failure.error} onRetry={retry} />}
      {!pane && !failure && <Looking />}
      <OtherWork
        shown={state && shownSection(state)}
        onShow={(section) => void load().then(({ session }) => session.show(section), retry)}
      />
    </Shell>
  );
}

function Title(): ReactNode {
  return (
    <header>
      <h1>{useStartLabel()('title')}</h1>
    </header>
  );
}

function Looking(): ReactNode {
  return (
    <p className="open" role="status">
      {useStartLabel()('looking')}
    </p>
  );
}

const nothing = () => () => undefined;
