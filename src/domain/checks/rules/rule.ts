import type { CellPosition } from '../../spreadsheet/address.ts';
import type { MeasureKey, Programme } from '../../programme/programme.ts';
import type { RuleParameter } from '../../programme/rule-settings.ts';
import type { AgencyCode, Roster } from '../../programme/roster.ts';
import type { DigitProfile } from '../../text/digit-profile.ts';
import type { Edit, Span } from '../../text/edits.ts';
import type { LocatedText } from '../../submissions/entry-texts.ts';
import type { EntryField, Problem, Severity } from '../../diagnostics/problem.ts';
import type { ContactField, Entry } from '../../submissions/submission.ts';

/** The value of a parameter. */
export type Parameters = Readonly<Record<string, RuleParameter>>;

/** Facts of a finding; messages write numbers in the digits of their language, and cells by their names. */
export type Facts<Fact extends string = string> = Readonly<Record<Fact, string | number | CellPosition>>;

/** The input of a rule besides the texts. */
export interface RuleContext<Set extends Parameters = Parameters> {
  readonly parameters: Set;
  readonly programme: Programme;
  readonly roster: Roster;
  /** What is preserved in ASCII digits. */
  readonly digits: DigitProfile;
}

/** The common part of all rules; `messages` has the words of each code and uses only these facts. */
interface RuleBase<Code extends string, Fact extends string, Set extends Parameters> {
  readonly code: Code;
  readonly severity: Severity;
  readonly facts: readonly Fact[];
  /** Parameters that the programme can set, with their defaults. */
  readonly parameters: Set;
}

/** A range of a text that breaks a rule. */
export interface Match<Fact extends string = string> extends Span {
  readonly facts: Facts<Fact>;
}

/** A rule about a single text. Takes linear time. */
export interface TextRule<
  Code extends string = string,
  Fact extends string = string,
  Set extends Parameters = Parameters,
> extends RuleBase<Code, Fact, Set> {
  readonly scope: 'text';
  readonly fields: readonly EntryField[];
  /** Whether it finds nothing in a text of ordinary spelling (`text/thai-spelling.ts`), so that such a text need not be searched. */
  readonly skipsOrdinarySpelling?: true;
  /** @param folded the text with ASCII digits; offsets are the same */
  find(text: string, context: RuleContext<Set>, folded: string): Iterable<Match<Fact>>;
}

/**
 * A rule about a text that can be fixed safely. The edits are in order and do not overlap; a fixed text gives none. All
 * other rules see the fixed texts.
 */
export interface RepairRule<Code extends string = string, Set extends Parameters = Parameters> extends RuleBase<
  Code,
  never,
  Set
> {
  readonly scope: 'repair';
  readonly fields: readonly EntryField[];
  /** Whether it finds nothing in a text of ordinary spelling (`text/thai-spelling.ts`), so that such a text need not be searched. */
  readonly skipsOrdinarySpelling?: true;
  /** Characters of context to show on both sides, if the span alone says nothing. */
  readonly context?: number;
  repair(text: string, context: RuleContext<Set>): readonly Edit[];
}

/** A text of a submission, before and after fixing. */
export interface CheckedText {
  /** As it was read. */
  readonly source: LocatedText;
  readonly text: string;
}

/** An entry with its fixed texts, without blank ones. */
export interface CheckedEntry {
  readonly measure: MeasureKey;
  readonly status: Entry['status'];
  /** In the order of `textsOfEntry`, the status left out. */
  readonly texts: readonly CheckedText[];
  /** Whether a picture stands beside the measure. */
  readonly hasPicture?: true;
}

/** A submission as rules see it. */
export interface CheckedSubmission {
  readonly agency: AgencyCode;
  readonly issues: readonly number[];
  readonly entries: readonly CheckedEntry[];
  readonly contacts: readonly CheckedText[];
  /** Problems of reading the file, so that nothing is reported twice. */
  readonly problems: readonly Problem[];
}

/** Cells whose texts belong to the end of another cell of the same sheet, in order. */
export interface CellMove {
  readonly to: CellPosition;
  readonly from: readonly CellPosition[];
  /** Whether it is certain enough to be done without confirmation. */
  readonly isSure: boolean;
}

/** A violation of a rule, in a text or where one is missing. */
export interface LocatedMatch<Fact extends string = string> {
  readonly facts: Facts<Fact>;
  /** The text; without a span, all of it. */
  readonly at?: CheckedText;
  readonly span?: Span;
  readonly measure?: MeasureKey;
  readonly field?: EntryField;
  readonly contact?: ContactField;
  /** Sheet and cell, if there is no text. */
  readonly sheet?: string;
  readonly cell?: CellPosition;
  /** The right text of the whole cell, if known. */
  readonly whole?: string;
  /** A possible move of texts. */
  readonly move?: CellMove;
}

/** A rule about the answer to one measure. */
export interface EntryRule<
  Code extends string = string,
  Fact extends string = string,
  Set extends Parameters = Parameters,
> extends RuleBase<Code, Fact, Set> {
  readonly scope: 'entry';
  find(entry: CheckedEntry, submission: CheckedSubmission, context: RuleContext<Set>): Iterable<LocatedMatch<Fact>>;
}

/** A rule about all that one agency sent in one file. */
export interface SubmissionRule<
  Code extends string = string,
  Fact extends string = string,
  Set extends Parameters = Parameters,
> extends RuleBase<Code, Fact, Set> {
  readonly scope: 'submission';
  find(submission: CheckedSubmission, context: RuleContext<Set>): Iterable<LocatedMatch<Fact>>;
}

/** A rule that compares a submission with the agency's paragraphs of last year. */
export interface LastYearRule<
  Code extends string = string,
  Fact extends string = string,
  Set extends Parameters = Parameters,
> extends RuleBase<Code, Fact, Set> {
  readonly scope: 'last-year';
  find(
    submission: CheckedSubmission,
    lastYear: readonly string[],
    context: RuleContext<Set>,
  ): Iterable<LocatedMatch<Fact>>;
}

export type Rule = TextRule | RepairRule | EntryRule | SubmissionRule | LastYearRule;

/** Fields in which agencies write sentences. */
export const SENTENCES = ['result', 'evidence', 'note'] as const satisfies readonly EntryField[];

/** All fields that agencies type into; the status is chosen from a list. */
export const TYPED = ['result', 'date', 'evidence', 'note', 'contact'] as const satisfies readonly EntryField[];

/** Defines a text rule; the compiler checks its matches against its facts and parameters. */
export function textRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<TextRule<Code, Fact, Set>, 'scope'>,
): TextRule<Code, Fact, Set> {
  return { ...rule, scope: 'text' };
}

/** Defines a repair rule, checked likewise. */
export function repairRule<const Code extends string, Set extends Parameters>(
  rule: Omit<RepairRule<Code, Set>, 'scope' | 'facts'>,
): RepairRule<Code, Set> {
  return { ...rule, scope: 'repair', facts: [] };
}

/** Defines an entry rule, checked likewise. */
export function entryRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<EntryRule<Code, Fact, Set>, 'scope'>,
): EntryRule<Code, Fact, Set> {
  return { ...rule, scope: 'entry' };
}

/** Defines a submission rule, checked likewise. */
export function submissionRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<SubmissionRule<Code, Fact, Set>, 'scope'>,
): SubmissionRule<Code, Fact, Set> {
  return { ...rule, scope: 'submission' };
}

/** Defines a rule about last year's paragraphs, checked likewise. */
export function lastYearRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<LastYearRule<Code, Fact, Set>, 'scope'>,
): LastYearRule<Code, Fact, Set> {
  return { ...rule, scope: 'last-year' };
}
