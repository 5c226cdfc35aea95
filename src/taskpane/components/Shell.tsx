import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../domain/messages/words.ts';
import type { SurroundingsSource } from '../surroundings.ts';
import { themeFor } from '../theme.ts';
import { paneVoiceOf, VoiceContext } from '../voice.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** How the pane looks and speaks. */
export interface ShellProps {
  readonly language: Language;
  readonly surroundings: SurroundingsSource;
  readonly children: ReactNode;
}

const useStyles = makeStyles({ page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 } });

/** Gives everything below it the theme of what is around the pane, its language, and a place to fall back to. */
export function Shell({ language, surroundings, children }: ShellProps): ReactNode {
  const styles = useStyles();
  const look = useSyncExternalStore(surroundings.subscribe, surroundings.current);
  const theme = useMemo(() => themeFor(look), [look]);
  const voice = useMemo(() => paneVoiceOf(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={theme} className={styles.page}>
      <VoiceContext.Provider value={voice}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </VoiceContext.Provider>
    </FluentProvider>
  );
}
