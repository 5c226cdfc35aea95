import type { ReactNode } from 'react';
import type { Language } from '../../domain/messages/words.ts';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { Failure } from './components/Failure.tsx';
import { OtherWork } from './components/OtherWork.tsx';
import { Shell } from './components/Shell.tsx';
import { useStartLabel } from './language.ts';
import type { OpenState } from '../session/session-state.ts';
import type { Pane } from './pane.ts';
import { isStart, lacksWorkbook, shownSection, type Known } from './sections.ts';
import type { EnvironmentSource } from './environment.ts';
import { useLoaded } from './use-loaded.ts';
import { useSlice } from './use-slice.ts';

/** What the pane starts with. */
export interface AppProps {
  /** Used until a person sets another one. */
  readonly language: Language;
  readonly environment: EnvironmentSource;
  /** Loads and starts everything else; the same pane each time. */
  readonly load: () => Promise<Pane>;
  /** Whether the pane is beside Excel, and not on a page of its own. */
  readonly isLive: boolean;
  /** Where that is known before everything else is loaded. */
  readonly open?: OpenState['kind'] | undefined;
  /** Content below the name of the open workbook, such as a file chooser; its argument is whether that is the next step. */
  readonly children?: (isStart: boolean) => ReactNode;
}

/** The pane: first the available sections, then the open workbook, in the language of the settings and the theme around it. */
export function App({ language, environment, load, isLive, open, children }: AppProps): ReactNode {
  const [{ value: pane, failure }, retry] = useLoaded(load);
  const chosenLanguage = useSlice(pane?.session, ({ settings }) => settings.language);
  const section = useSlice(pane?.session, (state) => state.section);
  const found = useSlice(pane?.session, (state) => state.open?.kind);
  const known: Known = { section, open: found ?? open, isLive };
  return (
    <Shell language={chosenLanguage ?? language} environment={environment}>
      <Title />
      <p className="open" role="status">
        {needsNoWorkbook(known) ? null : pane && found ? (
          <pane.OpenWorkbook session={pane.session} />
        ) : (
          !failure && <NotKnown open={open} />
        )}
      </p>
      {children?.(isStart(known))}
      {pane && (
        <ErrorBoundary of={pane}>
          <pane.Work session={pane.session} {...pane.openers} />
        </ErrorBoundary>
      )}
      {failure && <Failure error={failure.error} onRetry={retry} />}
      <OtherWork known={known} onShow={(section) => void load().then(({ session }) => session.show(section), retry)} />
    </Shell>
  );
}

/** Whether a section is shown for which it does not matter that no workbook is open. */
function needsNoWorkbook(known: Known): boolean {
  return lacksWorkbook(known) && shownSection(known) !== undefined;
}

function Title(): ReactNode {
  return (
    <header>
      <h1>{useStartLabel()('title')}</h1>
    </header>
  );
}

/** Stands in for the name of the open workbook until it is known. */
function NotKnown({ open }: Pick<AppProps, 'open'>): ReactNode {
  return useStartLabel()(open === 'none' ? 'no-workbook' : 'looking');
}
