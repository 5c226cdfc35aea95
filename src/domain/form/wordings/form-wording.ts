import type { ColumnId } from '../columns.ts';
import type { ContactField } from '../../submissions/submission.ts';

/**
 * The texts of one version of the form. A placeholder such as `{name}` stands for a fact of the programme or the agency, as documented at
 * each text. Workbooks that were sent stay readable only if the words of their version never change, so a new wording is a new file.
 */
export interface FormWording {
  /** Counted from 1; written into every workbook. */
  readonly version: number;
  readonly cover: {
    readonly sheetName: string;
    readonly year: string;
    /** `{year}`: the fiscal year in Thai digits. */
    readonly yearValue: string;
    readonly due: string;
    readonly howTo: string;
    /** `{number}` and `{step}`. */
    readonly step: string;
    readonly steps: readonly string[];
    readonly contactHeading: string;
    readonly contact: Readonly<Record<ContactField, string>>;
    readonly contents: string;
    readonly contentsHeadings: readonly [issue: string, measures: string, answered: string, percent: string];
    readonly total: string;
  };
  readonly issueSheet: {
    /** At the top of every page. `{agency}`: its name; `{year}`: the fiscal year in Thai digits. */
    readonly header: string;
    /** `{title}`: the issue's. */
    readonly subtitle: string;
    /** `{number}`: the issue's, in Thai digits. */
    readonly end: string;
    /** Shown in place of a measure's number where it has none. */
    readonly noOrdinal: string;
    /** `{statuses}`: what the list offers. */
    readonly statusError: string;
    readonly headings: Readonly<Record<ColumnId, string>>;
    /** Above the headings, from version 2 on: what is printed, and what agencies fill in. */
    readonly bands?: { readonly printed: string; readonly answers: string };
    /** Shown at the cells, and never read back. `{year}`: the fiscal year in Thai digits. */
    readonly hints: Readonly<Partial<Record<ColumnId, string>>>;
  };
}

/** A text with its placeholders replaced; a placeholder without a value stays. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
