import type { MeasureKey, Programme, UnfinishedStatus } from '../programme/programme.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import type { CellPosition } from '../spreadsheet/address.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Submission } from './submission.ts';

/** The answers of all agencies, ready for the layout of the master. */
export interface Consolidation {
  readonly programme: Programme;
  readonly roster: Roster;
  /** Every measure of the programme, in printed order. */
  readonly measures: readonly MasterMeasure[];
  /** Every agency of the roster, in its order. */
  readonly agencies: readonly AgencyCoverage[];
  readonly problems: readonly Problem[];
  /** Number of entries that are not blank: `read = merged + inProblems`. */
  readonly entries: { readonly read: number; readonly merged: number; readonly inProblems: number };
  /** Whether answers to one measure that say the same in other words became one paragraph. */
  readonly isGrouped: boolean;
}

/** A measure with its result. */
export interface MasterMeasure {
  readonly measure: MeasureKey;
  readonly paragraphs: readonly MasterParagraph[];
  /** Who has not finished the measure and why, by status; printed after the paragraphs. */
  readonly unfinished: readonly StatusStatement[];
}

/** What the master says of agencies with the same unfinished status and the same notes about it. */
export interface StatusStatement extends MasterParagraph {
  readonly status: UnfinishedStatus;
}

/** A paragraph of the master and its authors. */
export interface MasterParagraph {
  /** The paragraph as the agencies wrote it; where similar ones were grouped, the wording that they have in common, and their facts. */
  readonly text: string;
  /** The names put before the text; empty if it needs none. */
  readonly naming: string;
  /** The cells it comes from, in roster order; never empty. */
  readonly sources: readonly Source[];
  /** What a grouped paragraph stands for, each text once, in roster order; absent where all wrote the same. */
  readonly variants?: readonly Variant[];
}

/** A text that a grouped paragraph stands for, and what of it differs from the wording in common. */
export interface Variant {
  readonly text: string;
  readonly sources: readonly Source[];
  /** In the order of the wording in common; empty for the text whose wording that is. */
  readonly differences: readonly Difference[];
}

/**
 * Why a part of a text differs: a fact; a circumstance that others did not mention; a word a letter apart that may be another one (these three
 * are printed); a misspelling; a mere rewording.
 */
export type DifferenceKind = 'fact' | 'circumstance' | 'word' | 'spelling' | 'wording';

/** A part of a text, in UTF-16 code units. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly kind: DifferenceKind;
}

/** A cell of an agency's file. */
export interface Source {
  readonly agency: AgencyCode;
  readonly file: string;
  readonly sheet: string;
  readonly cell: CellPosition;
  readonly savedAt?: string;
}

/** The progress of one agency. */
export interface AgencyCoverage {
  readonly agency: AgencyCode;
  /**
   * The used submissions, latest saved first, each for the issues that no later one has; empty if none has arrived.
   * They have only the entries that reached the master.
   */
  readonly submissions: readonly Submission[];
  /** Measures whose whole answer seems to belong to another measure, and so answers nothing; absent if there are none. */
  readonly spilt?: ReadonlySet<MeasureKey>;
  /** Measures that are done without a result, or whose status nobody can tell; absent if there are none. */
  readonly unclear?: ReadonlySet<MeasureKey>;
  /** By issue number, for issues with measures of this agency. */
  readonly issues: ReadonlyMap<number, IssueCoverage>;
}

/** How many measures of an issue an agency is responsible for, and how many it answered. */
export interface IssueCoverage {
  readonly expected: number;
  /** Measures with a result or a status. */
  readonly answered: number;
  /** How many of the answered ones are unclear, and so not answered in full; absent if none is. */
  readonly unclear?: number;
  /** How many of the other answered ones are not answered in full, by status; absent if none is. */
  readonly unfinished?: Readonly<Partial<Record<UnfinishedStatus, number>>>;
}
