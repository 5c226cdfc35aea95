import type { DataProblem, DataRule, DataType } from '../programme/data-problem.ts';
import type { Damage, Limit, OtherFormat, UnreadKind } from '../spreadsheet/file-fault.ts';
import type { TemplateFault, TemplateNotice } from '../document/template.ts';
import type { SkipReason } from '../conversion/skip-reason.ts';
import type { HostFaultReason } from '../diagnostics/host-fault.ts';
import type { CarriedFault, EntryField, Problem, ProblemCode, Severity, WhyNoPicture } from '../diagnostics/problem.ts';
import type { OtherPictureFormat } from '../image/picture.ts';
import type { ObjectKind } from '../spreadsheet/content.ts';
import type { PreserveReason } from '../text/digit-tokens.ts';

/** Languages of messages; Thai comes first if both are shown. */
export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What happened and what to do about it. See {@link fill} for the placeholders of facts. */
export interface Template {
  readonly message: string;
  readonly remedy: string;
}

/** Why the system refused to read or write, as far as a person can act on it. */
export type FaultReason =
  | 'missing'
  | 'denied'
  | 'busy'
  | 'full'
  | 'read-only'
  | 'folder'
  | 'not-folder'
  | 'name-too-long'
  | 'not-droppable'
  | 'other';

/** Notices of a template; a page that was turned is told by its orientation. */
type TemplateNoticeName =
  | Exclude<TemplateNotice['code'], 'template-turned'>
  | `template-turned-${Extract<TemplateNotice, { readonly code: 'template-turned' }>['orientation']}`;

/** Kinds of cell values other than text. */
type ValueKind = Extract<Problem, { readonly code: 'value-not-text' }>['kind'];

/** Why reading a file failed. */
type CrashCause = Extract<Problem, { readonly code: 'file-crashed-reader' }>['cause'];

/** All words of one language for problems and faults; the compiler requires each code. */
export interface Words {
  readonly problems: Readonly<Record<ProblemCode, Template>>;
  /** What an agency does about a problem in its own file, where that is not what the compiling office does. */
  readonly remediesOfAgency: Readonly<Partial<Record<ProblemCode, string>>>;
  readonly data: Readonly<Record<DataProblem['code'], Template>>;
  readonly faults: {
    readonly read: Template;
    readonly write: Template;
    /** Read after "because". */
    readonly reasons: Readonly<Record<FaultReason, string>>;
  };
  /** Why the digits of a token are preserved. */
  readonly preservedTokens: Readonly<Record<PreserveReason, string>>;
  /** Why a cell with digits is skipped; read after the number of cells. */
  readonly skippedCells: Readonly<Record<SkipReason, string>>;
  /** Faults of the workbook's host. */
  readonly hostFaults: Readonly<Record<HostFaultReason, Template>>;
  /** Of the office's own document whose letterhead a report takes. */
  readonly templates: {
    readonly faults: Readonly<Record<TemplateFault, Template>>;
    readonly notices: Readonly<Record<TemplateNoticeName, string>>;
  };
  readonly severities: Readonly<Record<Severity, string>>;
  readonly fields: Readonly<Record<EntryField, string>>;
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly otherFormats: Readonly<Record<OtherFormat, string>>;
  /** What a part of a sheet that cannot be read holds. */
  readonly unread: Readonly<Record<Exclude<UnreadKind, 'formats' | 'place'>, string>>;
  /** Read after "because". */
  readonly damages: Readonly<Record<Damage, string>>;
  /** Read after "because"; {most} is the limit. */
  readonly limits: Readonly<Record<Limit, string>>;
  /** Read after "because". */
  readonly carriedFaults: Readonly<Record<CarriedFault, string>>;
  readonly crashes: Readonly<Record<CrashCause, string>>;
  readonly objects: Readonly<Record<ObjectKind, string>>;
  /** Why a picture is not in the report; read after "because". */
  readonly pictures: Readonly<Record<WhyNoPicture['reason'], string>>;
  readonly pictureFormats: Readonly<Record<OtherPictureFormat, string>>;
  readonly types: Readonly<Record<DataType, string>>;
  readonly rules: Readonly<Record<DataRule, string>>;
  readonly phrases: Readonly<Record<PhraseName, string>>;
}

/** Phrases that are parts of messages. */
type PhraseName =
  | 'inFile'
  | 'inSheet'
  | 'inCell'
  | 'someSheet'
  | 'someCell'
  | 'atPath'
  | 'atLine'
  | 'measure'
  | 'measureInFull'
  | 'measureUnnumbered'
  | 'ofYear'
  | 'ofProgramme'
  | 'unanswered'
  | 'notFilled'
  | 'ofMeasure'
  | 'issuesNumbered'
  | 'contactPerson'
  | 'stillUsed'
  | 'moveOut'
  | 'likelyNow'
  | 'savedAt'
  | 'writtenAt'
  | 'isOrigin'
  | 'byAuthor'
  | 'ofIssue'
  | 'named'
  | 'suggestion'
  | 'listComma'
  | 'listAnd';

/** `{name}`, or `{name one|other}`: the number of that name and the words that follow it, singular and plural. */
const PLACEHOLDER = /\{(\w+)(?: ([^{}|]*)\|([^{}|]*))?\}/g;

/** Only English templates have two forms, for Thai has no plural. */
const PLURALS = new Intl.PluralRules('en');

/**
 * Puts facts into a template. `{cells cell|cells}` becomes `1 cell` or `2 cells`; braces within a fact stay as they are,
 * and so does a placeholder without a fact.
 */
export function fill(template: string, facts: Readonly<Record<string, string>>): string {
  return template.replace(PLACEHOLDER, (placeholder: string, name: string, one?: string, other?: string) => {
    const fact = facts[name];
    if (fact === undefined) return placeholder;
    if (one === undefined) return fact;
    return `${fact} ${PLURALS.select(Number(fact)) === 'one' ? one : (other ?? '')}`;
  });
}

/**
 * The names of the facts that a template asks for.
 * @internal
 */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}
