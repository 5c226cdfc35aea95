import type { MeasureKey, Programme } from '../../programme/programme.ts';
import type { RuleParameter } from '../../programme/rule-settings.ts';
import type { AgencyCode, Roster } from '../../programme/roster.ts';
import type { DigitProfile } from '../../text/digit-profile.ts';
import type { Edit, Span } from '../../text/edits.ts';
import type { LocatedText } from '../../submissions/entry-texts.ts';
import type { EntryField, Problem, Severity } from '../../diagnostics/problem.ts';
import type { ContactField, Entry } from '../../submissions/submission.ts';

/** What a rule can be set to. */
export type Parameters = Readonly<Record<string, RuleParameter>>;

/** What a rule tells beside the place: numbers are spelt in the digits of the reader's language. */
export type Facts<Fact extends string = string> = Readonly<Record<Fact, string | number>>;

/** What a rule works with beside the texts. */
export interface RuleContext<Set extends Parameters = Parameters> {
  readonly parameters: Set;
  readonly programme: Programme;
  readonly roster: Roster;
  /** What stays in ASCII digits. */
  readonly digits: DigitProfile;
}

/** What a rule about a text works with. */
export interface TextContext<Set extends Parameters = Parameters> extends RuleContext<Set> {
  /** The text with its digits in ASCII; every place is the same. */
  readonly folded: string;
}

/** What all rules have; the words of a code are in `messages`, which asks for no other facts. */
interface RuleBase<Code extends string, Fact extends string, Set extends Parameters> {
  readonly code: Code;
  readonly severity: Severity;
  readonly facts: readonly Fact[];
  /** What the programme can set, as it is where the programme sets nothing. */
  readonly parameters: Set;
}

/** A stretch of a text that breaks a rule. */
export interface Match<Fact extends string = string> extends Span {
  readonly facts: Facts<Fact>;
}

/** A rule about a text by itself. Takes time in proportion to the text. */
export interface TextRule<
  Code extends string = string,
  Fact extends string = string,
  Set extends Parameters = Parameters,
> extends RuleBase<Code, Fact, Set> {
  readonly scope: 'text';
  readonly fields: readonly EntryField[];
  find(text: string, context: TextContext<Set>): Iterable<Match<Fact>>;
}

/**
 * A rule about a text that can be fixed safely. The edits are in order and do not overlap; fixed texts need none. All
 * other rules see texts as they are when they are fixed.
 */
export interface RepairRule<Code extends string = string, Set extends Parameters = Parameters> extends RuleBase<
  Code,
  never,
  Set
> {
  readonly scope: 'repair';
  readonly fields: readonly EntryField[];
  /** Characters that are shown on both sides of what is wrong, where that alone tells nothing. */
  readonly context?: number;
  repair(text: string, context: RuleContext<Set>): readonly Edit[];
}

/** A text of a submission, with what it will be when it is fixed. */
export interface CheckedText {
  /** As it was read. */
  readonly source: LocatedText;
  readonly text: string;
}

/** An entry with its texts as they will be when they are fixed; blank ones are left out. */
export interface CheckedEntry {
  readonly measure: MeasureKey;
  readonly status: Entry['status'];
  /** In the order of `textsOfEntry`, the status left out. */
  readonly texts: readonly CheckedText[];
}

/** A submission as rules see it. */
export interface CheckedSubmission {
  readonly agency: AgencyCode;
  readonly issues: readonly number[];
  readonly entries: readonly CheckedEntry[];
  readonly contacts: readonly CheckedText[];
  /** What reading the file gave, so that nothing is told twice. */
  readonly problems: readonly Problem[];
}

/** Something that breaks a rule, in a text or where one should be. */
export interface LocatedMatch<Fact extends string = string> {
  readonly facts: Facts<Fact>;
  /** The text; whole where there is no span. */
  readonly at?: CheckedText;
  readonly span?: Span;
  readonly measure?: MeasureKey;
  readonly field?: EntryField;
  readonly contact?: ContactField;
  /** Sheet and cell, where no text tells them. */
  readonly sheet?: string;
  readonly cell?: string;
  /** What the whole cell should say, where that is known. */
  readonly whole?: string;
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

/** A rule that holds a submission against the paragraphs of the same agency's workbook of last year. */
export interface AcrossRule<
  Code extends string = string,
  Fact extends string = string,
  Set extends Parameters = Parameters,
> extends RuleBase<Code, Fact, Set> {
  readonly scope: 'across';
  find(
    submission: CheckedSubmission,
    lastYear: readonly string[],
    context: RuleContext<Set>,
  ): Iterable<LocatedMatch<Fact>>;
}

export type Rule = TextRule | RepairRule | EntryRule | SubmissionRule | AcrossRule;

/** Fields in which agencies write sentences. */
export const SENTENCES = ['result', 'evidence', 'note'] as const satisfies readonly EntryField[];

/** All fields that agencies type into; the status is chosen from a list. */
export const TYPED = ['result', 'date', 'evidence', 'note', 'contact'] as const satisfies readonly EntryField[];

/** A text rule, so that the compiler holds its matches against its facts and parameters. */
export function textRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<TextRule<Code, Fact, Set>, 'scope'>,
): TextRule<Code, Fact, Set> {
  return { ...rule, scope: 'text' };
}

/** A repair, likewise. */
export function repairRule<const Code extends string, Set extends Parameters>(
  rule: Omit<RepairRule<Code, Set>, 'scope' | 'facts'>,
): RepairRule<Code, Set> {
  return { ...rule, scope: 'repair', facts: [] };
}

/** A rule of entries, likewise. */
export function entryRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<EntryRule<Code, Fact, Set>, 'scope'>,
): EntryRule<Code, Fact, Set> {
  return { ...rule, scope: 'entry' };
}

/** A rule of submissions, likewise. */
export function submissionRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<SubmissionRule<Code, Fact, Set>, 'scope'>,
): SubmissionRule<Code, Fact, Set> {
  return { ...rule, scope: 'submission' };
}

/** A rule across submissions, likewise. */
export function acrossRule<const Code extends string, const Fact extends string, Set extends Parameters>(
  rule: Omit<AcrossRule<Code, Fact, Set>, 'scope'>,
): AcrossRule<Code, Fact, Set> {
  return { ...rule, scope: 'across' };
}
