import type { Settings, SettingsStore } from '../session/settings.ts';

const KEY = 'ita-settings';

/** Settings that could not be stored; they last as long as the page, across the files that are opened in it. */
let refused: Settings | undefined;

/** Settings in the browser's storage for this site; where it has none, they last as long as the page. */
export const browserSettings: SettingsStore = {
  load: () => {
    if (refused !== undefined) return refused;
    try {
      return settingsOf(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    } catch {
      return {};
    }
  },
  save: (settings) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(settings));
      refused = undefined;
    } catch {
      // Storage is full or switched off: the settings hold until the page is closed.
      refused = settings;
    }
  },
};

/** Parses a stored value; settings of a wrong type are left out. */
function settingsOf(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { language, year, keep, rulesOff, grouping, folder, sharedLink, due } = stored as Record<string, unknown>;
  return {
    ...(language === 'th' || language === 'en' ? { language } : {}),
    ...(typeof year === 'number' ? { year } : {}),
    ...(isTexts(keep) ? { keep } : {}),
    ...(isTexts(rulesOff) ? { rulesOff } : {}),
    ...(typeof grouping === 'boolean' ? { grouping } : {}),
    ...(typeof folder === 'string' ? { folder } : {}),
    ...(typeof sharedLink === 'string' ? { sharedLink } : {}),
    ...(typeof due === 'string' ? { due } : {}),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
