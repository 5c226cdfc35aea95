import type { MeasureKey, Programme } from '../programme/programme.ts';
import type { AgencyCode, Roster } from '../programme/roster.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Submission } from './submission.ts';

/** What all agencies together answered, ready to be laid out as the master report. */
export interface Consolidation {
  readonly programme: Programme;
  readonly roster: Roster;
  /** One for every measure of the programme, in printed order. */
  readonly measures: readonly MasterMeasure[];
  /** One for every agency of the roster, in its order. */
  readonly agencies: readonly AgencyCoverage[];
  readonly problems: readonly Problem[];
  /** Entries with anything in them: `read = merged + inProblems`. */
  readonly entries: { readonly read: number; readonly merged: number; readonly inProblems: number };
}

/** A measure with its result. */
export interface MasterMeasure {
  readonly measure: MeasureKey;
  readonly paragraphs: readonly MasterParagraph[];
}

/** One paragraph of the master, and who says it. */
export interface MasterParagraph {
  /** The paragraph as the agencies wrote it. */
  readonly text: string;
  /** Words that stand before the text to name who says it; empty where the text needs none. */
  readonly naming: string;
  /** Where it comes from, in the roster's order. Never empty. */
  readonly sources: readonly Source[];
}

/** A cell of an agency's file. */
export interface Source {
  readonly agency: AgencyCode;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly savedAt?: string;
}

/** How far one agency is. */
export interface AgencyCoverage {
  readonly agency: AgencyCode;
  /**
   * The submissions that are used, the last saved first, each for the issues that no later one holds; empty while none has
   * come in. Their entries are those that reached the master.
   */
  readonly submissions: readonly Submission[];
  /** By issue number, for the issues that ask this agency for anything. */
  readonly issues: ReadonlyMap<number, IssueCoverage>;
}

/** How many of an issue's measures an agency is asked for, and how many it answered. */
export interface IssueCoverage {
  readonly expected: number;
  /** Measures with a result or a status. */
  readonly answered: number;
}
