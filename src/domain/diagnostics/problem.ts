import type { PictureFault } from '../image/picture.ts';
import type { CellPosition } from '../spreadsheet/address.ts';
import type { ObjectKind } from '../spreadsheet/content.ts';
import type { MeasureKey } from '../programme/programme.ts';
import type { AgencyCode } from '../programme/roster.ts';
import type { Damage, Limit, OtherFormat, UnreadKind } from '../spreadsheet/file-fault.ts';

/** How much a problem matters: it blocks the report, it deserves a look, or it is a note. */
export type Severity = 'must' | 'should' | 'may';

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['must', 'should', 'may'];

/** Where a problem was met; each part is absent where it does not apply. */
export interface ProblemLocation {
  readonly file?: string;
  readonly agency?: AgencyCode;
  readonly sheet?: string;
  readonly cell?: CellPosition;
}

/** The severity of each code; the codes themselves are the members of {@link Problem}. */
export const SEVERITY = {
  'file-empty': 'must',
  'file-not-workbook': 'must',
  'file-encrypted': 'must',
  'file-rights-managed': 'must',
  'file-old-format': 'must',
  'file-other-format': 'must',
  'file-damaged': 'must',
  'file-too-large': 'must',
  'file-unreadable': 'must',
  'file-took-too-long': 'must',
  'file-crashed-reader': 'must',
  'file-lock-skipped': 'may',
  'file-archive-skipped': 'must',
  'file-table-skipped': 'must',
  'file-partial-skipped': 'must',
  'file-document-skipped': 'should',
  'file-of-office-skipped': 'may',
  'master-not-checked': 'may',
  'not-agency-workbook': 'must',
  'programme-differs': 'must',
  'version-differs': 'should',
  'carried-year-differs': 'should',
  'carried-year-unusable': 'must',
  'form-version-unknown': 'should',
  'agency-unknown': 'must',
  'agency-differs': 'should',
  'sheet-of-another-agency': 'should',
  'sheet-missing': 'must',
  'sheet-twice': 'should',
  'sheet-unreadable': 'must',
  'sheet-too-large': 'must',
  'place-unreadable': 'must',
  'formats-missing': 'should',
  'submission-superseded': 'should',
  'submission-repeated': 'may',
  'text-not-responsible': 'must',
  'text-outside-measure': 'must',
  'text-outside-columns': 'must',
  'text-in-unknown-sheet': 'must',
  'text-in-sorted-row': 'must',
  'issue-gone': 'should',
  'issue-gone-unanswered': 'may',
  'measure-gone': 'should',
  'measure-gone-unanswered': 'may',
  'token-not-answer': 'must',
  'text-in-shape': 'must',
  'text-on-page': 'must',
  'comment-not-answer': 'should',
  'object-not-carried': 'should',
  'picture-not-carried': 'should',
  'picture-superseded': 'should',
  'picture-gone': 'should',
  'text-of-other-programme': 'must',
  'text-of-unknown-agency': 'must',
  'status-unknown': 'must',
  'status-twice': 'should',
  'value-not-text': 'may',
  'error-value': 'must',
  'formula-not-computed': 'must',
  'text-struck-out': 'should',
  'measure-text-edited': 'should',
  'measure-by-text': 'may',
  'row-identity-conflict': 'should',
} as const satisfies Readonly<Record<string, Severity>>;

export type ProblemCode = keyof typeof SEVERITY;

/** Whether a text is the code of a problem. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(SEVERITY, text);
}

interface Base<Code extends ProblemCode> extends ProblemLocation {
  readonly code: Code;
}

/** A part of a workbook: an issue by its number, or the contact person. */
export type Section = number | 'contact';

/** Parts of a file that the master takes from a later file. */
interface SupersededPart<Code extends ProblemCode> extends Base<Code> {
  readonly usedFile: string;
  readonly usedSavedAt?: string;
  readonly savedAt?: string;
  /** When the two files were written, where both were saved at the same time and this decided. */
  readonly written?: { readonly at: string; readonly usedAt: string };
  /** Whether the file that is used is a copy of this one that this program changed. */
  readonly isOrigin?: true;
  readonly parts: readonly Section[];
  /** Parts of the file that the master takes from it; empty if there are none. */
  readonly keptParts: readonly Section[];
}

/** A problem that carries text which is nowhere else. */
interface WithText<Code extends ProblemCode> extends Base<Code> {
  readonly text: string;
}

/**
 * What can be wrong with a file or an entry: coded facts, no words.
 * Words come from `messages`; a problem with a `text` keeps that text from being lost.
 */
export type Problem =
  | Base<
      | 'file-empty'
      | 'file-not-workbook'
      | 'file-encrypted'
      | 'file-rights-managed'
      | 'file-old-format'
      | 'file-lock-skipped'
      | 'file-archive-skipped'
      | 'file-table-skipped'
      | 'file-partial-skipped'
      | 'file-document-skipped'
      | 'file-of-office-skipped'
      | 'master-not-checked'
      | 'not-agency-workbook'
    >
  | (Base<'file-other-format'> & { readonly format: OtherFormat })
  /** `detail` is where and what in technical words, for whoever repairs the file. */
  | (Base<'file-damaged'> & { readonly damage: Damage; readonly detail: string })
  | (Base<'file-unreadable'> & { readonly detail: string })
  | (Base<'file-crashed-reader'> & { readonly cause: 'memory' | 'error'; readonly detail: string })
  | (Base<'file-took-too-long'> & { readonly seconds: number })
  | (Base<'file-too-large'> & { readonly limit: Limit; readonly most: number })
  | (Base<'programme-differs' | 'version-differs' | 'form-version-unknown'> & {
      readonly found: string;
      readonly expected: string;
    })
  /** The workbook is of the year and version that it was read with, but its measures or agencies were others. */
  | (Base<'carried-year-differs'> & { readonly programme: string; readonly version: string })
  | (Base<'carried-year-unusable'> & { readonly programme: string; readonly why: CarriedFault })
  | (Base<'agency-unknown'> & { readonly found: string })
  | (Base<'agency-differs'> & { readonly found: AgencyCode; readonly named: AgencyCode })
  | (Base<'sheet-of-another-agency'> & { readonly found: AgencyCode; readonly expected: AgencyCode })
  | (Base<'sheet-missing'> & { readonly issue: number; readonly title: string })
  | (Base<'sheet-twice'> & { readonly issue: number; readonly others: readonly string[] })
  /** The rest of the file was read; `detail` as of `file-damaged`. */
  | (Base<'sheet-unreadable'> & {
      readonly holds: Exclude<UnreadKind, 'formats' | 'place'>;
      /** The issue that is on no other sheet, where this one was renamed and is probably the issue's. */
      readonly issue?: { readonly number: number; readonly title: string };
      readonly damage: Damage;
      readonly detail: string;
    })
  /** The rest of the sheet was read. The text is empty where nothing is known of it. */
  | (WithText<'place-unreadable'> & { readonly damage: Damage; readonly detail: string })
  | (Base<'sheet-too-large'> & { readonly limit: Limit; readonly most: number })
  | (Base<'formats-missing'> & { readonly detail: string })
  | (SupersededPart<'submission-superseded'> & {
      /** What the file that is used does not say; never empty. */
      readonly differences: readonly TextDifference[];
    })
  | SupersededPart<'submission-repeated'>
  | (WithText<'text-not-responsible' | 'text-in-sorted-row' | 'status-unknown' | 'measure-text-edited'> & {
      readonly measure: MeasureKey;
    })
  | WithText<
      | 'text-outside-measure'
      | 'text-outside-columns'
      | 'text-in-unknown-sheet'
      | 'token-not-answer'
      | 'text-in-shape'
      | 'text-on-page'
      | 'text-of-other-programme'
      | 'text-of-unknown-agency'
    >
  /** The texts are those that the form shows of the issue and its measures, a line each. */
  | (WithText<'issue-gone-unanswered'> & GoneIssue)
  | (WithText<'issue-gone'> & GoneIssue & { readonly answers: readonly KeptAnswer[] })
  /** The text is the measure's, as its row shows it. */
  | (WithText<'measure-gone-unanswered'> & { readonly measure: MeasureKey })
  | (WithText<'measure-gone'> & {
      readonly measure: MeasureKey;
      /** The measure of the programme that is most like it in words. */
      readonly likely?: MeasureKey;
      /** Never empty. */
      readonly answers: readonly KeptAnswer[];
    })
  | (WithText<'row-identity-conflict'> & { readonly found: string })
  | (WithText<'comment-not-answer'> & { readonly author?: string })
  /** Its text is what its author wrote for people who cannot see it; mostly empty. */
  | (WithText<'object-not-carried'> & { readonly kind: ObjectKind; readonly name: string })
  /** As the one before, of a picture in the file that could have been carried. */
  | (WithText<'picture-not-carried'> & { readonly name: string; readonly why: WhyNoPicture })
  | (WithText<'picture-superseded'> & { readonly usedFile: string })
  | WithText<'picture-gone'>
  | (WithText<'status-twice'> & { readonly measure: MeasureKey; readonly usedText: string })
  | (WithText<'value-not-text'> & { readonly kind: 'formula' | 'number' | 'date' | 'boolean' })
  | WithText<'error-value'>
  /** The file has a formula without its value: the text is the formula. */
  | WithText<'formula-not-computed'>
  /** Its text is the part of an answer that is struck through, which is in the answer, too. */
  | WithText<'text-struck-out'>
  | (Base<'measure-by-text'> & { readonly measure: MeasureKey });

/** An issue that the programme does not have any more. */
interface GoneIssue {
  readonly issue: number;
  /** As its sheet shows it; empty where it does not. */
  readonly title: string;
  /** How many measures it has there. */
  readonly measures: number;
}

/**
 * Why the data of the year that a workbook carries are of no use: their sheet is gone, none of their copies is whole, or they are of another
 * year than the workbook.
 */
export type CarriedFault = 'gone' | 'damaged' | 'foreign';

/** Why a picture is not in the report: what is in it; it or all together take too many bytes; or a workbook has too many. */
export type WhyNoPicture =
  | PictureFault
  /** `most` is in megabytes, or for too many pictures their number. */
  | { readonly reason: 'too-large' | 'too-many' | 'no-room'; readonly most: number };

/** What stands in a field of an answer, or of the contact person, and is kept by a problem. */
export interface KeptAnswer {
  /** Absent for a contact. */
  readonly measure?: MeasureKey;
  readonly field: EntryField;
  readonly sheet: string;
  /** The cell of the first text. */
  readonly cell: CellPosition;
  readonly text: string;
}

/** A field in which a file differs from the one that is used; the texts that the other file lacks, a line for each. */
export interface TextDifference extends KeptAnswer {
  /** What the file that is used says there; empty where it says nothing. */
  readonly usedText: string;
}

/** Most characters of the `detail` of a problem, which may quote anything from a file. */
export const MAX_DETAIL = 120;

/** The parts of an entry that hold what an agency wrote. */
export type EntryField = 'status' | 'result' | 'date' | 'evidence' | 'note' | 'contact';

/** A problem's severity. */
export function severityOf(problem: Problem): Severity {
  return SEVERITY[problem.code];
}

/** The text that a problem keeps, or an empty text. */
export function textOf(problem: Problem): string {
  if (problem.code === 'submission-superseded') return problem.differences.map(({ text }) => text).join('\n');
  if (problem.code === 'measure-gone' || problem.code === 'issue-gone')
    return [problem, ...problem.answers].map(({ text }) => text).join('\n');
  return 'text' in problem ? problem.text : '';
}
