/** An agency's code, such as `5019`. Created only by the roster's parser. */
export type AgencyCode = string & { readonly __brand: 'AgencyCode' };

/** A reporting agency. Codes are this project's own. */
export interface Agency {
  readonly code: AgencyCode;
  /** Kind of agency, to which {@link AgencyClass} refers. */
  readonly kind: string;
  readonly name: string;
  /** Other names of this agency. */
  readonly aliases: readonly string[];
  /** Who may change the agency's workbook in a shared folder: e-mail addresses, or object identifiers of groups. */
  readonly sharedWith?: readonly string[];
  /** The person to ask. */
  readonly contact?: string;
  readonly email?: string;
  readonly phone?: string;
  /** ISO date by which this agency submits its workbook, if it is another than the programme's. */
  readonly due?: string;
  /** First fiscal year (Buddhist era) in which the agency reports; by default it always has. */
  readonly from?: number;
  /** Last fiscal year (Buddhist era) in which the agency reports; by default it always will. */
  readonly until?: number;
}

/** A class of agencies that documents name together: everybody, all districts. */
export interface AgencyClass {
  readonly id: string;
  /** Kinds of agency in the class; `*` for all. */
  readonly kinds: readonly string[] | '*';
  /**
   * The name of the whole class in the master; `{count}` is the number of agencies in Thai digits. A class without a
   * label is recognized but never written.
   */
  readonly label?: string;
  /**
   * The name of most of the class in the master, before the names of those that are left out; `{count}` is the number of
   * agencies that it means. Without it a part of the class is named agency by agency.
   */
  readonly partLabel?: string;
  /** Names of the whole class, ignoring spacing; `{count}` is the number of agencies. */
  readonly names: readonly string[];
  /**
   * Names of the whole class only at the start of a text, such as กรุงเทพมหานคร, which means something else elsewhere.
   */
  readonly selfReference?: readonly string[];
}

/** All reporting agencies, in the office's order. */
export interface Roster {
  readonly id: string;
  readonly agencies: readonly Agency[];
  readonly classes: readonly AgencyClass[];
  /**
   * These agencies and those that report in other years only, in the office's order, so that one that pauses comes back to its place; absent
   * where there are no others. See {@link rosterOfYear}.
   */
  readonly ofAllYears?: readonly Agency[];
}

/** The agencies of all years, in the office's order. */
export function agenciesOfAllYears({ agencies, ofAllYears }: Roster): readonly Agency[] {
  return ofAllYears ?? agencies;
}

/** The roster with the agencies that report in a fiscal year (Buddhist era); those of other years are set aside. */
export function rosterOfYear(roster: Roster, year: number): Roster {
  const { id, classes } = roster;
  const all = agenciesOfAllYears(roster);
  const agencies = all.filter(({ from = year, until = year }) => from <= year && year <= until);
  return { id, agencies, classes, ...(agencies.length === all.length ? {} : { ofAllYears: all }) };
}
