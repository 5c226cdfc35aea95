import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../../domain/messages/words.ts';
import { LanguageContext } from '../language.ts';
import type { EnvironmentSource } from '../environment.ts';
import { themeFor } from '../theme.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** The pane's theme and language. */
export interface ShellProps {
  readonly language: Language;
  readonly environment: EnvironmentSource;
  readonly children: ReactNode;
}

/** Provides the theme of the surrounding program, the language, and an element that can take the focus. */
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
