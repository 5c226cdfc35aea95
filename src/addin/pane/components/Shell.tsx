import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../../domain/messages/words.ts';
import { LanguageContext } from '../language.ts';
import type { EnvironmentSource } from '../environment.ts';
import { themeFor } from '../theme.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** How the pane looks and speaks. */
export interface ShellProps {
  readonly language: Language;
  readonly environment: EnvironmentSource;
  readonly children: ReactNode;
}

/** Gives everything below it the theme of what is around the pane, its language, and a place to fall back to. */
export function Shell({ language, environment, children }: ShellProps): ReactNode {
  const look = useSyncExternalStore(environment.subscribe, environment.current);
  const theme = useMemo(() => themeFor(look), [look]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={theme} className="shell">
      <LanguageContext.Provider value={language}>
        <ErrorBoundary>
          <div className="page">{children}</div>
        </ErrorBoundary>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
