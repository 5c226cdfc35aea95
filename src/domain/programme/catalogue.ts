import digits from './data/digits-government.json';
import programme2565 from './data/programme-bma-2565.json';
import roster2565 from './data/roster-bma-2565.json';
import { parseDigitProfile } from './parse-digit-profile.ts';
import { parseYearData, type YearData } from './year-data.ts';
import type { DigitProfile } from '../text/digit-profile.ts';

/** The available programmes. */
export interface Catalogue {
  /** Fiscal years of the Buddhist era, ascending. */
  readonly years: () => readonly number[];
  /** The programme of a fiscal year; by default the latest. */
  readonly ofYear: (year?: number) => YearData | undefined;
  /** The programme with this id, as a workbook names it. */
  readonly ofId: (id: string) => YearData | undefined;
}

/** The built-in data files: a new year is two files and one line here. */
const FILES = [{ programme: programme2565, roster: roster2565 }] as const;

let parsed: readonly YearData[] | undefined;

/**
 * The built-in programme of a fiscal year of the Buddhist era, such as 2565; by default the latest. Undefined if there
 * is none.
 */
export function builtInProgramme(year?: number): YearData | undefined {
  const known = builtIn();
  return year === undefined ? known.at(-1) : known.find(({ programme }) => programme.year === year);
}

function builtInProgrammeOfId(id: string): YearData | undefined {
  return builtIn().find(({ programme }) => programme.id === id);
}

/** The built-in fiscal years of the Buddhist era, ascending. */
export function builtInYears(): readonly number[] {
  return builtIn().map(({ programme }) => programme.year);
}

/** The built-in programmes. */
export const builtInCatalogue: Catalogue = {
  years: builtInYears,
  ofYear: builtInProgramme,
  ofId: builtInProgrammeOfId,
};

/** A catalogue with more programmes, which take the place of those with the same id and come first in their years. */
export function withYears(catalogue: Catalogue, own: () => readonly YearData[]): Catalogue {
  const years = (): readonly number[] =>
    [...new Set([...catalogue.years(), ...own().map(({ programme }) => programme.year)])].sort(
      (one, other) => one - other,
    );
  return {
    years,
    ofYear: (asked) => {
      const year = asked ?? years().at(-1);
      return own().findLast(({ programme }) => programme.year === year) ?? catalogue.ofYear(year);
    },
    ofId: (id) => own().find(({ programme }) => programme.id === id) ?? catalogue.ofId(id),
  };
}

let digitProfile: DigitProfile | undefined;

/** The texts that government offices keep in ASCII digits; the default digit profile. */
export function builtInDigitProfile(): DigitProfile {
  digitProfile ??= parseDigitProfile(digits).value;
  if (digitProfile === undefined) throw new Error('the built-in digit profile is broken');
  return digitProfile;
}

function builtIn(): readonly YearData[] {
  parsed ??= FILES.map(parse).sort((one, other) => one.programme.year - other.programme.year);
  return parsed;
}

function parse(file: (typeof FILES)[number]): YearData {
  const { value, problems } = parseYearData(file);
  if (value === undefined) throw new Error(`built-in data is broken: ${JSON.stringify(problems)}`);
  return value;
}
