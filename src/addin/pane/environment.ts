import type { Environment } from './theme.ts';

/** Follows the theme of the program around the pane. */
export interface EnvironmentSource {
  /** The same value as long as nothing has changed. */
  readonly current: () => Environment;
  /** Calls the listener after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Excel has no event for a change of its theme, so it is read again whenever the pane gets the focus. Without Excel the
 * theme is the browser's.
 * @param officeTheme returns Excel's theme; undefined if there is none, as on the web (OfficeDev/office-js#6134)
 */
export function watchEnvironment(officeTheme: () => Office.OfficeTheme | undefined): EnvironmentSource {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const look = (): Environment => ({
    background: officeTheme()?.bodyBackgroundColor,
    prefersDark: prefersDark.matches,
  });
  let current = look();
  return {
    current: () => current,
    subscribe(listener) {
      const again = (): void => {
        const seen = look();
        if (seen.background === current.background && seen.prefersDark === current.prefersDark) return;
        current = seen;
        listener();
      };
      addEventListener('focus', again);
      prefersDark.addEventListener('change', again);
      return () => {
        removeEventListener('focus', again);
        prefersDark.removeEventListener('change', again);
      };
    },
  };
}
