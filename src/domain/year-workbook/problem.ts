import type { DataProblem } from '../programme/data-problem.ts';
import type { Severity } from '../diagnostics/problem.ts';
import type { MeasureKey } from '../programme/programme.ts';
import type { CellPosition } from '../spreadsheet/address.ts';

/** What reading a year's workbook met: what has to be corrected before it can be taken, and what was understood in another way than it was typed. */
export type YearProblem = YearFact & {
  /** Name of the sheet; absent for the whole workbook. */
  readonly sheet?: string;
  readonly cell?: CellPosition;
};

/** `label` is the heading of the column, or the name of the field. */
export type YearFact =
  /** Not a workbook of a year: it has none of the sheets. */
  | { readonly code: 'not-year-workbook' }
  | { readonly code: 'sheet-missing'; readonly name: string }
  | { readonly code: 'sheet-twice'; readonly first: string }
  /** A sheet of other content, which is not read. */
  | { readonly code: 'sheet-unknown' }
  | { readonly code: 'column-missing'; readonly label: string }
  | { readonly code: 'column-twice'; readonly label: string }
  | { readonly code: 'cell-empty'; readonly label: string }
  | { readonly code: 'cell-error'; readonly found: string }
  | { readonly code: 'several-values'; readonly label: string; readonly found: string }
  /** A text that is no part of the data. */
  | { readonly code: 'text-stray'; readonly found: string }
  | { readonly code: 'value-not-text'; readonly kind: 'number' | 'date' | 'boolean'; readonly found: string }
  | { readonly code: 'formula'; readonly found: string }
  | { readonly code: 'code-padded'; readonly found: string; readonly understood: string }
  | { readonly code: 'number-unreadable'; readonly label: string; readonly found: string }
  | { readonly code: 'date-unreadable'; readonly label: string; readonly found: string }
  | { readonly code: 'part-title-differs'; readonly part: string; readonly found: string; readonly first: string }
  | { readonly code: 'issue-unknown'; readonly found: string }
  | { readonly code: 'row-torn'; readonly found: string }
  | { readonly code: 'keys-gone' }
  | {
      readonly code: 'measure-copied';
      readonly key: MeasureKey;
      readonly original: CellPosition;
      readonly found: string;
    }
  | {
      readonly code: 'measure-moved-key';
      readonly key: MeasureKey;
      readonly before: MeasureKey;
      readonly found: string;
    }
  | { readonly code: 'measure-new'; readonly key: MeasureKey; readonly found: string }
  | { readonly code: 'misprint-unreadable'; readonly found: string }
  | { readonly code: 'rule-state-unknown'; readonly found: string }
  | { readonly code: 'rule-off-with-values'; readonly rule: string }
  | { readonly code: 'rule-twice'; readonly rule: string }
  | {
      readonly code: 'data';
      readonly label: string;
      readonly problem: Exclude<DataProblem, { readonly code: 'data-missing' }>;
      /** Of a duplicate, where the first one is. */
      readonly first?: { readonly sheet: string; readonly cell: CellPosition };
    };

export type YearProblemCode = YearProblem['code'];

const SEVERITIES: Readonly<Record<YearProblemCode, Severity>> = {
  'not-year-workbook': 'must',
  'sheet-missing': 'must',
  'sheet-twice': 'must',
  'sheet-unknown': 'should',
  'column-missing': 'must',
  'column-twice': 'must',
  'cell-empty': 'must',
  'cell-error': 'must',
  'several-values': 'must',
  'text-stray': 'should',
  'value-not-text': 'should',
  formula: 'should',
  'code-padded': 'should',
  'number-unreadable': 'must',
  'date-unreadable': 'must',
  'part-title-differs': 'must',
  'issue-unknown': 'must',
  'row-torn': 'must',
  'keys-gone': 'must',
  'measure-copied': 'should',
  'measure-moved-key': 'should',
  'measure-new': 'may',
  'misprint-unreadable': 'must',
  'rule-state-unknown': 'must',
  'rule-off-with-values': 'must',
  'rule-twice': 'must',
  data: 'must',
};

/** How serious a problem is; data with one that `must` be corrected are not taken. */
export function severityOfYearProblem(problem: YearProblem): Severity {
  // Rules that this version of the program does not have are left alone, and may be those of another.
  return problem.code === 'data' && problem.problem.code === 'data-unknown-field' ? 'should' : SEVERITIES[problem.code];
}
