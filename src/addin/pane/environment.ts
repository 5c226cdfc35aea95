import type { Environment } from './theme.ts';

/** Follows the look of the program around the pane. */
export interface EnvironmentSource {
  /** The same value as long as nothing has changed. */
  readonly current: () => Environment;
  /** Calls the listener when it has changed, until the function that it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Excel tells its theme when it is asked and never that it changed: it is asked again whenever the pane gets the focus.
 * Where there is no Excel, the theme is the browser's.
 * @param officeTheme gives Excel's theme; undefined where there is none, as on the web (OfficeDev/office-js#6134)
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
