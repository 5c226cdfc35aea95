import type { YearChange } from '../year-workbook/changes.ts';
import type { YearProblem, YearProblemCode } from '../year-workbook/problem.ts';
import type { Template } from './words.ts';

/** Problems of the data themselves; what is empty has a code of its own. */
type DataCode = Extract<YearProblem, { readonly code: 'data' }>['problem']['code'];

/** The words about a year's workbook: what has to be corrected in it, and what changed. `{name}` stands for the fact of that name. */
export interface YearWords {
  readonly problems: Readonly<Record<Exclude<YearProblemCode, 'data'>, Template>>;
  readonly data: Readonly<Record<DataCode, Template>>;
  readonly changes: Readonly<Record<YearChange['code'], string>>;
  readonly kinds: Readonly<Record<Extract<YearProblem, { readonly code: 'value-not-text' }>['kind'], string>>;
  /** For no value. */
  readonly nothing: string;
}
