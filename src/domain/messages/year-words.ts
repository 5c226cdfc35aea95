import type { DataRule } from '../programme/data-problem.ts';
import type { YearChange } from '../year-workbook/changes.ts';
import type { YearProblem, YearProblemCode } from '../year-workbook/problem.ts';
import type { DeclaredFacts, TextArguments } from './declared-facts.ts';
import type { Template } from './words.ts';

/** The facts of the pane's texts that have any. */
export const YEAR_FACTS = {
  next: { year: 'number' },
  'next-hint': { year: 'number' },
  'next-made': { year: 'number' },
  'next-doubts': { count: 'number' },
  'next-changes': { count: 'number' },
  'report-found': { file: 'text', year: 'number' },
  'report-counts': { measures: 'number', paragraphs: 'number' },
  'report-different': { count: 'number', programme: 'text' },
  'report-measures': { count: 'number' },
  'report-measure': { measure: 'text', party: 'text', count: 'number' },
  'report-make': { year: 'number' },
  'in-use': { year: 'number', programme: 'text', version: 'text' },
  'read-from': { file: 'text' },
  problems: { count: 'number' },
  changes: { count: 'number', programme: 'text', version: 'text' },
  same: { programme: 'text', version: 'text' },
  remove: { programme: 'text' },
  'remove-question': { year: 'number', programme: 'text' },
  'kept-year': { year: 'number', programme: 'text', version: 'text' },
} as const satisfies DeclaredFacts;

type PlainText =
  | 'edit'
  | 'edit-hint'
  | 'make'
  | 'next-leave'
  | 'report'
  | 'report-hint'
  | 'report-choose'
  | 'report-choose-hint'
  | 'import'
  | 'look-open'
  | 'choose'
  | 'choose-hint'
  | 'open-read'
  | 'first'
  | 'new-keys'
  | 'take'
  | 'leave'
  | 'kept'
  | 'kept-hint'
  | 'remove-title'
  | 'keep-it'
  | 'remove-it';

/** A text of the pane's section. */
export type YearText = PlainText | keyof typeof YEAR_FACTS;

/** One of these texts and its facts. */
export type YearArguments = TextArguments<typeof YEAR_FACTS, PlainText>;

/** Problems of the data themselves; what is empty has a code of its own. */
type DataCode = Extract<YearProblem, { readonly code: 'data' }>['problem']['code'];

/** The words about a year's workbook: what has to be corrected in it, and what changed. `{name}` stands for the fact of that name. */
export interface YearWords {
  readonly problems: Readonly<Record<Exclude<YearProblemCode, 'data'>, Template>>;
  readonly data: Readonly<Record<DataCode, Template>>;
  readonly changes: Readonly<Record<YearChange['code'], string>>;
  readonly kinds: Readonly<Record<Extract<YearProblem, { readonly code: 'value-not-text' }>['kind'], string>>;
  /** Rules of the data, where the workbook takes more than a data file, or words them otherwise. */
  readonly rules: Readonly<Partial<Record<DataRule, string>>>;
  /** Texts of the pane's section. */
  readonly texts: Readonly<Record<YearText, string>>;
  /** For no value. */
  readonly nothing: string;
}
