/** An agency's code, such as `5019`. Only the roster's parser makes one. */
export type AgencyCode = string & { readonly __brand: 'AgencyCode' };

/** A body that reports. Codes are this project's own. */
export interface Agency {
  readonly code: AgencyCode;
  /** Kind of agency; {@link AgencyClass} names the kinds. */
  readonly kind: string;
  readonly name: string;
  /** Other spellings that mean this agency. */
  readonly aliases: readonly string[];
}

/** A set of agencies that documents name as one: everybody, all districts. */
export interface AgencyClass {
  readonly id: string;
  /** Kinds of agency that belong to it; all kinds where it is `*`. */
  readonly kinds: readonly string[] | '*';
  /**
   * How the master names the whole class; `{count}` stands for the number of agencies in Thai digits.
   * A class without a label is understood when read but never written.
   */
  readonly label?: string;
  /** Words that mean the whole class, spacing aside; `{count}` may stand for the number here too. */
  readonly names: readonly string[];
  /** Words that mean the whole class where a text begins with them, such as กรุงเทพมหานคร: elsewhere they mean something else. */
  readonly selfReference?: readonly string[];
}

/** Everyone who reports, in the order that the office lists them. */
export interface Roster {
  readonly id: string;
  readonly agencies: readonly Agency[];
  readonly classes: readonly AgencyClass[];
}
