import type { RawYearData } from '../../domain/programme/year-data.ts';
import type { YearStore } from '../session/kept-years.ts';

const KEY = 'ita-years';

/** Years that could not be stored; they last as long as the page, across the files that are opened in it. */
let refused: readonly RawYearData[] | undefined;

/** Imported years in the browser's storage for this site. */
export const browserYears: YearStore = {
  load: () => {
    if (refused !== undefined) return refused;
    try {
      return yearsOf(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    } catch {
      return [];
    }
  },
  save: (years) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(years));
      refused = undefined;
      return true;
    } catch {
      // Storage is full or switched off.
      refused = years;
      return false;
    }
  },
};

function yearsOf(stored: unknown): readonly RawYearData[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (year): year is RawYearData => typeof year === 'object' && year !== null && 'programme' in year && 'roster' in year,
  );
}
